import { updateTicket } from '@/domain/ticket/update';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Moved = Readonly<{ from: string; to: string; ids: readonly string[] }>;

/**
 * Makes these tickets of one customer another's, in the caller's transaction; those that are not `from`'s (any more) stay.
 * Open ones go through the door of all tickets. Closed ones, of which there may be thousands and which no clock and no rule
 * looks at, are moved by one statement that writes the same history.
 */
export async function moveTickets(tx: Tx, ctx: Context, { from, to, ids }: Moved): Promise<void> {
  const { workspaceId, actor } = ctx;
  const at = ctx.now();
  const open = await tx.$queryRaw<{ id: string }[]>`
    select id from "Ticket" where "workspaceId" = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])
      and "requesterId" = ${from}::uuid and status <> 'closed' order by id for update`;
  for (const { id } of open) {
    const ticket = await findTicket(tx, ctx, id);
    const change = ticket && updateTicket(ticket, { requesterId: to }, { by: actor, at });
    if (change?.ok) await saveTicket(tx, ctx, change.value);
  }
  await tx.$executeRaw`
    with moved as (
      update "Ticket" set "requesterId" = ${to}::uuid, version = version + 1, "updatedAt" = ${at}
      where "workspaceId" = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])
        and "requesterId" = ${from}::uuid and status = 'closed'
      returning id, version)
    insert into "TicketEvent" ("workspaceId", "ticketId", type, data, "actorKind", "actorId", "actorName", at, version)
    select ${workspaceId}::uuid, id, 'ticket.requester_changed', json_build_object('from', ${from}::text, 'to', ${to}::text),
      ${actor.kind}, ${actor.id}, ${actor.name}, ${at}, version
    from moved`;
}
