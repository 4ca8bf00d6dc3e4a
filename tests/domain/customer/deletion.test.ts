import { expect, test } from 'vitest';
import { deletionOf } from '@/domain/customer/deletion';

test('a record goes whole where nothing hangs on it, and only who it was where tickets stay', () => {
  expect(deletionOf({ hasHistory: false, hasOpenTickets: false })).toBe('delete');
  expect(deletionOf({ hasHistory: true, hasOpenTickets: false })).toBe('anonymise');
});

test('nobody is deleted to whom an answer is owed', () => {
  expect(deletionOf({ hasHistory: true, hasOpenTickets: true })).toBe('customer.open_tickets');
});
