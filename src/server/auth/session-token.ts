import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/server/env';

/** How long a browser stays signed in after its last visit, in seconds: 30 days. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const claims = z.object({ sid: z.uuid(), iat: z.int() });

/** True when the installation is reached over https, so that cookies may be `Secure`. */
const overHttps = () => env().PUBLIC_URL.startsWith('https:');

/** The name under which next-auth keeps its session; the `__Secure-` prefix makes browsers refuse it over http. */
export const sessionCookieName = (): string => `${overHttps() ? '__Secure-' : ''}next-auth.session-token`;

/** How the session cookie is set; `maxAge` is in seconds. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: overHttps(), maxAge: SESSION_SECONDS }) as const;

/** The encrypted token (JWE, as next-auth makes it) that carries the id of a `UserSession` and nothing else. */
export function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env().SECRET, maxAge: SESSION_SECONDS });
}

export type SessionClaims = Readonly<{ sessionId: string; issuedAt: Date }>;

/** What a session cookie says; null when it is absent, expired, changed, or sealed under another secret. */
export async function readSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  const payload = await decode({ token, secret: env().SECRET }).catch(() => null);
  const read = claims.safeParse(payload);
  if (!read.success) return null;
  return { sessionId: read.data.sid, issuedAt: new Date(read.data.iat * 1000) };
}
