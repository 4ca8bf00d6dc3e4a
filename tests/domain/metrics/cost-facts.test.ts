import { expect, test } from 'vitest';
import { costFacts } from '@/domain/metrics/cost-facts';
import { evaluate } from '@/domain/metrics/evaluate';
import { definitionOf } from '@/domain/metrics/registry';

const days = Array.from({ length: 30 }, (_, index) => new Date(Date.UTC(2026, 3, index + 1, 12)));

test('each day of a month costs the same part of it', () => {
  const facts = costFacts({ amount: 42_000, days });
  expect(facts).toHaveLength(30);
  expect(facts.map(({ values }) => values)).toEqual(days.map(() => [1_400]));
  expect(facts[0]).toMatchObject({ kind: 'cost', at: days[0], agentId: null, excluded: null });
});

const sums = (costs: number, count: number) =>
  new Map([
    ['support_cost', { count: costs, sum: costs * 1_400, sumOfSquares: 0 }],
    ['first_reply', { count, sum: 99, sumOfSquares: 99 }],
  ]);
const asked = { hours: 'calendar', at: new Date(), days: 30 } as const;

test('42 000 for 5 600 contacts are 7.50 each (contracts G.15)', () => {
  const told = evaluate(definitionOf('cost_per_contact'), sums(30, 5_600), asked);
  expect(told).toMatchObject({ value: 7.5, count: 5_600, weight: 'sound', interval: null });
});

test('nothing is told while the cost of a day is missing, nor of what nobody did', () => {
  const definition = definitionOf('cost_per_contact');
  expect(evaluate(definition, sums(29, 5_600), asked)).toMatchObject({ value: null, weight: 'none' });
  expect(evaluate(definition, sums(30, 0), asked)).toMatchObject({ value: null, count: 0 });
});
