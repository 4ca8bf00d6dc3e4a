import { instantAfter, isUnfinished, type SlaClock, type SlaMetric } from './clock';
import type { SlaPromise } from './settle';

/** How far the warnings of a clock have gone (contracts H.2, rule 12). */
export const WATCH = { warned: 1, missed: 2, escalated: 3, called: 4 } as const;

/** When a clock has to be looked at. */
export type WatchTimes = Readonly<{ warnAt: Date | null; escalateAt: Date | null; webhookAt: Date | null }>;

const NEVER: WatchTimes = { warnAt: null, escalateAt: null, webhookAt: null };

const SHARE = 0.75;

type Watching = Pick<SlaPromise, 'warnBefore' | 'escalateAfter' | 'webhookAfter'>;

/**
 * When people are warned that a target is at risk, at 75 % of it or `warnBefore` its end, whichever is later; and when
 * managers and a webhook hear that it was missed. Null for a clock that stands still.
 */
export function watchTimes(clock: SlaClock, promise: Watching | undefined): WatchTimes {
  const { hours, target, consumed, runningSince, breachedAt } = clock;
  if (!isUnfinished(clock) || !runningSince || !promise) return NEVER;
  const warnAfter = Math.max(target * SHARE, target - promise.warnBefore);
  const missedAt = breachedAt ?? clock.dueAt;
  const after = (late: number | null) =>
    late === null || missedAt === null ? null : instantAfter(hours, missedAt, late);
  const escalateAt = after(promise.escalateAfter);
  const webhookAt = after(promise.webhookAfter);
  return {
    warnAt: breachedAt ? null : instantAfter(hours, runningSince, Math.max(0, warnAfter - consumed)),
    escalateAt,
    // Never before the managers, so that the levels come one after the other.
    webhookAt: webhookAt && escalateAt && webhookAt < escalateAt ? escalateAt : webhookAt,
  };
}

type Watched = WatchTimes & Pick<SlaClock, 'dueAt' | 'breachedAt' | 'fulfilledAt' | 'cancelledAt'>;

/** The next instant at which the sweep looks at a clock that has gone as far as `level`; null when never. */
export function nextSweep(clock: Watched, level: number): Date | null {
  if (clock.fulfilledAt || clock.cancelledAt || level >= WATCH.called) return null;
  if (level >= WATCH.escalated) return clock.webhookAt;
  if (level >= WATCH.missed) return clock.escalateAt ?? clock.webhookAt;
  if (level < WATCH.warned && clock.warnAt && !clock.breachedAt) return clock.warnAt;
  const missedAt = clock.breachedAt ?? clock.dueAt;
  return missedAt && new Date(missedAt.getTime() + 1);
}

/** The running clock that is due first; one that is late already comes before all others. */
export function nextDue(
  clocks: readonly SlaClock[],
): Readonly<{ nextDueAt: Date | null; nextDueMetric: SlaMetric | null }> {
  const running = clocks.filter((clock) => isUnfinished(clock) && clock.dueAt !== null);
  const [first] = running.toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
  return { nextDueAt: first?.dueAt ?? null, nextDueMetric: first?.metric ?? null };
}

type Late = Omit<Watched, 'fulfilledAt' | 'cancelledAt'>;

/** A step of a clock's warnings, and the true instant of it. */
export type WatchStep = Readonly<{ level: 1 | 2 | 3 | 4; at: Date }>;

/**
 * The steps that a clock has gone through by `asOf` beyond `level`, in their order. One that is late is not warned of any
 * more; exactly at its due instant it is not late.
 */
export function stepsDue(clock: Late & Readonly<{ level: number }>, asOf: Date): WatchStep[] {
  const { warnAt, dueAt, breachedAt, escalateAt, webhookAt, level } = clock;
  const missedAt = breachedAt ?? (dueAt && dueAt < asOf ? dueAt : null);
  const steps = [
    { level: WATCH.warned, at: missedAt ? null : warnAt },
    { level: WATCH.missed, at: missedAt },
    { level: WATCH.escalated, at: missedAt && escalateAt },
    { level: WATCH.called, at: missedAt && webhookAt },
  ];
  return steps.flatMap(({ level: step, at }) =>
    step > level && at && at <= asOf ? [{ level: step, at }] : [],
  );
}
