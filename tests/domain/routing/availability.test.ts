import { expect, test } from 'vitest';
import { presentState } from '@/domain/routing/availability';

test('what a person chose counts while their connection is there; without it they are offline', () => {
  expect(presentState(null)).toBe('offline');
  expect(presentState({ state: 'break', absentSince: null })).toBe('break');
  expect(presentState({ state: 'online', absentSince: new Date() })).toBe('offline');
});
