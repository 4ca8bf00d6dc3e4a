import type { TicketEvent, TicketStatus } from '@/domain/ticket/ticket';
import {
  cancelClock,
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
    /** The same for the webhook. */
    webhookAfter: number | null;
    /** Whether a reply that was never given counts as kept when the ticket is solved in time (contracts H.2, rule 10). */
    silenceIsKept: boolean;
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
    case 'call.answered':
      return spoken(stand, moment);
    case 'ticket.took_over':
      return waitingSince(stand, event.unansweredSince, moment);
    case 'ticket.gave_back':
      return waitingSince(noLonger(stand, event.tookSince, moment.at), event.unansweredSince, moment);
    case 'ticket.split_off':
      return waitingSince(unowed(stand, moment.at), event.unansweredSince, moment);
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
  return wasAnswered(stand) && !unfinished(stand, 'next_reply')
    ? started(stand, 'next_reply', moment)
    : stand;
}

/** Whether the first reply is behind us, so that the next one is owed; a part of another ticket owes none. */
function wasAnswered({ clocks, replied }: SlaStand): boolean {
  const first = clocks.find(({ metric }) => metric === 'first_reply');
  if (!first || (first.cancelledAt && first.reason !== SPLIT)) return replied;
  return !isUnfinished(first);
}

const SPLIT = 'split';

/** A part of another ticket owes no first reply: that was owed there (contracts H.2, rule 7). */
function unowed(stand: SlaStand, at: Date): SlaStand {
  const owed = stand.clocks.some(({ metric }) => metric === 'first_reply');
  const begun = owed ? stand : started(stand, 'first_reply', { at, status: 'new' });
  const clocks = begun.clocks.map((clock) =>
    clock.metric === 'first_reply' && isUnfinished(clock) ? cancelClock(clock, { at, reason: SPLIT }) : clock,
  );
  return { ...begun, clocks };
}

/**
 * A customer who asked on another ticket waits here now: the next reply is owed from then on, where the first one is
 * behind us and nothing older waits. Nobody is late before now, since it was not owed here (contracts H.2, rule 6).
 */
function waitingSince(stand: SlaStand, since: string | null, { at, status }: Moment): SlaStand {
  const promise = stand.promises.next_reply;
  if (since === null || !promise || !wasAnswered(stand)) return stand;
  const from = new Date(since);
  const waiting = stand.clocks.find((clock) => clock.metric === 'next_reply' && isUnfinished(clock));
  if (waiting && waiting.startedAt <= from) return stand;
  const sequence = waiting?.sequence ?? nextSequence(stand, 'next_reply');
  const terms = { target: promise.target, hours: promise.hours };
  const asked = startClock({ metric: 'next_reply', sequence, terms }, from);
  const isLate = asked.dueAt !== null && asked.dueAt < at;
  const late = { dueAt: at, breachedAt: waiting?.breachedAt ?? at, reason: 'taken_over' };
  const owed = aligned(isLate ? { ...asked, ...late } : asked, promise, { at, status });
  return { ...stand, clocks: [...stand.clocks.filter((clock) => clock !== waiting), owed] };
}

/** A merge was undone: the reply that was owed since the other ticket's customer asked is owed there again. */
function noLonger(stand: SlaStand, since: string | null, at: Date): SlaStand {
  if (since === null) return stand;
  const from = new Date(since).getTime();
  const clocks = stand.clocks.map((clock) =>
    clock.metric === 'next_reply' && isUnfinished(clock) && clock.startedAt.getTime() === from
      ? cancelClock(clock, { at, reason: 'merged' })
      : clock,
  );
  return { ...stand, clocks };
}

/** The customer called and somebody answered: asked and answered at once where nothing was owed before. */
function spoken(stand: SlaStand, moment: Moment): SlaStand {
  const first = stand.clocks.some(({ metric }) => metric === 'first_reply');
  return answered(first || stand.replied ? stand : asked(stand, moment), moment);
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
    return ended(unanswered(stand, at), [...WORKING, 'periodic_update'], { at });
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

/** Replies that will never be given, since the ticket is solved. */
function unanswered(stand: SlaStand, at: Date): SlaStand {
  return (['first_reply', 'next_reply'] as const).reduce((now, metric) => {
    const reason = stand.promises[metric]?.silenceIsKept ? 'silence_kept' : 'no_reply';
    return ended(now, [metric], { at, reason });
  }, stand);
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
  const sequence = nextSequence(stand, metric);
  const terms = { target: promise.target, hours: promise.hours };
  const clock = aligned(startClock({ metric, sequence, terms }, moment.at), promise, moment);
  return { ...stand, clocks: [...stand.clocks, clock] };
}

const nextSequence = ({ clocks }: SlaStand, metric: SlaMetric): number =>
  clocks.filter((clock) => clock.metric === metric).length + 1;

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
