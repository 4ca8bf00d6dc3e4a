/** Fewest characters of a password. Length is what makes guessing hard; no kinds of characters are demanded. */
const PASSWORD_SHORTEST = 10;
/** Most characters of a password, so that hashing one stays cheap. */
export const PASSWORD_LONGEST = 200;

export type PasswordProblem = Readonly<{
  code: 'password.too_short' | 'password.is_address' | 'password.breached';
}>;

type Candidate = Readonly<{ password: string; email: string; breached: boolean }>;

/** Why a password may not be chosen, or null when it may (NIST SP 800-63B §5.1.1.2: length and leaked ones, no classes). */
export function passwordProblem({ password, email, breached }: Candidate): PasswordProblem | null {
  if ([...password].length < PASSWORD_SHORTEST) return { code: 'password.too_short' };
  if (isAddress(password, email)) return { code: 'password.is_address' };
  return breached ? { code: 'password.breached' } : null;
}

/** True when the password is the address itself, or its local part with no more than a few characters around it. */
function isAddress(password: string, email: string): boolean {
  const chosen = password.toLowerCase();
  const address = email.toLowerCase();
  const local = address.slice(0, address.lastIndexOf('@'));
  if (chosen === address) return true;
  return local.length >= 6 && chosen.includes(local) && chosen.length - local.length < 5;
}
