import 'server-only';
import type { LiveSession, SessionMembership } from './sessions';
import { touchSession } from './sessions';
import { mustBeSignedIn } from './signed-in';
import { type Visitor, visitor } from './visitor';

/** A signed-in person outside any workspace, and the world they ask in. */
export type SignedInUser = Visitor &
  LiveSession['user'] &
  Readonly<{ sessionId: string; memberships: readonly SessionMembership[] }>;

/** The door for what belongs to the person and not to a workspace; leads to the sign-in page when nobody is signed in. */
export async function requireUser(): Promise<SignedInUser> {
  const [session, world] = await Promise.all([mustBeSignedIn(), visitor()]);
  await touchSession(world.db, session, { at: world.now(), ip: world.ip });
  return { ...world, ...session.user, sessionId: session.id, memberships: session.memberships };
}
