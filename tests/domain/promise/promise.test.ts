import { expect, test } from 'vitest';
import {
  armed,
  judgedPromise,
  pausedPromise,
  pressing,
  promiseSweepAt,
  resumedPromise,
  type TicketPromise,
} from '@/domain/promise/promise';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 16, 9, minutes));
const terms = { hours: null, riskShare: 0.75 };
const promise: TicketPromise = {
  id: 'p',
  about: 'answer',
  source: 'manual',
  promisedAt: at(0),
  dueAt: at(40),
  riskAt: at(30),
  warnedAt: null,
  pausedAt: null,
  keptAt: null,
  brokenAt: null,
  endedAt: null,
  reason: null,
  toldById: null,
  keptById: null,
  replacedById: null,
};

test('it is broken at its due time, and not when that is noticed', () => {
  expect(judgedPromise(promise, at(40)).brokenAt).toBeNull();
  expect(judgedPromise(promise, at(55)).brokenAt).toEqual(at(40));
  expect(judgedPromise({ ...promise, endedAt: at(20) }, at(55)).brokenAt).toBeNull();
});

test('it is at risk when three quarters of its time are used up, and watched anew after progress', () => {
  expect(armed(promise, at(0), terms).riskAt).toEqual(at(30));
  expect(armed(promise, at(20), terms).riskAt).toEqual(at(35));
});

test('while we wait for the customer it stands still, and is due later by that time', () => {
  const paused = pausedPromise(promise, at(10));
  expect(paused).toMatchObject({ pausedAt: at(10), riskAt: null });
  expect(judgedPromise(paused, at(90)).brokenAt).toBeNull();
  expect(resumedPromise(paused, at(25), terms)).toMatchObject({ pausedAt: null, dueAt: at(55) });
});

test('a sweep looks when it comes to be at risk, then right after its due time, and never at what is over', () => {
  expect(promiseSweepAt(promise)).toEqual(at(30));
  expect(promiseSweepAt({ ...promise, warnedAt: at(30) })).toEqual(new Date(at(40).getTime() + 1));
  expect(promiseSweepAt({ ...promise, endedAt: at(35) })).toBeNull();
  expect(promiseSweepAt({ ...promise, pausedAt: at(5) })).toBeNull();
});

test('of several the list shows what is broken, then what is at risk, then what is due first', () => {
  const later = { ...promise, id: 'later', dueAt: at(50) };
  expect(pressing([later, promise])).toEqual({ promiseState: 'open', promiseDueAt: at(40) });
  expect(pressing([promise, { ...later, warnedAt: at(30) }])).toMatchObject({ promiseState: 'at_risk' });
  expect(pressing([promise, { ...later, brokenAt: at(50) }])).toMatchObject({ promiseState: 'broken' });
  expect(pressing([])).toEqual({ promiseState: null, promiseDueAt: null });
});
