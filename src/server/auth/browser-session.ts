import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookieName, sessionCookieOptions, sessionToken } from './session-token';
import { openSession } from './sessions';
import { signedIn } from './signed-in';
import type { Visitor } from './visitor';

/** Signs this browser in as this person; call it in a server action or route handler only. */
export async function startSession(visitor: Visitor, userId: string): Promise<void> {
  const id = visitor.newId();
  const { db, ip, userAgent } = visitor;
  await openSession(db, { id, userId, at: visitor.now(), ip, userAgent });
  const jar = await cookies();
  jar.set(sessionCookieName(), await sessionToken(id), sessionCookieOptions());
}

/** Signs this browser out, here and in the list of sessions. Doing it twice changes nothing. */
export async function endSession(visitor: Visitor): Promise<void> {
  const session = await signedIn();
  if (session) {
    await visitor.db.userSession.updateMany({
      where: { id: session.id, revokedAt: null },
      data: { revokedAt: visitor.now() },
    });
  }
  const jar = await cookies();
  jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}
