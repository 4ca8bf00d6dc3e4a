import { addOpenTime, type OpenHours, openTimeBetween } from './business-time';

/** What a target measures. */
export const SLA_METRICS = [
  'first_reply',
  'next_reply',
  'periodic_update',
  'requester_wait',
  'agent_work',
  'resolution',
] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

/** What a promise is measured in: `target` and all durations in milliseconds. */
export type SlaTerms = Readonly<{
  target: number;
  /** Null counts calendar time. */
  hours: OpenHours | null;
}>;

/** One duration promised on one ticket, and how it stands (contracts H.2). Instants are the true ones, never a sweep's. */
export type SlaClock = Readonly<{
  metric: SlaMetric;
  /** 1 for the first cycle of its metric on this ticket. */
  sequence: number;
  target: number;
  /** The calendar in which it counts; null counts calendar time. */
  hours: OpenHours | null;
  startedAt: Date;
  /** Counted before `runningSince`. */
  consumed: number;
  /** Null while it is paused or at its end. */
  runningSince: Date | null;
  dueAt: Date | null;
  breachedAt: Date | null;
  fulfilledAt: Date | null;
  cancelledAt: Date | null;
  /**
   * Why it ended or was judged as it was: `no_reply`, `silence_kept`, `policy_changed`, `before_policy`, `spam`, `merged`,
   * `split`, `taken_over`.
   */
  reason: string | null;
}>;

export type SlaState = 'running' | 'paused' | 'met' | 'missed' | 'uncounted' | 'cancelled';

type Judged = Pick<SlaClock, 'cancelledAt' | 'fulfilledAt' | 'breachedAt' | 'runningSince' | 'reason'>;

/**
 * How a clock stands now; a clock that is late stays running or paused until it is fulfilled. A reply that was never given
 * because the ticket was solved in time, and whatever ended before a policy promised it, is neither met nor missed.
 */
export function stateOf(clock: Judged): SlaState {
  if (clock.cancelledAt) return 'cancelled';
  if (!clock.fulfilledAt) return clock.runningSince ? 'running' : 'paused';
  if (clock.breachedAt) return 'missed';
  return clock.reason === 'no_reply' || clock.reason === 'before_policy' ? 'uncounted' : 'met';
}

/** True while it may still be met or missed. */
export const isUnfinished = (clock: SlaClock): boolean => !clock.fulfilledAt && !clock.cancelledAt;

/** Milliseconds counted up to `at`. */
export function elapsedAt(clock: SlaClock, at: Date): number {
  return clock.consumed + (clock.runningSince ? span(clock.hours, clock.runningSince, at) : 0);
}

/** Milliseconds of the clock's own hours from its start until `at`, whether it ran or stood still. */
export const countedSince = ({ hours, startedAt }: SlaClock, at: Date): number => span(hours, startedAt, at);

const span = (hours: OpenHours | null, from: Date, to: Date) =>
  Math.max(0, hours ? openTimeBetween(hours, from, to) : to.getTime() - from.getTime());

/** The instant at which `left` more milliseconds have been counted; null when that never comes. */
export function instantAfter(hours: OpenHours | null, from: Date, left: number): Date | null {
  return hours ? addOpenTime(hours, from, left) : new Date(from.getTime() + Math.max(0, left));
}

/** A clock that starts to run at `at`. */
export function startClock(
  { metric, sequence, terms }: Readonly<{ metric: SlaMetric; sequence: number; terms: SlaTerms }>,
  at: Date,
): SlaClock {
  return {
    metric,
    sequence,
    target: terms.target,
    hours: terms.hours,
    startedAt: at,
    consumed: 0,
    runningSince: at,
    dueAt: instantAfter(terms.hours, at, terms.target),
    breachedAt: null,
    fulfilledAt: null,
    cancelledAt: null,
    reason: null,
  };
}

/** Stops counting; a paused clock has no due time. */
export function pauseClock(clock: SlaClock, at: Date): SlaClock {
  if (!clock.runningSince) return clock;
  return { ...judged(clock, at), consumed: elapsedAt(clock, at), runningSince: null, dueAt: null };
}

/** Counts on from where it stopped, also after it was fulfilled: a reopened ticket adds to what it had. */
export function resumeClock(clock: SlaClock, at: Date): SlaClock {
  if (clock.runningSince) return clock;
  const reason = clock.breachedAt ? clock.reason : null;
  return { ...clock, runningSince: at, fulfilledAt: null, dueAt: dueFrom(clock, at), reason };
}

/** When the rest of the target is used up, counted from `at`; what was late already stays due when it was due. */
function dueFrom(clock: SlaClock, at: Date): Date | null {
  const left = clock.target - clock.consumed;
  return clock.breachedAt && left <= 0 ? clock.breachedAt : instantAfter(clock.hours, at, left);
}

/** Done at `at`: met when that is not after the due instant. */
export function fulfilClock(
  clock: SlaClock,
  { at, reason = null }: Readonly<{ at: Date; reason?: string | null }>,
): SlaClock {
  const stopped = pauseClock(clock, at);
  return { ...stopped, fulfilledAt: at, reason: reason ?? stopped.reason };
}

/** No longer promised. What was late by then stays late in the record. */
export function cancelClock(
  clock: SlaClock,
  { at, reason }: Readonly<{ at: Date; reason: string }>,
): SlaClock {
  return { ...pauseClock(clock, at), cancelledAt: at, reason };
}

/** Late at its due instant, however much later that is noticed. Exactly at the due instant is not late. */
export function judged(clock: SlaClock, at: Date): SlaClock {
  if (!isUnfinished(clock) || clock.breachedAt || !clock.dueAt || at <= clock.dueAt) return clock;
  return { ...clock, breachedAt: clock.dueAt };
}

/**
 * Another target or calendar from now on: what has been counted so far is kept. When the new due instant lies in the past
 * the clock is late from now, since nobody could have known earlier. A raised target does not undo that it was late.
 */
export function retargetClock(clock: SlaClock, terms: SlaTerms, at: Date): SlaClock {
  if (clock.target === terms.target && clock.hours === terms.hours) return clock;
  const frozen = judged(clock, at);
  const consumed = elapsedAt(frozen, at);
  const moved: SlaClock = { ...frozen, ...terms, consumed };
  if (!frozen.runningSince) return moved;
  const running: SlaClock = { ...moved, runningSince: at };
  if (!frozen.breachedAt && consumed > terms.target) {
    return { ...running, dueAt: at, breachedAt: at, reason: 'policy_changed' };
  }
  return { ...running, dueAt: dueFrom(running, at) };
}
