import type { StaffActor } from '@/domain/permission/actor';
import { type Sql, sql } from './sql';

/** The condition on `"Ticket" t` for what a member may read: the rule of `mayOnTicket`, told to the database. */
export function readableBy({ scope, id, teamIds }: StaffActor): Sql {
  if (scope === 'all') return sql`true`;
  const own = sql`t."assigneeId" = ${id}::uuid`;
  if (scope === 'own') return own;
  return sql`(${own} or t."teamId" is null or t."teamId" = any(${[...teamIds]}::uuid[]))`;
}
