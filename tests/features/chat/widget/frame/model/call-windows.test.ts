import { expect, test } from 'vitest';
import { callWindows } from '@/features/chat/widget/frame/model/call-windows';

const starts = (now: Date, opensAt: Date | null = null) =>
  callWindows(now, opensAt).map(({ from, days }) => `${days} ${from.getHours()}`);

test('the next stretches are offered, each at least an hour ahead', () => {
  expect(starts(new Date(2026, 10, 23, 8, 30))).toEqual(['0 12', '0 15', '1 9', '1 12', '1 15', '2 9']);
  expect(starts(new Date(2026, 10, 23, 8, 0))[0]).toBe('0 9');
  expect(starts(new Date(2026, 10, 23, 17, 0))[0]).toBe('1 9');
});

test('nobody is promised a call before it opens', () => {
  expect(starts(new Date(2026, 10, 21, 12, 0), new Date(2026, 10, 23, 9, 0))[0]).toBe('2 9');
});

test('every stretch is three hours long', () => {
  for (const { from, to } of callWindows(new Date(2026, 10, 23, 8, 30), null))
    expect(+to - +from).toBe(3 * 3_600_000);
});
