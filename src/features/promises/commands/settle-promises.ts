import type { PromiseFact } from '@/domain/promise/event';
import { type PromiseState, pressing, type TicketPromise } from '@/domain/promise/promise';
import {
  givenBack,
  promiseFacts,
  settlePromises,
  takenOver,
  touchesPromises,
} from '@/domain/promise/settle-promises';
import type { TicketChange, TicketEvent } from '@/domain/ticket/ticket';
import { isSamePromise, promiseRow, promisesOf } from '@/features/promises/promise-rows';
import { promiseGround } from '@/features/promises/settings';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What the row of a ticket shows of its promises. */
export type PromiseColumns = Readonly<{ promiseState: PromiseState | null; promiseDueAt: Date | null }>;

export type SettledPromises = Readonly<{
  columns: PromiseColumns;
  /** What the history tells besides the change itself. */
  facts: readonly PromiseFact[];
  made: readonly TicketPromise[];
  changed: readonly TicketPromise[];
}>;

/** A change of a ticket; `nothingPromised` where it was read along with the ticket that it has no promises at all. */
export type PromisedChange = TicketChange & Readonly<{ nothingPromised?: boolean }>;

/** How a change of a ticket moves its promises; null, at no price, for a change that cannot touch any. */
export async function settleTicketPromises(
  tx: Tx,
  ctx: Context,
  change: PromisedChange,
): Promise<SettledPromises | null> {
  const { before, after, events, at, nothingPromised = before.version === 0 } = change;
  if (!touchesPromises(change)) return null;
  const stored = nothingPromised ? [] : await promisesOf(tx, ctx, after.id);
  const coming = await comingOver(tx, ctx, events);
  const isMade = events.some(({ type }) => type === 'promise.made');
  if (stored.length === 0 && coming.length === 0 && !isMade) return null;
  const settled = settlePromises(stored, change, await promiseGround(tx, ctx));
  const going = await promisesOfTickets(tx, ctx, namedBy(events, 'ticket.gave_back'));
  const stand = givenBack(takenOver(settled, coming, { at, newId: ctx.newId }), going, at);
  return {
    columns: pressing(stand),
    facts: promiseFacts(stored, stand, events),
    made: stand.filter(({ id }) => !stored.some((each) => each.id === id)),
    changed: stand.filter((is) => stored.some((was) => was.id === is.id && !isSamePromise(was, is))),
  };
}

/** What was promised on tickets that this one took over: their word is given here now. */
async function comingOver(
  tx: Tx,
  ctx: Context,
  events: readonly TicketEvent[],
): Promise<readonly TicketPromise[]> {
  const promises = await promisesOfTickets(tx, ctx, namedBy(events, 'ticket.took_over'));
  return promises.filter(({ endedAt, reason }) => endedAt === null || reason === 'merged');
}

const namedBy = (events: readonly TicketEvent[], type: 'ticket.took_over' | 'ticket.gave_back') =>
  events.flatMap((event) => (event.type === type ? [event.ticketId] : []));

async function promisesOfTickets(
  tx: Tx,
  ctx: Context,
  ids: readonly string[],
): Promise<readonly TicketPromise[]> {
  const found: TicketPromise[] = [];
  for (const id of ids) found.push(...(await promisesOf(tx, ctx, id)));
  return found;
}

/** Writes what `settleTicketPromises` found, once the ticket's row is there. */
export async function savePromises(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { change, settled }: Readonly<{ change: TicketChange; settled: SettledPromises }>,
): Promise<void> {
  const { events, by, after } = change;
  for (const { id, ...row } of settled.changed.map(promiseRow)) {
    await tx.ticketPromise.updateMany({ where: { workspaceId, id }, data: row });
  }
  if (settled.made.length === 0) return;
  const data = settled.made.map((promise) => {
    const told = events.find((event) => event.type === 'promise.made' && event.promiseId === promise.id);
    const { text = '', sample = null, group = null } = told?.type === 'promise.made' ? told : {};
    const promisedById = by.kind === 'user' ? by.id : null;
    const promisedByName = by.kind === 'customer' ? '' : by.name;
    return {
      ...promiseRow(promise),
      workspaceId,
      ticketId: after.id,
      text,
      sample,
      group,
      promisedById,
      promisedByName,
    };
  });
  await tx.ticketPromise.createMany({ data });
}
