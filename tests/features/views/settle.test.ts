import { describe, expect, test } from 'vitest';
import { settle, staysInPlace } from '@/features/views/settle';
import type { LineRow } from '@/features/views/ticket-rows';

const row = (id: string, minute: number, subject = id): LineRow => ({
  id,
  number: 1,
  subject,
  preview: '',
  channel: 'email',
  status: 'open',
  priority: 'normal',
  activityAt: new Date(Date.UTC(2026, 2, 2, 9, minute)),
  lastDirection: 'inbound',
  requester: 'Anna',
  assignee: null,
  tags: [],
  nextDueAt: null,
  nextDueMetric: null,
  promiseState: null,
  promiseDueAt: null,
  snoozedUntil: null,
  unread: false,
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const shown = [row('c', 30), row('b', 20), row('a', 10)];

describe('a list that somebody is reading', () => {
  test('keeps its lines where they are when new tickets come, and counts these', () => {
    const settled = settle(shown, [row('e', 50), row('d', 40), ...shown]);
    expect(ids(settled.rows)).toEqual(['c', 'b', 'a']);
    expect(settled.arrived).toBe(2);
  });

  test('counts a ticket that news would lift, and shows the news in its old place', () => {
    const settled = settle(shown, [row('a', 40, 'changed'), row('c', 30), row('b', 20)]);
    expect(ids(settled.rows)).toEqual(['c', 'b', 'a']);
    expect(settled.rows[2]?.subject).toBe('changed');
    expect(settled.arrived).toBe(1);
  });

  test('counts nothing when the topmost ticket has news and stays on top', () => {
    expect(settle(shown, [row('c', 40, 'changed'), row('b', 20), row('a', 10)]).arrived).toBe(0);
  });

  test('leaves a ticket that has gone in its place, marked', () => {
    const settled = settle(shown, [row('c', 30), row('a', 10)]);
    expect(ids(settled.rows)).toEqual(['c', 'b', 'a']);
    expect(settled.rows.map(({ left }) => left ?? false)).toEqual([false, true, false]);
    expect(settled.arrived).toBe(0);
  });

  test('does not take an older ticket that moved up from the next page for a new one', () => {
    expect(settle(shown, [row('c', 30), row('a', 10), row('z', 5)]).arrived).toBe(0);
  });

  test('counts the first tickets of an empty list', () => {
    expect(settle([], shown).arrived).toBe(3);
  });
});

test('lines stay in place only when the same tickets stand in the same order', () => {
  expect(staysInPlace(shown, [row('c', 40), row('b', 20), row('a', 10)])).toBe(true);
  expect(staysInPlace(shown, [row('b', 20), row('c', 30), row('a', 10)])).toBe(false);
  expect(staysInPlace(shown, shown.slice(0, 2))).toBe(false);
});
