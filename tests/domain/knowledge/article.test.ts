import { describe, expect, test } from 'vitest';
import {
  asksToPublish,
  continuesRevision,
  hasUnpublished,
  hourProblem,
  hoursAfter,
  isDue,
  isStale,
  stateAfter,
  stepsFrom,
} from '@/domain/knowledge/article';

const none = { publishAt: null, archiveAt: null } as const;
const draft = { state: 'draft', revision: 1, liveRevision: null, ...none } as const;
const live = { state: 'published', revision: 3, liveRevision: 3, ...none } as const;

describe('the way of a text', () => {
  test.each([
    ['a draft', draft, ['submit', 'publish', 'schedule', 'archive']],
    ['one in review', { ...draft, state: 'in_review' }, ['return', 'publish', 'schedule', 'archive']],
    [
      'one that waits for its hour',
      { ...draft, publishAt: new Date(0) },
      ['submit', 'unschedule', 'publish', 'schedule_archive', 'archive'],
    ],
    ['a published one', live, ['withdraw', 'schedule_archive', 'archive']],
    [
      'a published one with an end',
      { ...live, archiveAt: new Date(0) },
      ['withdraw', 'unschedule_archive', 'archive'],
    ],
    [
      'a published one that was changed',
      { ...live, revision: 4 },
      ['submit', 'publish', 'schedule', 'withdraw', 'schedule_archive', 'archive'],
    ],
    ['an archived one', { ...draft, state: 'archived' }, ['revive']],
  ] as const)('%s can go', (_, text, steps) => {
    expect(stepsFrom(text)).toEqual(steps);
  });

  test('each step leads to its state', () => {
    expect(stateAfter('submit', draft)).toBe('in_review');
    expect(stateAfter('publish', draft)).toBe('published');
    expect(stateAfter('return', { ...draft, state: 'in_review' })).toBe('draft');
    expect(stateAfter('return', { ...live, state: 'in_review' })).toBe('published');
    expect(stateAfter('withdraw', live)).toBe('draft');
    expect(stateAfter('archive', live)).toBe('archived');
    expect(stateAfter('revive', { ...draft, state: 'archived' })).toBe('draft');
    expect(stateAfter('schedule', { ...draft, state: 'in_review' })).toBe('in_review');
    expect(stateAfter('unschedule', draft)).toBe('draft');
    expect(stateAfter('schedule_archive', live)).toBe('published');
    expect(stateAfter('unschedule_archive', live)).toBe('published');
  });

  test('only what readers see is the matter of publishers', () => {
    expect((['submit', 'return'] as const).filter(asksToPublish)).toEqual([]);
    expect((['publish', 'schedule', 'withdraw', 'archive', 'revive'] as const).every(asksToPublish)).toBe(
      true,
    );
  });

  test('what readers see is behind the text at work', () => {
    expect(hasUnpublished(draft)).toBe(true);
    expect(hasUnpublished(live)).toBe(false);
    expect(hasUnpublished({ ...live, revision: 4 })).toBe(true);
  });
});

test('a translation is stale once the original has moved on', () => {
  expect(isStale({ sourceRevision: 3 }, { liveRevision: 3 })).toBe(false);
  expect(isStale({ sourceRevision: 3 }, { liveRevision: 4 })).toBe(true);
  expect(isStale({ sourceRevision: null }, { liveRevision: 1 })).toBe(true);
  expect(isStale({ sourceRevision: 3 }, { liveRevision: null })).toBe(false);
});

test('it is due on its day', () => {
  expect(isDue('2026-03-02', '2026-03-02')).toBe(true);
  expect(isDue('2026-03-03', '2026-03-02')).toBe(false);
  expect(isDue(null, '2026-03-02')).toBe(false);
});

describe('what happens to a text by itself', () => {
  const [now, soon, later] = [0, 1, 2].map((hour) => new Date(Date.UTC(2026, 2, 2, 9 + hour))) as [
    Date,
    Date,
    Date,
  ];

  test.each([
    ['an hour to come', 'schedule', { at: soon }, null],
    ['this very moment', 'schedule', { at: now }, 'past'],
    ['no hour', 'schedule_archive', { at: null }, 'past'],
    ['an end behind its beginning', 'schedule_archive', { at: later, publishAt: soon }, null],
    ['an end at its beginning', 'schedule_archive', { at: soon, publishAt: soon }, 'order'],
    ['a beginning behind its end', 'schedule', { at: later, archiveAt: soon }, 'order'],
    ['a step without an hour', 'publish', { at: null }, null],
  ] as const)('%s', (_, step, given, problem) => {
    expect(hourProblem(step, { ...none, now, ...given })).toBe(problem);
  });

  test('an end stays while readers see the text, or will', () => {
    const both = { publishAt: soon, archiveAt: later };
    expect(hoursAfter('schedule', { ...draft, archiveAt: later }, soon)).toEqual(both);
    expect(hoursAfter('schedule_archive', { ...draft, publishAt: soon }, later)).toEqual(both);
    for (const step of ['submit', 'return'] as const)
      expect(hoursAfter(step, { ...draft, ...both }, null)).toEqual(both);
    expect(hoursAfter('publish', { ...draft, ...both }, null)).toEqual({ publishAt: null, archiveAt: later });
    expect(hoursAfter('unschedule', { ...live, ...both }, null)).toEqual({
      publishAt: null,
      archiveAt: later,
    });
    expect(hoursAfter('unschedule', { ...draft, ...both }, null)).toEqual(none);
    expect(hoursAfter('unschedule_archive', { ...live, ...both }, null)).toEqual({
      ...both,
      archiveAt: null,
    });
    for (const step of ['withdraw', 'archive', 'revive'] as const)
      expect(hoursAfter(step, { ...live, ...both }, null)).toEqual(none);
  });
});

describe('one go of writing is one revision', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const last = { number: 2, kind: 'written', authorId: 'a', at };
  const now = { authorId: 'a', at: new Date('2026-03-02T09:09:00Z'), liveRevision: 1 };
  test('of the same person, within ten minutes', () => expect(continuesRevision(last, now)).toBe(true));
  test.each([
    ['another person', last, { ...now, authorId: 'b' }],
    ['a program', { ...last, authorId: null }, { ...now, authorId: null }],
    ['later', last, { ...now, at: new Date('2026-03-02T09:10:00Z') }],
    ['after it was published', last, { ...now, liveRevision: 2 }],
    ['after a restored one', { ...last, kind: 'restored' }, now],
  ])('but not %s', (_, before, saved) => expect(continuesRevision(before, saved)).toBe(false));
});
