import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookieName, sessionCookieOptions, sessionToken } from './session-token';

/** Gives this browser the cookie of a session; call it in a server action or route handler only. */
export async function keepSession(sessionId: string): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), await sessionToken(sessionId), sessionCookieOptions());
}

/** Takes the cookie away from this browser. */
export async function dropSession(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}
