import { sleepsUntil } from '@/domain/ticket/snooze';
import { wakeTicket } from '@/domain/ticket/update';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { SystemContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { newId } from '@/server/ids';
import { eachApart } from '@/server/jobs/each-apart';

const BATCH = 200;

type Due = Readonly<{ workspaceId: string; id: string; snoozedUntil: Date }>;

/**
 * Opens, in all workspaces, the tickets whose time to wake up has come at the instant `asOf`. Gives how many. Running it again
 * wakes nothing twice; a ticket that got another time in between sleeps on.
 */
export async function wakeSnoozedTickets(db: Db, asOf: Date): Promise<number> {
  let woken = 0;
  let after = { snoozedUntil: new Date(0), id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const due = await dueTickets(db, asOf, after);
    const moved = await eachApart('wake snoozed tickets', due, (ticket) => wakeOne(db, asOf, ticket));
    woken += moved.filter(Boolean).length;
    const last = due.at(-1);
    if (!last || due.length < BATCH) return woken;
    after = last;
  }
}

function dueTickets(db: Db, asOf: Date, after: Readonly<{ snoozedUntil: Date; id: string }>): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    select "workspaceId", id, "snoozedUntil" from "Ticket"
    where "snoozedUntil" is not null and "snoozedUntil" <= ${asOf}::timestamptz
      and ("snoozedUntil", id) > (${after.snoozedUntil}::timestamptz, ${after.id}::uuid)
    order by "snoozedUntil", id
    limit ${BATCH}`;
}

function wakeOne(db: Db, asOf: Date, { workspaceId, id }: Due): Promise<boolean> {
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  const ctx: SystemContext = { workspaceId, actor, db, now: () => asOf, newId };
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, id);
    const until = ticket && sleepsUntil(ticket);
    if (!until || until > asOf) return false;
    const snoozedBy = await whoSnoozed(tx, ctx, id);
    await saveTicket(tx, ctx, wakeTicket(ticket, { by: actor, at: asOf, snoozedBy }));
    return true;
  });
}

/** The person who chose the time last; null when a program or a rule did. */
async function whoSnoozed(tx: Tx, { workspaceId }: SystemContext, ticketId: string): Promise<string | null> {
  const event = await tx.ticketEvent.findFirst({
    where: { workspaceId, ticketId, type: 'ticket.snoozed' },
    orderBy: { position: 'desc' },
    select: { actorKind: true, actorId: true },
  });
  return event?.actorKind === 'user' ? event.actorId : null;
}
