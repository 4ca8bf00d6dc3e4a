import 'server-only';
import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { newId } from '@/server/ids';
import { type MessageRow, messageById } from './message-rows';
import { type TicketRow, ticketRows } from './ticket-rows';

type Where = Readonly<{ workspaceId: string; id: string }>;

/** A ticket in the API's shape, whoever may see it: what webhooks carry. Null when it is gone. */
export async function shownTicket(db: Db | Tx, { workspaceId, id }: Where): Promise<TicketRow | null> {
  const chosen = sql`select ${id}::uuid as id, 1 as position`;
  return (await ticketRows(workspaceItself(db, workspaceId), chosen, db))[0] ?? null;
}

/** A message in the API's shape; null when it is gone. */
export const shownMessage = (db: Db | Tx, { workspaceId, id }: Where): Promise<MessageRow | null> =>
  messageById(workspaceItself(db, workspaceId), id);

/** The workspace itself as a reader: its webhooks are set up by who may see everything. */
const workspaceItself = (db: Db | Tx, workspaceId: string): StaffContext => ({
  workspaceId,
  actor: { kind: 'user', id: null, name: 'webhooks', role: 'owner', scope: 'all', teamIds: [] },
  db: db as Db,
  now: () => new Date(),
  newId,
});
