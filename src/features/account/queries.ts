import 'server-only';
import { type Device, deviceOf } from '@/domain/account/device';
import { openReset } from '@/features/account/open-reset';
import type { SignedInUser } from '@/server/auth/require-user';
import type { Visitor } from '@/server/auth/visitor';
import type { StaffContext } from '@/server/context';

export type SessionRow = Readonly<{
  id: string;
  device: Device;
  ip: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  current: boolean;
}>;

const MOST_SESSIONS = 100;

/** The browsers in which one is signed in now: this one first, then the last used. */
export async function listSessions(user: SignedInUser): Promise<readonly SessionRow[]> {
  const rows = await user.db.userSession.findMany({
    where: { userId: user.id, revokedAt: null, expiresAt: { gt: user.now() } },
    orderBy: { lastSeenAt: 'desc' },
    take: MOST_SESSIONS,
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
  });
  const sessions = rows.map(({ userAgent, ...row }) => ({
    ...row,
    device: deviceOf(userAgent),
    current: row.id === user.sessionId,
  }));
  return [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)];
}

export type OwnMembership = Readonly<{ signature: string }>;

/** One's own settings in this workspace. */
export async function getOwnMembership(ctx: StaffContext): Promise<OwnMembership> {
  const { workspaceId, actor } = ctx;
  return ctx.db.membership.findUniqueOrThrow({
    where: { workspaceId_userId: { workspaceId, userId: actor.id ?? '' } },
    select: { signature: true },
  });
}

/** Whose password a reset link changes; null when it no longer works. */
export async function getReset(visitor: Visitor, token: string): Promise<Readonly<{ email: string }> | null> {
  const user = await openReset(visitor, token);
  return user && { email: user.email };
}
