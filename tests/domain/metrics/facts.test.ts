import { expect, test } from 'vitest';
import { FACT_KINDS, placeOf, valuesOf } from '@/domain/metrics/facts';

test('every measure has one name and one place', () => {
  const names = Object.values(FACT_KINDS).flat();
  expect(new Set(names).size).toBe(names.length);
  expect(placeOf('reply_wait')).toEqual({ kind: 'reply', index: 1 });
});

test('what does not apply is null at its place', () => {
  expect(valuesOf('call', { call_abandoned: 0 })).toEqual([null, 0, ...Array(6).fill(null)]);
});
