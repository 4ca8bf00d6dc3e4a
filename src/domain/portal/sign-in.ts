/** A mailed link or code opens the portal for this long. */
export const SIGN_IN_MINUTES = 15;

/** Codes that may be tried before another one has to be asked for. */
const MOST_TRIES = 5;

type Wish = Readonly<{ attempts: number; usedAt: Date | null; expiresAt: Date }>;

/** True while the link and the code of one wish to sign in still open the door. */
export function isSignInOpen({ attempts, usedAt, expiresAt }: Wish, at: Date): boolean {
  return usedAt === null && at < expiresAt && attempts < MOST_TRIES;
}

/** What was typed as a code: the digits alone, as people read them aloud or copy them; null when they are not six. */
export function signInCode(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A page below the portal's language, or its list of requests: nobody is led elsewhere after signing in. */
export function pageToGoTo(wished: string): string {
  const isPath = /^\/[^\\\s]{0,500}$/.test(wished);
  return isPath && !LEADS_OUT.test(wished.replace(/[?#].*$/, '')) ? wished : '/requests';
}

/** Steps upwards, and empty ones: behind the portal's language they could become another host. */
const LEADS_OUT = /\/(?:(?:\.|%2e){1,2}(?=\/|$)|(?=\/))/i;
