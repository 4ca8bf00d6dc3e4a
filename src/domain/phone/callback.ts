import { daysLater, instantOf, localTimeOf } from '@/domain/shared/local-time';
import { fail, ok, type Result } from '@/domain/shared/result';

export type CallbackStatus =
  | 'requested'
  | 'scheduled'
  | 'dialing'
  | 'done'
  | 'failed'
  | 'expired'
  | 'cancelled';

export const ATTEMPT_OUTCOMES = [
  'reached',
  'no_answer',
  'busy',
  'voicemail',
  'wrong_number',
  'failed',
] as const;

export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** A call that we owe, as decisions need it. */
export type Callback = Readonly<{
  id: string;
  status: CallbackStatus;
  windowStart: Date;
  windowEnd: Date;
  /** Where the customer reads the clock. */
  timeZone: string;
  notBefore: Date;
  dueAt: Date;
  attempts: number;
  maxAttempts: number;
  assigneeId: string | null;
  closedAt: Date | null;
}>;

export type Window = Readonly<{ start: Date; end: Date }>;

/** True when somebody is there to call at all, from `start` to `end`. */
type IsStaffed = (window: Window) => boolean;

const LONGEST_WINDOW = 24 * 3_600_000;
const LONGEST_AHEAD = 60 * 86_400_000;
const DAYS_TO_LOOK = 21;

/** Statuses in which the call is still owed. */
export const isOpen = (status: CallbackStatus): boolean =>
  status === 'requested' || status === 'scheduled' || status === 'dialing';

/** A window that can be kept: it has a length of at most a day, and its end is still to come, within two months. */
export function isKeepable({ start, end }: Window, at: Date): boolean {
  const length = end.getTime() - start.getTime();
  return length > 0 && length <= LONGEST_WINDOW && end > at && end.getTime() - at.getTime() <= LONGEST_AHEAD;
}

type Asked = Readonly<{ id: string; window: Window; timeZone: string; maxAttempts: number; at: Date }>;

/** A callback as it is when it is asked for: due at the end of its window. */
export function requestCallback({
  id,
  window,
  timeZone,
  maxAttempts,
  at,
}: Asked): Result<Callback, InvalidWindow> {
  if (!isKeepable(window, at)) return fail({ code: 'callback.window' });
  return ok({
    id,
    status: window.start <= at ? 'requested' : 'scheduled',
    windowStart: window.start,
    windowEnd: window.end,
    timeZone,
    notBefore: window.start,
    dueAt: window.end,
    attempts: 0,
    maxAttempts,
    assigneeId: null,
    closedAt: null,
  });
}

type InvalidWindow = Readonly<{ code: 'callback.window' }>;
type Closed = Readonly<{ code: 'callback.closed' }>;

/** Somebody takes it; taking what another has is allowed, since people stand in for one another. */
export function claimCallback(callback: Callback, userId: string | null): Result<Callback, Closed> {
  return isOpen(callback.status)
    ? ok({ ...callback, assigneeId: userId })
    : fail({ code: 'callback.closed' });
}

/** Another window, agreed with the customer; attempts already made still count. */
export function rescheduleCallback(
  callback: Callback,
  { window, at }: Readonly<{ window: Window; at: Date }>,
): Result<Callback, Closed | InvalidWindow> {
  if (!isOpen(callback.status)) return fail({ code: 'callback.closed' });
  if (!isKeepable(window, at)) return fail({ code: 'callback.window' });
  return ok({
    ...callback,
    status: 'scheduled',
    windowStart: window.start,
    windowEnd: window.end,
    notBefore: window.start,
    dueAt: window.end,
  });
}

/** Somebody dials: it is theirs from now on. */
export function startAttempt(callback: Callback, userId: string | null): Result<Callback, Closed> {
  if (!isOpen(callback.status)) return fail({ code: 'callback.closed' });
  return ok({ ...callback, status: 'dialing', assigneeId: userId ?? callback.assigneeId });
}

/** Nobody was rung after all: it is owed as before, by whoever has it. */
export const stopAttempt = (callback: Callback): Callback =>
  callback.status === 'dialing' ? { ...callback, status: 'scheduled' } : callback;

type Tried = Readonly<{ outcome: AttemptOutcome; at: Date; spacingMinutes: number; isStaffed: IsStaffed }>;

/**
 * What one attempt came to. Reached: done. A wrong number, or the last attempt that was allowed: failed. Otherwise it is
 * tried again after the pause, within the same window, or in the same hours of the next day on which somebody is there.
 */
export function recordAttempt(callback: Callback, tried: Tried): Result<Callback, Closed> {
  if (!isOpen(callback.status)) return fail({ code: 'callback.closed' });
  const attempts = callback.attempts + 1;
  const counted = { ...callback, attempts };
  if (tried.outcome === 'reached') return ok({ ...counted, status: 'done', closedAt: tried.at });
  if (tried.outcome === 'wrong_number' || attempts >= callback.maxAttempts) {
    return ok({ ...counted, status: 'failed', closedAt: tried.at });
  }
  const again = new Date(tried.at.getTime() + tried.spacingMinutes * 60_000);
  if (again < callback.windowEnd) return ok({ ...counted, status: 'scheduled', notBefore: again });
  const next = nextWindow(callback, again, tried.isStaffed);
  return ok({
    ...counted,
    status: 'scheduled',
    windowStart: next.start,
    windowEnd: next.end,
    notBefore: next.start > again ? next.start : again,
    dueAt: next.end,
  });
}

/** The same hours of the customer's clock on the first later day on which somebody is there and that lies after `after`. */
function nextWindow(
  { windowStart, windowEnd, timeZone }: Callback,
  after: Date,
  isStaffed: IsStaffed,
): Window {
  const [start, end] = [localTimeOf(windowStart, timeZone), localTimeOf(windowEnd, timeZone)];
  const lasts = windowEnd.getTime() - windowStart.getTime();
  let fallback: Window | null = null;
  for (let days = 1; days <= DAYS_TO_LOOK; days += 1) {
    const from = instantOf(daysLater(start, days, start.slice(11)), timeZone);
    const to = instantOf(daysLater(end, days, end.slice(11)), timeZone);
    if (!from || !to || to <= after) continue;
    const window = { start: from, end: to > from ? to : new Date(from.getTime() + lasts) };
    fallback ??= window;
    if (isStaffed(window)) return window;
  }
  return fallback ?? { start: after, end: new Date(after.getTime() + lasts) };
}

/** Nobody owes it any more: the customer called it off, or it was forgotten for too long. */
export function closeCallback(
  callback: Callback,
  { as, at }: Readonly<{ as: 'done' | 'failed' | 'cancelled' | 'expired'; at: Date }>,
): Result<Callback, Closed> {
  if (!isOpen(callback.status)) return fail({ code: 'callback.closed' });
  return ok({ ...callback, status: as, closedAt: at });
}

export const AGENDA_GROUPS = ['overdue', 'now', 'today', 'tomorrow', 'later'] as const;

export type AgendaGroup = (typeof AGENDA_GROUPS)[number];

/** Where a callback stands in the day of somebody who reads the clock in `timeZone`. */
export function agendaGroup(
  { notBefore, dueAt }: Pick<Callback, 'notBefore' | 'dueAt'>,
  { now, timeZone }: Readonly<{ now: Date; timeZone: string }>,
): AgendaGroup {
  if (dueAt <= now) return 'overdue';
  if (notBefore <= now) return 'now';
  const day = (at: Date) => localTimeOf(at, timeZone).slice(0, 10);
  if (day(notBefore) === day(now)) return 'today';
  const tomorrow = daysLater(localTimeOf(now, timeZone), 1, '12:00').slice(0, 10);
  return day(notBefore) === tomorrow ? 'tomorrow' : 'later';
}
