import { expect, test } from 'vitest';
import { laterState, type PartState, stateOfParts } from '@/domain/delivery/receipts';

const heard = (...told: PartState[]) => told.reduce<PartState | null>(laterState, null);

test('reports in any order end in the furthest state', () => {
  expect(heard('sent', 'delivered', 'read')).toBe('read');
  expect(heard('read', 'sent', 'delivered')).toBe('read');
  expect(heard('delivered', 'delivered', 'sent')).toBe('delivered');
});

test('a failure ends it, but what was delivered has not failed', () => {
  expect(heard('sent', 'failed', 'sent')).toBe('failed');
  expect(heard('delivered', 'failed')).toBe('delivered');
});

test('a message is as far as the slowest of its parts, and failed when one is', () => {
  expect(stateOfParts(['read', 'sent', 'delivered'])).toBe('sent');
  expect(stateOfParts(['read', 'failed'])).toBe('failed');
  expect(stateOfParts([])).toBeNull();
});
