import { closeTicket } from '@/domain/ticket/update';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { SystemContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { newId } from '@/server/ids';
import { eachApart } from '@/server/jobs/each-apart';

const BATCH = 200;

type Due = Readonly<{ workspaceId: string; id: string; solvedAt: Date }>;

/**
 * Closes, in all workspaces, the tickets that have been solved for longer than their workspace's `closeAfterDays` at the
 * instant `asOf` (0 days: never). Gives how many. Running it again closes nothing twice; a ticket that somebody reopened
 * in between stays open.
 */
export async function closeSolvedTickets(db: Db, asOf: Date): Promise<number> {
  let closed = 0;
  let after = { solvedAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const due = await dueTickets(db, asOf, after);
    const moved = await eachApart('close solved tickets', due, (ticket) => closeOne(db, asOf, ticket));
    closed += moved.filter(Boolean).length;
    const last = due.at(-1);
    if (!last || due.length < BATCH) return closed;
    after = last;
  }
}

function dueTickets(db: Db, asOf: Date, after: Readonly<{ solvedAt: Date; id: string }>): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    select t."workspaceId", t.id, t."solvedAt"
    from "Ticket" t join "Workspace" w on w.id = t."workspaceId"
    where t.status = 'solved' and w."closeAfterDays" > 0
      and t."solvedAt" <= ${asOf}::timestamptz - make_interval(days => w."closeAfterDays")
      and (t."solvedAt", t.id) > (${after.solvedAt}::timestamptz, ${after.id}::uuid)
    order by t."solvedAt", t.id
    limit ${BATCH}`;
}

function closeOne(db: Db, asOf: Date, due: Due): Promise<boolean> {
  const ctx: SystemContext = {
    workspaceId: due.workspaceId,
    actor: { kind: 'system', id: 'schedule', name: 'schedule' },
    db,
    now: () => asOf,
    newId,
  };
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, due.id);
    if (ticket?.status !== 'solved' || ticket.solvedAt?.getTime() !== due.solvedAt.getTime()) return false;
    await saveTicket(tx, ctx, closeTicket(ticket, { by: ctx.actor, at: asOf }));
    return true;
  });
}
