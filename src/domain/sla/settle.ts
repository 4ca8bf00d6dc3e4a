import type { TicketEvent, TicketStatus } from '@/domain/ticket/ticket';
import {
  cancelClock,
  fulfilClock,
  isUnfinished,
  judged,
  pauseClock,
  resumeClock,
  retargetClock,
  type SlaClock,
  type SlaMetric,
  type SlaTerms,
  startClock,
} from './clock';

/** What a policy promises for one metric at the ticket's priority. */
export type SlaPromise = SlaTerms & Readonly<{ pauseOn: readonly TicketStatus[] }>;

export type SlaPromises = Readonly<Partial<Record<SlaMetric, SlaPromise>>>;

/** The clocks of one ticket, and the promises under which they run. */
export type SlaStand = Readonly<{ clocks: readonly SlaClock[]; promises: SlaPromises }>;

const WORKING: readonly SlaMetric[] = ['requester_wait', 'agent_work', 'resolution'];

/** The clocks after what happened on the ticket at `at`; `status` is how the ticket stands before these events. */
export function settle(
  stand: SlaStand,
  { events, status, at }: Readonly<{ events: readonly TicketEvent[]; status: TicketStatus; at: Date }>,
): SlaStand {
  const punctual = { ...stand, clocks: stand.clocks.map((clock) => judged(clock, at)) };
  let now: SlaStand = punctual;
  let standing = status;
  for (const event of events) {
    now = settleOne(now, event, { at, status: standing });
    if (event.type === 'ticket.status_changed') standing = event.to;
  }
  return now;
}

type Moment = Readonly<{ at: Date; status: TicketStatus }>;

function settleOne(stand: SlaStand, event: TicketEvent, moment: Moment): SlaStand {
  switch (event.type) {
    case 'ticket.created':
      return WORKING.reduce((now, metric) => started(now, metric, moment.at), stand);
    case 'message.added':
      return said(stand, event.message, moment);
    case 'ticket.status_changed':
      return moved(stand, event, moment.at);
    case 'ticket.spam_changed':
      return event.to ? cancelled(stand, moment.at, 'spam') : stand;
    default:
      return stand;
  }
}

type Said = Extract<TicketEvent, { type: 'message.added' }>['message'];

function said(stand: SlaStand, message: Said, { at, status }: Moment): SlaStand {
  if (message.direction === 'note' || message.automated || message.author.kind === 'system') return stand;
  if (message.direction === 'inbound') return message.thanks ? stand : asked(stand, at);
  return answered(stand, at, status);
}

/** The customer wrote: the first time the first reply is owed, later the next one, from the oldest unanswered message. */
function asked(stand: SlaStand, at: Date): SlaStand {
  const has = (metric: SlaMetric) => stand.clocks.some((clock) => clock.metric === metric);
  const owed = stand.clocks.some(
    ({ metric, fulfilledAt }) => metric === 'first_reply' && fulfilledAt === null,
  );
  if (!has('first_reply')) return started(stand, 'first_reply', at);
  return owed || unfinished(stand, 'next_reply') ? stand : started(stand, 'next_reply', at);
}

/** A person answered in public. */
function answered(stand: SlaStand, at: Date, status: TicketStatus): SlaStand {
  const replied = ended(stand, ['first_reply', 'next_reply', 'periodic_update'], { at });
  const open = status !== 'solved' && status !== 'closed';
  return open ? started(replied, 'periodic_update', at) : replied;
}

type Moved = Readonly<{ from: TicketStatus; to: TicketStatus }>;

function moved(stand: SlaStand, { from, to }: Moved, at: Date): SlaStand {
  if (to === 'solved') {
    const silent = ended(stand, ['first_reply', 'next_reply'], { at, reason: 'no_reply' });
    return ended(silent, [...WORKING, 'periodic_update'], { at });
  }
  if (to === 'closed') return stand;
  const clocks = stand.clocks.map((clock) => {
    const promise = stand.promises[clock.metric];
    const reopened = from === 'solved' && WORKING.includes(clock.metric) && !clock.cancelledAt;
    if (!promise || !(isUnfinished(clock) || reopened)) return clock;
    const resumed = resumeClock(clock, at);
    return promise.pauseOn.includes(to) ? pauseClock(resumed, at) : resumed;
  });
  return { ...stand, clocks };
}

function started(stand: SlaStand, metric: SlaMetric, at: Date): SlaStand {
  const terms = stand.promises[metric];
  if (!terms) return stand;
  const sequence = stand.clocks.filter((clock) => clock.metric === metric).length + 1;
  return { ...stand, clocks: [...stand.clocks, startClock({ metric, sequence, terms }, at)] };
}

const unfinished = (stand: SlaStand, metric: SlaMetric) =>
  stand.clocks.some((clock) => clock.metric === metric && isUnfinished(clock));

function ended(
  stand: SlaStand,
  metrics: readonly SlaMetric[],
  end: Readonly<{ at: Date; reason?: string }>,
): SlaStand {
  const clocks = stand.clocks.map((clock) => {
    if (!metrics.includes(clock.metric) || !isUnfinished(clock)) return clock;
    return fulfilClock(clock, end);
  });
  return { ...stand, clocks };
}

function cancelled(stand: SlaStand, at: Date, reason: string): SlaStand {
  const clocks = stand.clocks.map((clock) =>
    isUnfinished(clock) ? cancelClock(clock, { at, reason }) : clock,
  );
  return { ...stand, clocks };
}

/**
 * Other promises from now on: another priority, policy or calendar. Clocks that are done are not judged again; those that
 * are no longer promised are cancelled; the others keep what they have counted.
 */
export function repromise(stand: SlaStand, promises: SlaPromises, at: Date): SlaStand {
  const clocks = stand.clocks.map((clock) => {
    const terms = promises[clock.metric];
    if (!isUnfinished(clock)) return resting(clock, terms);
    return terms
      ? retargetClock(clock, { target: terms.target, hours: terms.hours }, at)
      : cancelClock(clock, { at, reason: 'policy_changed' });
  });
  return { clocks, promises };
}

/** A fulfilled clock takes the new terms with it for the case that the ticket is reopened; its verdict stays. */
function resting(clock: SlaClock, terms: SlaTerms | undefined): SlaClock {
  return terms && clock.fulfilledAt ? { ...clock, target: terms.target, hours: terms.hours } : clock;
}
