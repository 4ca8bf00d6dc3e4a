import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';

/** The condition on `"Ticket" t` that `mayOnTicket` asks for reading: what a member may not see is not found. */
export function visibleTickets({ actor }: StaffContext): Sql {
  if (!may(actor, 'ticket.read')) return sql`false`;
  if (actor.scope === 'all') return sql`true`;
  const own = sql`t."assigneeId" = ${actor.id}::uuid`;
  if (actor.scope === 'own') return own;
  return sql`(t."teamId" is null or t."teamId" = any(${[...actor.teamIds]}::uuid[]) or ${own})`;
}
