import { describe, expect, test } from 'vitest';
import type { StaffActor } from '@/domain/permission/actor';
import {
  branchesOf,
  dueRange,
  isDueSpan,
  isView,
  placeFromText,
  placeToText,
  VIEWS,
} from '@/domain/view/view';

const agent: StaffActor = {
  kind: 'user',
  id: 'me',
  name: 'Zsófia',
  role: 'agent',
  scope: 'all',
  teamIds: ['a', 'b'],
};

describe('what a view is made of', () => {
  test.each([
    ['mine', [{ active: true, assigneeId: 'me' }]],
    ['unassigned', [{ active: true, assigneeId: null }]],
    [
      'team',
      [
        { active: true, teamId: 'a' },
        { active: true, teamId: 'b' },
      ],
    ],
    ['open', [{ active: true }]],
    ['promises_at_risk', [{ active: true, promiseState: 'at_risk' }]],
    ['promises_broken', [{ active: true, promiseState: 'broken' }]],
    ['solved', [{ active: false }]],
    ['spam', [{ active: true, aside: 'spam' }]],
    ['trash', []],
  ] as const)('%s, for a person who may read all', (view, branches) => {
    expect(branchesOf(view, agent)).toEqual(branches);
  });

  test('what lies in the trash is for those who may take it out', () => {
    expect(branchesOf('trash', { ...agent, role: 'manager' })).toEqual([{ active: true, aside: 'trash' }]);
  });

  test('a reader of their teams sees their own, their teams’ and what has no team', () => {
    expect(branchesOf('open', { ...agent, scope: 'team' })).toEqual([
      { active: true, assigneeId: 'me' },
      { active: true, teamId: 'a' },
      { active: true, teamId: 'b' },
      { active: true, teamId: null },
    ]);
    expect(branchesOf('unassigned', { ...agent, scope: 'team' })).toEqual([
      { active: true, assigneeId: null, teamId: 'a' },
      { active: true, assigneeId: null, teamId: 'b' },
      { active: true, assigneeId: null, teamId: null },
    ]);
  });

  test('a reader of their own sees no branch that is not assigned to them', () => {
    const own: StaffActor = { ...agent, scope: 'own' };
    for (const view of VIEWS)
      for (const branch of branchesOf(view, own)) expect(branch.assigneeId).toBe('me');
    expect(branchesOf('unassigned', own)).toEqual([]);
  });

  test('an API key without a person has nothing of its own', () => {
    expect(branchesOf('mine', { ...agent, id: null })).toEqual([]);
    expect(branchesOf('open', { ...agent, id: null, scope: 'own' })).toEqual([]);
  });
});

test('only our own views are views', () => {
  expect(VIEWS.every(isView)).toBe(true);
  expect(isView('constructor')).toBe(false);
  expect(isView(undefined)).toBe(false);
});

describe('a place in a list', () => {
  const place = {
    activityAt: new Date('2026-03-02T09:00:00.123Z'),
    id: '0195f0a2-7c1b-7000-8000-0123456789ab',
  };

  test('comes back from its text as it was', () => {
    expect(placeFromText(placeToText(place))).toEqual(place);
  });

  test.each(['', 'x', '_', 'zzzzzzzzzzz_0195f0a27c1b700080000123456789ab', "a_'; drop table", '1_0195'])(
    'is not found in "%s"',
    (text) => {
      expect(placeFromText(text)).toBeNull();
    },
  );

  test('is not found where nothing is', () => {
    expect(placeFromText(undefined)).toBeNull();
  });
});

describe('what a span of due times means', () => {
  const now = new Date('2026-03-28T22:30:00Z');

  test('late is all before now, the hour and today what is still to come', () => {
    expect(dueRange('late', now, 'UTC')).toEqual({ from: null, until: now });
    expect(dueRange('hour', now, 'UTC')).toEqual({ from: now, until: new Date('2026-03-28T23:30:00Z') });
  });

  test('today ends at the reader’s midnight, also in the night in which the clock jumps', () => {
    expect(dueRange('today', now, 'UTC').until).toEqual(new Date('2026-03-29T00:00:00Z'));
    expect(dueRange('today', now, 'Europe/Riga').until).toEqual(new Date('2026-03-29T21:00:00Z'));
  });

  test('no other word is a span', () => {
    expect([isDueSpan('today'), isDueSpan('tomorrow'), isDueSpan(null)]).toEqual([true, false, false]);
  });
});
