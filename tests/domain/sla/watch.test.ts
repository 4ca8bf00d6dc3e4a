import { describe, expect, test } from 'vitest';
import { nextDue, nextSweep, stepsDue, watchTimes } from '@/domain/sla/watch';
import { aClock, MINUTE, monday } from './given';

const promise = { warnBefore: 60 * MINUTE, escalateAfter: 60 * MINUTE, webhookAfter: 90 * MINUTE };
const watched = (minutes = 120) => {
  const clock = aClock(minutes);
  return { ...clock, ...watchTimes(clock, promise), level: 0 };
};

describe('when people are told', () => {
  test('at 75 % of a short target, and no longer before its end than asked of a long one', () => {
    expect(watchTimes(aClock(120), promise).warnAt).toEqual(monday('10:30'));
    expect(watchTimes(aClock(400), promise).warnAt).toEqual(monday('14:40'));
  });

  test('managers in the open time of the clock after it is late', () => {
    expect(watchTimes(aClock(450), promise).escalateAt).toEqual(new Date('2026-11-17T09:30:00+01:00'));
    expect(watchTimes(aClock(120), { ...promise, escalateAfter: null }).escalateAt).toBeNull();
  });

  test('nobody of a clock that stands still', () => {
    const paused = aClock(120, { runningSince: null, dueAt: null });
    expect(watchTimes(paused, promise)).toEqual({ warnAt: null, escalateAt: null, webhookAt: null });
  });

  test('a webhook after its own time, but never before the managers', () => {
    expect(watchTimes(aClock(120), promise).webhookAt).toEqual(monday('12:30'));
    expect(watchTimes(aClock(120), { ...promise, webhookAfter: 0 }).webhookAt).toEqual(monday('12:00'));
    const alone = { ...promise, escalateAfter: null };
    expect(watchTimes(aClock(120), alone)).toMatchObject({ escalateAt: null, webhookAt: monday('12:30') });
  });
});

describe('the steps', () => {
  test('come one after the other, each once', () => {
    const clock = watched();
    const levels = (time: string, level: number) =>
      stepsDue({ ...clock, level }, monday(time)).map((step) => step.level);
    expect(levels('10:29', 0)).toEqual([]);
    expect(levels('10:30', 0)).toEqual([1]);
    expect(levels('11:00', 1)).toEqual([]);
    expect(levels('11:01', 1)).toEqual([2]);
    expect(levels('12:00', 2)).toEqual([3]);
    expect(levels('12:30', 3)).toEqual([4]);
    expect(levels('15:00', 4)).toEqual([]);
  });

  test('that were slept through come together, without the warning that is too late', () => {
    expect(stepsDue(watched(), monday('15:00'))).toEqual([
      { level: 2, at: monday('11:00') },
      { level: 3, at: monday('12:00') },
      { level: 4, at: monday('12:30') },
    ]);
  });

  test('say when to look next', () => {
    const clock = watched();
    expect(nextSweep(clock, 0)).toEqual(monday('10:30'));
    expect(nextSweep(clock, 1)).toEqual(new Date(monday('11:00').getTime() + 1));
    expect(nextSweep(clock, 2)).toEqual(monday('12:00'));
    expect(nextSweep(clock, 3)).toEqual(monday('12:30'));
    expect(nextSweep({ ...clock, escalateAt: null }, 2)).toEqual(monday('12:30'));
    expect(nextSweep(clock, 4)).toBeNull();
    expect(nextSweep({ ...clock, fulfilledAt: monday('10:00') }, 0)).toBeNull();
  });
});

test('next due is the running clock that is due first', () => {
  const later = { ...aClock(240), metric: 'resolution' as const };
  const done = aClock(30, { fulfilledAt: monday('09:10') });
  expect(nextDue([later, aClock(120), done])).toEqual({
    nextDueAt: monday('11:00'),
    nextDueMetric: 'first_reply',
  });
  expect(nextDue([])).toEqual({ nextDueAt: null, nextDueMetric: null });
});
