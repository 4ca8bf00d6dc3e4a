import { expect, test } from 'vitest';
import { reachesTarget } from '@/domain/metrics/target';

const few = { value: 1, interval: { low: 0.51, high: 1 }, weight: 'none' } as const;
const some = { value: 0.9, interval: { low: 0.6, high: 0.98 }, weight: 'uncertain' } as const;
const many = { value: 0.9, interval: { low: 0.79, high: 0.96 }, weight: 'sound' } as const;

test('of fewer than five cases no target is called reached or missed', () => {
  expect(reachesTarget(few, { target: 0.2, better: 'higher' })).toBeNull();
  expect(reachesTarget({ ...few, value: null }, { target: 0.2, better: 'higher' })).toBeNull();
});

test('of fewer than thirty only where the whole interval lies on one side', () => {
  expect(reachesTarget(some, { target: 0.8, better: 'higher' })).toBeNull();
  expect(reachesTarget(some, { target: 0.55, better: 'higher' })).toBe(true);
  expect(reachesTarget(some, { target: 0.99, better: 'higher' })).toBe(false);
  expect(reachesTarget(some, { target: 0.5, better: 'lower' })).toBe(false);
  expect(reachesTarget({ ...some, interval: null }, { target: 0.1, better: 'higher' })).toBeNull();
});

test('of thirty and more by the number itself; where neither way is better, never', () => {
  expect(reachesTarget(many, { target: 0.85, better: 'higher' })).toBe(true);
  expect(reachesTarget(many, { target: 0.95, better: 'higher' })).toBe(false);
  expect(reachesTarget(many, { target: 0.95, better: 'lower' })).toBe(true);
  expect(reachesTarget(many, { target: 0.5, better: null })).toBeNull();
});
