import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProactiveRule } from '@/domain/chat/protocol';
import {
  dueRule,
  type Moment,
  matchesPath,
  type Shown,
  withPageView,
  withShown,
} from '@/features/chat/widget/loader/proactive';

const rule = (over: Partial<ProactiveRule> = {}): ProactiveRule => ({
  id: 'r',
  text: { en: 'Hello' },
  pages: [],
  afterSeconds: 0,
  minVisits: 1,
  languages: [],
  onlyWhenOpen: false,
  maxTimes: 1,
  withinDays: 7,
  ...over,
});

const moment = (over: Partial<Moment> = {}): Moment => ({
  path: '/cart',
  language: 'en',
  open: true,
  visit: 1,
  millisecondsOnPage: 10_000,
  now: Date.parse('2026-11-22T09:00:00Z'),
  ...over,
});

test.each([
  ['/cart', '/cart', true],
  ['/cart', '/cart/2', false],
  ['/cart*', '/cart/2', true],
  ['*/cart', '/lv/cart', true],
  ['/a*b*c', '/a-b-b-c', true],
  ['/a*b*c', '/a-c-b', false],
  ['/a*a', '/a', false],
  ['*', '/', true],
  ['/a.b', '/axb', false],
])('the pattern %s against the page %s: %s', (pattern, path, expected) => {
  expect(matchesPath(pattern, path)).toBe(expected);
});

test('a pattern matches what it was made from', () => {
  const parts = fc.array(
    fc.string({ maxLength: 6 }).map((each) => each.replaceAll('*', '')),
    { minLength: 1 },
  );
  const fills = fc.array(fc.string({ maxLength: 6 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(parts, fills, (pieces, between) => {
      const path = pieces
        .map((piece, index) => piece + (pieces[index + 1] === undefined ? '' : between[index % 10]))
        .join('');
      expect(matchesPath(pieces.join('*'), path)).toBe(true);
    }),
  );
});

test.each<[string, Partial<ProactiveRule>, Partial<Moment>, boolean]>([
  ['on another page', { pages: ['/faq'] }, {}, false],
  ['on one of its pages', { pages: ['/faq', '/cart'] }, {}, true],
  ['too early', { afterSeconds: 11 }, {}, false],
  ['in time', { afterSeconds: 10 }, {}, true],
  ['at the first visit of three', { minVisits: 3 }, {}, false],
  ['at the third visit', { minVisits: 3 }, { visit: 3 }, true],
  ['in another language', { languages: ['hu', 'lv'] }, {}, false],
  ['in its language', { languages: ['en'] }, {}, true],
  ['while nobody is there', { onlyWhenOpen: true }, { open: false }, false],
  ['while nobody need be there', {}, { open: false }, true],
])('a message %s', (_name, over, now, expected) => {
  expect(dueRule([rule(over)], moment(now), {}) !== null).toBe(expected);
});

test('a message is shown as often as it may be, and again when its days are over', () => {
  const twice = rule({ maxTimes: 2, withinDays: 3 });
  const { now } = moment();
  const day = 86_400_000;
  const shown = [0, 1].reduce<Shown>((all, days) => withShown(all, twice, now + days * day), {});
  expect(dueRule([twice], moment({ now: now + 2 * day }), shown)).toBeNull();
  expect(dueRule([twice], moment({ now: now + 3 * day }), shown)).toBe(twice);
});

test('the first message in order is shown, and the next when that one may not be', () => {
  const [first, second] = [rule({ id: '1' }), rule({ id: '2' })];
  expect(dueRule([first, second], moment(), {})).toBe(first);
  expect(dueRule([first, second], moment(), withShown({}, first, moment().now - 1))).toBe(second);
});

test('pages within half an hour are one visit', () => {
  const minute = 60_000;
  const first = withPageView(null, 0);
  expect(withPageView(first, 29 * minute).times).toBe(1);
  expect(withPageView(withPageView(first, 29 * minute), 58 * minute).times).toBe(1);
  expect(withPageView(first, 31 * minute).times).toBe(2);
});
