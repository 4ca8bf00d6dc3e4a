import { sessionCookieName, sessionToken } from '@/server/auth/session-token';
import { openSession } from '@/server/auth/sessions';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { AGENTS } from './bulk-seed';
import type { Product } from './product';

/** The agent of the bench, as commands and queries know them. */
export async function staffOf({ seeded }: Product): Promise<StaffContext> {
  const { workspaceId, userId } = seeded;
  const db = database();
  const teams = await db.teamMember.findMany({ where: { workspaceId, userId }, select: { teamId: true } });
  const teamIds = teams.map(({ teamId }) => teamId);
  const actor = { kind: 'user', id: userId, name: 'Agent', role: 'agent', scope: 'all', teamIds } as const;
  return { workspaceId, actor, db, now: () => new Date(), newId };
}

/** A signed-in browser of each of so many agents, at most as many as there are: the cookie that it sends. */
export async function signedInAgents({ seeded }: Product, count: number): Promise<readonly string[]> {
  const db = database();
  const { workspaceId } = seeded;
  const members = await db.membership.findMany({
    where: { workspaceId },
    orderBy: { userId: 'asc' },
    take: Math.min(count, AGENTS),
    select: { userId: true },
  });
  const cookies: string[] = [];
  for (const { userId } of members) {
    const session = { id: newId(), userId, at: new Date(), ip: '127.0.0.1', userAgent: 'bench' };
    await openSession(db, session);
    cookies.push(`${sessionCookieName()}=${await sessionToken(session.id)}`);
  }
  return cookies;
}
