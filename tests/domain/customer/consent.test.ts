import { expect, test } from 'vitest';
import { mayRecordFor, standingOf, tickCounts } from '@/domain/customer/consent';

const line = (kind: string, given: boolean, byCustomer = false) => ({ kind, given, byCustomer });

test('the newest line of each kind holds', () => {
  const lines = [line('marketing', false, true), line('calls', true), line('marketing', true)];
  expect(standingOf(lines)).toEqual([line('marketing', false, true), line('calls', true)]);
});

test('what a customer took back themselves nobody else gives again; all else is written down', () => {
  expect(mayRecordFor(line('marketing', false, true), true)).toBe(false);
  expect(mayRecordFor(line('marketing', false, true), false)).toBe(true);
  expect(mayRecordFor(line('marketing', false), true)).toBe(true);
  expect(mayRecordFor(line('marketing', true, true), true)).toBe(true);
  expect(mayRecordFor(null, true)).toBe(true);
});

test('a tick in a form undoes a withdrawal only where the customer is signed in', () => {
  const [given, byStaff, byCustomer] = [
    line('marketing', true),
    line('marketing', false),
    line('marketing', false, true),
  ];
  expect([null, given, byStaff, byCustomer].map((latest) => tickCounts(latest, false))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([null, given, byStaff, byCustomer].every((latest) => tickCounts(latest, true))).toBe(true);
});
