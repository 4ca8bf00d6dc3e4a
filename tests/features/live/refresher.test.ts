import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newRefresher } from '@/features/live/refresher';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('many wishes at once are one refresh, a quarter of a second later', () => {
  const run = vi.fn();
  const refresher = newRefresher(run);
  for (let wish = 0; wish < 20; wish++) refresher.want(1_000);
  vi.advanceTimersByTime(249);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledOnce();
});

test('a steady stream of wishes refreshes once in each pause', () => {
  const run = vi.fn();
  const refresher = newRefresher(run);
  for (let tick = 0; tick < 100; tick++) {
    refresher.want(1_000);
    vi.advanceTimersByTime(50);
  }
  expect(run).toHaveBeenCalledTimes(5);
});

test('an impatient wish goes before a patient one, which is served by it', () => {
  const run = vi.fn();
  const refresher = newRefresher(run);
  refresher.want(0);
  vi.advanceTimersByTime(250);
  refresher.want(10_000);
  refresher.want(500);
  vi.advanceTimersByTime(500);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledTimes(2);
});
