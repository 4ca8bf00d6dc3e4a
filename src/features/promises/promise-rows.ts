import { isOpenPromise, promiseSweepAt, type TicketPromise } from '@/domain/promise/promise';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const columns = {
  id: true,
  about: true,
  source: true,
  promisedAt: true,
  dueAt: true,
  riskAt: true,
  warnedAt: true,
  pausedAt: true,
  keptAt: true,
  brokenAt: true,
  endedAt: true,
  reason: true,
  toldById: true,
  keptById: true,
  replacedById: true,
} as const;

/** More promises than these last ones no decision about a ticket looks at. */
const MOST_READ = 50;

/** The promises of a ticket in the order in which they were given. */
export async function promisesOf(
  tx: Pick<Tx, 'ticketPromise'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  ticketId: string,
): Promise<TicketPromise[]> {
  const rows = await tx.ticketPromise.findMany({
    where: { workspaceId, ticketId },
    orderBy: [{ promisedAt: 'desc' }, { id: 'desc' }],
    take: MOST_READ,
    select: columns,
  });
  return rows.toReversed().map((row) => ({ ...row, reason: row.reason as TicketPromise['reason'] }));
}

/** A promise as its row holds it: what it is about stands there twice while it is open. */
export const promiseRow = (promise: TicketPromise) => ({
  ...promise,
  openAs: isOpenPromise(promise) ? promise.about : null,
  sweepAt: promiseSweepAt(promise),
});

/** True when both would be the same row. */
export const isSamePromise = (one: TicketPromise, other: TicketPromise): boolean =>
  Object.keys(columns).every((name) => {
    const [a, b] = [one[name as keyof TicketPromise], other[name as keyof TicketPromise]];
    return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
  });
