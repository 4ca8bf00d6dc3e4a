import { expect, test } from 'vitest';
import { compare, evaluate } from '@/domain/metrics/evaluate';
import { definitionOf } from '@/domain/metrics/registry';

const asked = { hours: 'calendar', at: new Date('2026-03-02T00:00:00Z') } as const;
const of = (measure: string, count: number, sum: number, sumOfSquares = sum) =>
  new Map([[measure, { count, sum, sumOfSquares }]]);

test('SLA attainment of contracts G.10: 188 of 200 are 94 %, between 89.8 and 96.5', () => {
  const found = evaluate(definitionOf('sla'), of('sla', 200, 188), asked);
  expect(found).toMatchObject({ value: 0.94, count: 200, weight: 'sound' });
  expect(found.interval?.low).toBeCloseTo(0.898, 3);
  expect(found.interval?.high).toBeCloseTo(0.965, 3);
});

test('occupancy and time with customers of contracts G.12', () => {
  const sums = new Map([
    ['busy_time', { count: 4, sum: 300, sumOfSquares: 3000 }],
    ['idle_time', { count: 2, sum: 90, sumOfSquares: 0 }],
    ['paid_time', { count: 4, sum: 480, sumOfSquares: 0 }],
  ]);
  expect(evaluate(definitionOf('occupancy'), sums, asked).value).toBeCloseTo(0.769, 3);
  expect(evaluate(definitionOf('time_with_customers'), sums, asked).value).toBe(0.625);
});

test('the age of what stands is the time since it began', () => {
  const now = asked.at.getTime() / 60_000;
  const sums = new Map([
    ['backlog', { count: 2, sum: 2, sumOfSquares: 2 }],
    ['backlog_birth', { count: 2, sum: 2 * now - 90, sumOfSquares: 0 }],
  ]);
  expect(evaluate(definitionOf('backlog_age'), sums, asked).value).toBeCloseTo(45, 6);
});

test('fewer than five are not shown; nothing is no number', () => {
  expect(evaluate(definitionOf('one_touch'), of('one_touch', 4, 4), asked).weight).toBe('none');
  expect(evaluate(definitionOf('one_touch'), new Map(), asked)).toMatchObject({ value: null, count: 0 });
});

test('a difference is claimed only where the intervals lie apart', () => {
  const now = evaluate(definitionOf('sla'), of('sla', 200, 188), asked);
  const near = evaluate(definitionOf('sla'), of('sla', 200, 186), asked);
  const far = evaluate(definitionOf('sla'), of('sla', 200, 120), asked);
  expect(compare(definitionOf('sla'), now, near).claim).toBeNull();
  expect(compare(definitionOf('sla'), now, far).claim).toBe('better');
  expect(compare(definitionOf('transfer_rate'), now, far).claim).toBe('worse');
});
