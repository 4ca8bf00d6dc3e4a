import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { clientAddress } from './client-address';
import { PATH_HEADER } from './path-header';
import { readSessionToken, sessionCookieName } from './session-token';
import { type LiveSession, liveSession } from './sessions';

/** The session of this request, read once per request; null when nobody is signed in. */
export const signedIn = cache(async (): Promise<LiveSession | null> => {
  const jar = await cookies();
  const claims = await readSessionToken(jar.get(sessionCookieName())?.value);
  if (!claims) return null;
  return liveSession(database(), { sessionId: claims.sessionId, at: new Date() });
});

/** The session of this request. Without one, leads to the sign-in page and from there back here. */
export async function mustBeSignedIn(): Promise<LiveSession> {
  const session = await signedIn();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in');
}

/** The address from which this request came. */
export async function requestAddress(): Promise<string> {
  return clientAddress(await headers(), env().TRUST_PROXY);
}
