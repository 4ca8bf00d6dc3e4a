import { expect, test } from 'vitest';
import { isPromisable } from '@/domain/promise/promisable';

const now = new Date('2026-11-16T09:00:00Z');

test.each([
  ['2026-11-16T09:00:00.001Z', true],
  ['2027-11-17T09:00:00Z', true],
  ['2026-11-16T09:00:00Z', false],
  ['2026-11-15T09:00:00Z', false],
  ['2027-11-18T09:00:00Z', false],
])('%s can be promised: %s', (due, can) => {
  expect(isPromisable(new Date(due), now)).toBe(can);
});
