import { describe, expect, it } from 'vitest';
import { nextLiveTry, nextTry } from '@/domain/delivery/retry';

const at = new Date('2026-03-02T09:00:00Z');
const after = (attempts: number) =>
  ((nextTry(attempts, at)?.getTime() ?? Number.NaN) - at.getTime()) / 60_000;

describe('a mail that could not be handed over', () => {
  it('is tried again after ever longer waits', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(after)).toEqual([1, 5, 15, 60, 240, 720, 1440]);
  });

  it('is given up after the eighth try', () => {
    expect(nextTry(8, at)).toBeNull();
  });
});

it('in a conversation the first tries come quickly, and never before the vendor wants to be asked again', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const seconds = (attempts: number, wait: number | null) => {
    const next = nextLiveTry(attempts, at, wait);
    return next && (next.getTime() - at.getTime()) / 1000;
  };
  expect([1, 2, 3].map((attempts) => seconds(attempts, null))).toEqual([5, 30, 120]);
  expect(seconds(1, 60)).toBe(60);
  expect(seconds(8, 60)).toBeNull();
});
