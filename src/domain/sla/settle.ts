import type { TicketEvent, TicketStatus } from '@/domain/ticket/ticket';
import {
  fulfilClock,
  isUnfinished,
  judged,
  pauseClock,
  resumeClock,
  type SlaClock,
  type SlaMetric,
  type SlaTerms,
  startClock,
} from './clock';

/** What a policy promises for one metric at the ticket's priority. */
export type SlaPromise = SlaTerms &
  Readonly<{
    /** The statuses in which the clock stands still. */
    pauseOn: readonly TicketStatus[];
    /** Milliseconds before the target at which people are warned, if that is not before 75 % of it. */
    warnBefore: number;
    /** Milliseconds of the clock's own time after it is late at which managers hear of it; null never. */
    escalateAfter: number | null;
  }>;

export type SlaPromises = Readonly<Partial<Record<SlaMetric, SlaPromise>>>;

/** The clocks of one ticket, the promises under which they run, and whether a person has answered in public before. */
export type SlaStand = Readonly<{ clocks: readonly SlaClock[]; promises: SlaPromises; replied: boolean }>;

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

export type Moment = Readonly<{ at: Date; status: TicketStatus }>;

function settleOne(stand: SlaStand, event: TicketEvent, moment: Moment): SlaStand {
  switch (event.type) {
    case 'ticket.created':
      return WORKING.reduce((now, metric) => started(now, metric, moment), stand);
    case 'message.added':
      return said(stand, event.message, moment);
    case 'ticket.status_changed':
      return moved(stand, event, moment.at);
    default:
      return stand;
  }
}

type Said = Extract<TicketEvent, { type: 'message.added' }>['message'];

function said(stand: SlaStand, message: Said, moment: Moment): SlaStand {
  if (message.direction === 'note' || message.automated || message.author.kind === 'system') return stand;
  if (message.direction === 'inbound') return message.thanks ? stand : asked(stand, moment);
  return answered(stand, moment);
}

/** The customer wrote: the first time the first reply is owed, later the next one, from the oldest unanswered message. */
function asked(stand: SlaStand, moment: Moment): SlaStand {
  const first = stand.clocks.find(({ metric }) => metric === 'first_reply');
  if (!first && stand.promises.first_reply) return started(stand, 'first_reply', moment);
  const answeredOnce = first && !first.cancelledAt ? !isUnfinished(first) : stand.replied;
  return answeredOnce && !unfinished(stand, 'next_reply') ? started(stand, 'next_reply', moment) : stand;
}

/** A person answered in public. */
function answered(stand: SlaStand, moment: Moment): SlaStand {
  const { at, status } = moment;
  const ends = ended(stand, ['first_reply', 'next_reply', 'periodic_update'], { at });
  const replied = { ...ends, replied: true };
  const open = status !== 'solved' && status !== 'closed';
  return open ? started(replied, 'periodic_update', moment) : replied;
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
    if (!promise) return clock;
    if (isUnfinished(clock)) return aligned(clock, promise, { at, status: to });
    return reopened
      ? aligned({ ...clock, target: promise.target, hours: promise.hours }, promise, { at, status: to })
      : clock;
  });
  return { ...stand, clocks };
}

/** Running or paused as the promise says for this status. */
export function aligned(clock: SlaClock, { pauseOn }: SlaPromise, { at, status }: Moment): SlaClock {
  if (!pauseOn.includes(status)) return resumeClock(clock, at);
  return clock.fulfilledAt
    ? { ...pauseClock(resumeClock(clock, at), at), fulfilledAt: null }
    : pauseClock(clock, at);
}

function started(stand: SlaStand, metric: SlaMetric, moment: Moment): SlaStand {
  const promise = stand.promises[metric];
  if (!promise) return stand;
  const sequence = stand.clocks.filter((clock) => clock.metric === metric).length + 1;
  const terms = { target: promise.target, hours: promise.hours };
  const clock = aligned(startClock({ metric, sequence, terms }, moment.at), promise, moment);
  return { ...stand, clocks: [...stand.clocks, clock] };
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
