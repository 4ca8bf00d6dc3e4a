import { expect, test } from 'vitest';
import { knownStatus, ORDER_STATUSES } from '@/domain/order/order';

test.each([
  ['shipped', 'shipped'],
  ['FULFILLED', 'shipped'],
  ['on-hold', 'on_hold'],
  ['On hold', 'on_hold'],
  [' Partially  refunded ', 'partly_refunded'],
  ['canceled', 'cancelled'],
  ['new', 'received'],
])('%s is known as %s', (status, known) => {
  expect(knownStatus(status)).toBe(known);
});

test('our own words are known, and a word that is not known stays as it is', () => {
  expect(ORDER_STATUSES.map(knownStatus)).toEqual(ORDER_STATUSES);
  expect([knownStatus('exchange requested'), knownStatus(''), knownStatus('constructor')]).toEqual([
    null,
    null,
    null,
  ]);
});
