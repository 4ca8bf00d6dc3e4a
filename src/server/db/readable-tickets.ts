import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import type { Prisma } from './generated/client';
import { type Sql, sql } from './sql';

/**
 * The condition on `"Ticket" t` for what a member may read: the rule of `mayOnTicket`, told to the database. What lies in
 * the trash is not there for it.
 */
export const readableBy = (actor: StaffActor): Sql => sql`(t."trashedAt" is null and ${inScope(actor)})`;

/** The same for queries that are not written in SQL. */
export function readableWhere({ scope, id, teamIds }: StaffActor): Prisma.TicketWhereInput {
  if (scope === 'all') return { trashedAt: null };
  const own = { assigneeId: id ?? NOBODY };
  if (scope === 'own') return { trashedAt: null, ...own };
  return { trashedAt: null, OR: [own, { teamId: null }, { teamId: { in: [...teamIds] } }] };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The same with the trash, for those who may take something out of it. */
export const readableWithTrash = (actor: StaffActor): Sql =>
  may(actor, 'ticket.delete') ? inScope(actor) : readableBy(actor);

/** Whose tickets, by the columns `assigneeId` and `teamId` of whatever is called `t`. */
export function inScope({ scope, id, teamIds }: StaffActor): Sql {
  if (scope === 'all') return sql`true`;
  const own = sql`t."assigneeId" = ${id}::uuid`;
  if (scope === 'own') return own;
  return sql`(${own} or t."teamId" is null or t."teamId" = any(${[...teamIds]}::uuid[]))`;
}
