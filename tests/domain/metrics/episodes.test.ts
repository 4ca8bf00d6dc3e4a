import { expect, test } from 'vitest';
import { episodesOf, isIn } from '@/domain/metrics/episodes';
import { tellStory } from '@/domain/metrics/ticket-story';
import { minute, moves, pastOf, says } from './given';

const DAY = 24 * 60;
const episodes = (...events: Parameters<typeof pastOf>[0][number][]) =>
  episodesOf(tellStory(pastOf(events)), minute(0), 7);

test('a ticket that was never solved has no episode', () => {
  expect(episodes(says(0, 'asks'), says(5, 'answers'))).toEqual([]);
});

test('exactly after the days is the same episode still, a minute later another one', () => {
  const back = (at: number) =>
    episodes(
      says(0, 'asks'),
      moves(60, 'new', 'solved'),
      moves(at, 'solved', 'open'),
      moves(at + 9, 'open', 'solved'),
    );
  expect(back(60 + 7 * DAY)).toMatchObject([{ from: minute(0), until: null }]);
  const later = minute(61 + 7 * DAY);
  expect(back(61 + 7 * DAY)).toMatchObject([
    { from: minute(0), until: later, asked: true },
    { from: later, until: null, asked: false },
  ]);
});

test('a moment at the border belongs to the episode that begins there', () => {
  const span = { since: minute(10), until: minute(20) };
  expect([9, 10, 19, 20].map((at) => isIn(span, minute(at)))).toEqual([false, true, true, false]);
  expect(isIn({ since: null, until: null }, minute(-5))).toBe(true);
});
