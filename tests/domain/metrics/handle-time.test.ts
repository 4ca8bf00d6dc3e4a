import { expect, test } from 'vitest';
import { handleMinutes } from '@/domain/metrics/handle-time';
import { minute } from './given';

const SESSIONS = [120, 45, 200].map((seconds, index) => ({ at: minute(index), seconds, corrects: false }));

test('three sessions of 120, 45 and 200 seconds handled a ticket for 365 seconds (contracts G.7b)', () => {
  expect(handleMinutes('email', SESSIONS, minute(9))).toBeCloseTo(365 / 60, 9);
});

test('what began after the solution does not count, corrections always do', () => {
  const late = { at: minute(10), seconds: 500, corrects: false };
  const less = { at: minute(20), seconds: -65, corrects: true };
  expect(handleMinutes('web', [...SESSIONS, late, less], minute(9))).toBe(5);
});

test('nothing measured says nothing, and calls and chats have times of their own', () => {
  expect(handleMinutes('email', [], minute(9))).toBeNull();
  expect(
    handleMinutes(
      'email',
      [
        { at: minute(1), seconds: 60, corrects: false },
        { at: minute(20), seconds: -60, corrects: true },
      ],
      minute(9),
    ),
  ).toBeNull();
  expect([handleMinutes('chat', SESSIONS, minute(9)), handleMinutes('phone', SESSIONS, minute(9))]).toEqual([
    null,
    null,
  ]);
});
