import { expect, test } from 'vitest';
import { isRoutable, presentState } from '@/domain/routing/availability';

test('what a person chose counts while their connection is there; without it they are offline', () => {
  expect(presentState(null)).toBe('offline');
  expect(presentState({ state: 'break', absentSince: null })).toBe('break');
  expect(presentState({ state: 'online', absentSince: new Date() })).toBe('offline');
});

test('work is offered to who is there and neither speaks on the telephone nor is still busy with a call', () => {
  expect(isRoutable({ state: 'online', onPhone: null })).toBe(true);
  expect(isRoutable({ state: 'online', onPhone: 'call' })).toBe(false);
  expect(isRoutable({ state: 'online', onPhone: 'wrap_up' })).toBe(false);
  expect(isRoutable({ state: 'away', onPhone: null })).toBe(false);
});
