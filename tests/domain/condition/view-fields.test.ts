import { describe, expect, test } from 'vitest';
import {
  assuming,
  forPerson,
  isPersonal,
  SPANS,
  spanDays,
  spanRange,
  VIEW_FIELDS,
  type ViewCondition,
  viewOperatorsOf,
} from '@/domain/condition/view-fields';

describe('spans of days', () => {
  test.each([
    ['today', '2026-03-02', '2026-03-03'],
    ['yesterday', '2026-03-01', '2026-03-02'],
    ['tomorrow', '2026-03-03', '2026-03-04'],
    ['this_week', '2026-03-02', '2026-03-09'],
    ['last_week', '2026-02-23', '2026-03-02'],
    ['next_week', '2026-03-09', '2026-03-16'],
    ['this_month', '2026-03-01', '2026-04-01'],
    ['last_month', '2026-02-01', '2026-03-01'],
    ['last_7_days', '2026-02-24', '2026-03-03'],
    ['last_30_days', '2026-02-01', '2026-03-03'],
    ['next_7_days', '2026-03-02', '2026-03-09'],
    ['earlier', null, '2026-03-02'],
    ['later', '2026-03-03', null],
  ] as const)('%s, on a Monday', (span, from, until) => {
    expect(spanDays(span, '2026-03-02')).toEqual({ from, until });
  });

  test('a week ends with Sunday, and a year is crossed', () => {
    expect(spanDays('this_week', '2026-03-08')).toEqual({ from: '2026-03-02', until: '2026-03-09' });
    expect(spanDays('last_month', '2026-01-31')).toEqual({ from: '2025-12-01', until: '2026-01-01' });
    expect(spanDays('this_month', '2026-01-31')).toEqual({ from: '2026-01-01', until: '2026-02-01' });
    expect(SPANS.every((span) => spanDays(span, '2024-02-29'))).toBe(true);
  });

  test('a day has 23 hours when summer time begins', () => {
    const { from, until } = spanRange('today', new Date('2026-03-29T10:00:00Z'), 'Europe/Riga');
    expect([from?.toISOString(), until?.toISOString()]).toEqual([
      '2026-03-28T22:00:00.000Z',
      '2026-03-29T21:00:00.000Z',
    ]);
  });
});

test('views ask for what stands on a ticket, never for events or business hours', () => {
  expect(VIEW_FIELDS).toContain('createdOn');
  expect(VIEW_FIELDS).toContain('priority');
  for (const name of ['messageText', 'changedBy', 'surveyScore', 'openNow'] as const) {
    expect(VIEW_FIELDS).not.toContain(name);
  }
  expect(viewOperatorsOf('sinceCreated')).toEqual([
    'elapsed_at_least',
    'elapsed_less_than',
    'is_empty',
    'is_set',
  ]);
});

const mine = { field: 'assigneeId', operator: 'is_any_of', values: ['me', 'u2'] } as const;
const notOurs = { field: 'teamId', operator: 'is_none_of', values: ['my_teams'] } as const;
const both: ViewCondition = { all: [mine, { not: notOurs }] };

test('personal words are given their meaning', () => {
  expect(isPersonal(both)).toEqual({ me: true, myTeams: true });
  expect(isPersonal(mine)).toEqual({ me: true, myTeams: false });
  expect(isPersonal({ field: 'subject', operator: 'contains', values: ['me'] })).toEqual({
    me: false,
    myTeams: false,
  });
  expect(forPerson(both, { id: 'u1', teamIds: ['t1', 't2'] })).toEqual({
    all: [{ ...mine, values: ['u1', 'u2'] }, { not: { ...notOurs, values: ['t1', 't2'] } }],
  });
  expect(forPerson(mine, { id: null, teamIds: [] })).toEqual({ ...mine, values: ['u2'] });
});

test('for anybody of whom it is so, or is not', () => {
  expect(assuming(mine, { me: true, myTeams: false })).toEqual({
    any: [
      { field: 'assigneeId', operator: 'is_set' },
      { field: 'assigneeId', operator: 'is_any_of', values: ['u2'] },
    ],
  });
  expect(assuming(notOurs, { me: false, myTeams: false })).toEqual({ not: { any: [] } });
  expect(assuming(notOurs, { me: false, myTeams: true })).toEqual({
    not: { field: 'teamId', operator: 'is_set' },
  });
});
