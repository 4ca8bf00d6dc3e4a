import { expect, test } from 'vitest';
import { isRelaxed, type QueueRules } from '@/domain/routing/queue';

const rules = (relaxAfterMinutes: number | null): QueueRules => ({
  mode: 'push',
  order: 'priority',
  matchLanguage: true,
  stickyDays: 30,
  answerSeconds: null,
  relaxAfterMinutes,
});

test('after the set time of waiting anybody may take a ticket; without one it waits for the right one', () => {
  const since = new Date('2026-03-02T09:00:00Z');
  const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000);
  expect(isRelaxed(rules(30), since, later(29))).toBe(false);
  expect(isRelaxed(rules(30), since, later(30))).toBe(true);
  expect(isRelaxed(rules(null), since, later(9999))).toBe(false);
});
