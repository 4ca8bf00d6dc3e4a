import { expect, test } from 'vitest';
import { expectedWait } from '@/domain/chat/wait';

const seconds = (...list: number[]) => list.map((each) => each * 1000);

test('four of five recent visitors waited no longer than what is said', () => {
  expect(expectedWait(seconds(10, 20, 40, 50, 600), 0)).toBe(60);
  expect(expectedWait(seconds(100, 110, 125), 0)).toBe(150);
  expect(expectedWait(seconds(1, 1, 1), 0)).toBe(30);
});

test('nothing is said that nobody knows: too few waits, or somebody who waits longer than ever', () => {
  expect(expectedWait([], 0)).toBeNull();
  expect(expectedWait(seconds(10, 20), 0)).toBeNull();
  expect(expectedWait(seconds(10, 20, 30), 31_000)).toBeNull();
  expect(expectedWait(seconds(10, 20, 30), 30_000)).toBe(30);
});
