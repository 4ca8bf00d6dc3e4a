import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forget, remember, undoLast } from '@/ui/undo';

// Messages on the screen need one.
vi.mock('sonner', () => ({ toast: Object.assign(vi.fn(), { dismiss: vi.fn() }) }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  while (undoLast());
  vi.useRealTimers();
});

test('the newest goes back first, each once', () => {
  const undone: string[] = [];
  remember(() => undone.push('first'));
  const second = remember(() => undone.push('second'));
  expect(undoLast()).toBe(true);
  second();
  expect(undoLast()).toBe(true);
  expect(undoLast()).toBe(false);
  expect(undone).toEqual(['second', 'first']);
});

test('a way back that was taken by its button is not there for the key', () => {
  const run = vi.fn();
  remember(run)();
  expect(undoLast()).toBe(false);
  expect(run).toHaveBeenCalledTimes(1);
});

test('after its time there is nothing to undo', () => {
  const run = vi.fn();
  remember(run, { milliseconds: 10_000 });
  vi.advanceTimersByTime(10_001);
  expect(undoLast()).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test('of one thing the last way back counts, and one that is gone is forgotten', () => {
  const [before, after] = [vi.fn(), vi.fn()];
  remember(before, { key: 'snooze' });
  remember(after, { key: 'snooze' });
  expect(undoLast()).toBe(true);
  expect(undoLast()).toBe(false);
  expect([before.mock.calls.length, after.mock.calls.length]).toEqual([0, 1]);
  remember(after, { key: 'message' });
  forget('message');
  expect(undoLast()).toBe(false);
});
