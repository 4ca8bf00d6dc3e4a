import type { TicketEvent, TicketStatus } from '@/domain/ticket/ticket';
import { cancelClock, isUnfinished, retargetClock, type SlaClock } from './clock';
import { aligned, type Moment, type SlaPromises, type SlaStand, settle } from './settle';

/** Something that happened on the ticket before. */
export type Past = Readonly<{ event: TicketEvent; at: Date }>;

export const NOTHING_YET: SlaStand = { clocks: [], promises: {}, replied: false };

type Promised = Readonly<{ promises: SlaPromises; reason?: string }>;

/**
 * Other promises from now on: another priority, policy or calendar. Clocks that are done are not judged again; those that
 * are no longer promised are cancelled; the others keep what they have counted, and stand still or run as the ticket's
 * status asks.
 */
export function repromise(
  stand: SlaStand,
  { promises, reason = 'policy_changed' }: Promised,
  moment: Moment,
): SlaStand {
  const clocks = stand.clocks.map((clock) => {
    const promise = promises[clock.metric];
    if (!isUnfinished(clock)) return clock;
    if (!promise) return cancelClock(clock, { at: moment.at, reason });
    const { target, hours } = promise;
    return aligned(retargetClock(clock, { target, hours }, moment.at), promise, moment);
  });
  return { ...stand, clocks, promises };
}

/**
 * As `repromise`, for promises that may not have been given before: what they would have counted from the ticket's
 * beginning is theirs, but nobody is late before now, since nobody could have known; and what ended before has no verdict.
 */
export function comeUnder(
  stand: SlaStand,
  promised: Promised & Readonly<{ past: readonly Past[]; status: TicketStatus }>,
  at: Date,
): SlaStand {
  const { past, status, promises } = promised;
  const kept = repromise(stand, promised, { at, status });
  const clocks = [...kept.clocks];
  for (const clock of replay(past, promises).clocks) {
    const index = clocks.findIndex((each) => isSame(each, clock));
    const before = clocks[index];
    if (!before) clocks.push(sinceNow(clock, at));
    else if (before.cancelledAt) clocks[index] = lateAsBefore(sinceNow(clock, at), before);
  }
  return { ...kept, clocks };
}

const isSame = (one: SlaClock, other: SlaClock) =>
  one.metric === other.metric && one.sequence === other.sequence;

function sinceNow(clock: SlaClock, at: Date): SlaClock {
  // What was never owed here, as on a part of another ticket, stays that.
  if (clock.cancelledAt) return clock;
  if (clock.fulfilledAt) return { ...clock, breachedAt: null, reason: 'before_policy' };
  const isLate = clock.breachedAt !== null || (clock.dueAt !== null && clock.dueAt < at);
  return isLate
    ? { ...clock, breachedAt: at, dueAt: clock.runningSince ? at : null, reason: 'policy_changed' }
    : clock;
}

/** What was late under an earlier promise stays late. */
const lateAsBefore = (clock: SlaClock, { breachedAt }: SlaClock): SlaClock =>
  breachedAt ? { ...clock, breachedAt, dueAt: clock.runningSince ? breachedAt : null } : clock;

/** The clocks that these promises would have made, had they been given from the first event on. */
function replay(past: readonly Past[], promises: SlaPromises): SlaStand {
  let stand: SlaStand = { ...NOTHING_YET, promises };
  let status = firstStatus(past);
  for (const { event, at } of past) {
    stand = settle(stand, { events: [event], status, at });
    if (event.type === 'ticket.status_changed') status = event.to;
  }
  return stand;
}

/** The status in which a ticket began, as its history tells; `standing` when that never changed. */
export function firstStatus(past: readonly Past[], standing: TicketStatus = 'new'): TicketStatus {
  for (const { event } of past) if (event.type === 'ticket.status_changed') return event.from;
  return standing;
}
