import { expect, test } from 'vitest';
import {
  averageHandleSeconds,
  extendedWrapUp,
  handleSeconds,
  isWrappingUp,
  wrapUpSeconds,
} from '@/domain/phone/handle-time';

const at = (seconds: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + seconds * 1000);
const open = { endedAt: at(0), until: at(120), finishedAt: null, extended: false };

test('average handle time is talk, hold and after-call work over handled calls (contracts G.7)', () => {
  const calls = [
    { talkSeconds: 240, holdSeconds: 30, wrapUpSeconds: 60 },
    { talkSeconds: 300, holdSeconds: 0, wrapUpSeconds: 90 },
    { talkSeconds: 180, holdSeconds: 60, wrapUpSeconds: 30 },
  ];
  expect(calls.map(handleSeconds)).toEqual([330, 390, 270]);
  expect(averageHandleSeconds(calls)).toBe(330);
  expect(averageHandleSeconds([])).toBeNull();
});

test('after-call work begins at hang-up and ends when the agent is done, or when its time is over', () => {
  expect(isWrappingUp(open, at(119))).toBe(true);
  expect(isWrappingUp(open, at(120))).toBe(false);
  expect(isWrappingUp({ ...open, finishedAt: at(30) }, at(60))).toBe(false);
  expect(wrapUpSeconds(open, at(45))).toBe(45);
  expect(wrapUpSeconds(open, at(500))).toBe(120);
  expect(wrapUpSeconds({ ...open, finishedAt: at(30) }, at(500))).toBe(30);
  expect(wrapUpSeconds({ ...open, endedAt: null }, at(500))).toBe(0);
});

test('it can be extended once, while it runs', () => {
  expect(extendedWrapUp(open, { at: at(100), seconds: 120 })).toEqual(at(240));
  expect(extendedWrapUp({ ...open, extended: true }, { at: at(100), seconds: 120 })).toBeNull();
  expect(extendedWrapUp(open, { at: at(121), seconds: 120 })).toBeNull();
});
