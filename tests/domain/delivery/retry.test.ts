import { describe, expect, it } from 'vitest';
import { nextTry } from '@/domain/delivery/retry';

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
