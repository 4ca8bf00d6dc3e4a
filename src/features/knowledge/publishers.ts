import type { Role } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { ROLES } from '@/domain/team/membership';
import type { Db, Tx } from '@/server/db/client';

/** The most people that are told of one text, or offered for a choice. */
const MOST = 200;

const PUBLISHING: readonly Role[] = ROLES.filter((role) =>
  may({ kind: 'user', id: null, name: '', role, scope: 'all', teamIds: [] }, 'knowledge.publish'),
);

/** The active members who may publish articles, by name. */
export async function publishersOf(
  db: Db | Tx,
  workspaceId: string,
): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId, role: { in: [...PUBLISHING] }, deactivatedAt: null, user: { disabledAt: null } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: MOST,
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ id: userId, name: user.name }));
}
