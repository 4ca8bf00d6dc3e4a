import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, isLow, readAnswer, whoFollowsUp } from '@/domain/survey/answer';

const texts = { en: 'x', hu: 'x', lv: 'x' };
const terms = {
  kind: 'csat',
  steps: 5,
  questions: [
    { id: 'speed', kind: 'scale', required: false, texts, options: [] },
    {
      id: 'why',
      kind: 'choice',
      required: true,
      texts,
      options: [
        { id: 'slow', texts },
        { id: 'kind', texts },
      ],
    },
    { id: 'more', kind: 'text', required: false, texts, options: [] },
  ],
} as const;

describe('an answer', () => {
  it('keeps what was asked and drops what was not', () => {
    const read = readAnswer(terms, {
      score: '4',
      answers: { why: 'kind', more: ' All well. ', foreign: 'x' },
      comment: '  Thank you!  ',
    });
    expect(read).toEqual({
      ok: true,
      value: { score: 4, answers: { why: 'kind', more: 'All well.' }, comment: 'Thank you!' },
    });
  });

  it.each([
    ['score', { score: '6' }],
    ['score', { score: '0' }],
    ['score', { score: '' }],
    ['score', { score: '4.5' }],
    ['score', { score: '-1' }],
    ['score', { score: null }],
    ['why', { answers: {} }],
    ['why', { answers: { why: 'other' } }],
    ['speed', { answers: { why: 'slow', speed: '9' } }],
  ])('is refused for its %s: %o', (field, over) => {
    const read = readAnswer(terms, { score: '5', answers: { why: 'slow' }, comment: '', ...over });
    expect(read.ok ? null : Object.keys(read.error.fields)).toEqual([field]);
  });

  it('never holds a score outside of the scale, whatever came in', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('csat', 'nps', 'ces', 'resolved'), (score, kind) => {
        const read = readAnswer({ kind, steps: 3, questions: [] }, { score, answers: {}, comment: '' });
        if (!read.ok) return;
        expect(read.value.score).toBeGreaterThanOrEqual(0);
        expect(read.value.score).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('a low score', () => {
  it('is one at or below the limit, where there is one', () => {
    const followUp = { atMost: 2, assign: 'manager', userId: null, dueInHours: 24 } as const;
    expect([1, 2, 3].map((score) => isLow(score, followUp))).toEqual([true, true, false]);
    expect(isLow(1, null)).toBe(false);
  });

  const person = (userId: string, role: string, over: Partial<Candidate> = {}): Candidate => ({
    ...{ userId, role, leads: false, near: true, away: false, substituteId: null, ...over },
  });
  const candidates = [
    person('agent', 'agent'),
    person('lead', 'agent', { leads: true }),
    person('elsewhere', 'manager', { near: false }),
    person('manager', 'manager'),
    person('owner', 'owner'),
  ];

  it('is for who stands in for whoever is away, or for the next who is there, and waits for nobody who is rated', () => {
    const away = (...ids: string[]) =>
      candidates.map((each) => ({ ...each, away: ids.includes(each.userId) }));
    const lead = { assign: 'team_lead', userId: null } as const;
    const who = (all: readonly Candidate[], ratedId = 'agent') =>
      whoFollowsUp(lead, { candidates: all, ratedId });
    expect(who(away('lead'))).toBe('manager');
    expect(who(away('lead', 'manager'))).toBe('elsewhere');
    const withStandIn = away('lead').map((each) =>
      each.userId === 'lead' ? { ...each, substituteId: 'agent' } : each,
    );
    expect(who(withStandIn, 'other')).toBe('agent');
    expect(who(withStandIn)).toBe('manager');
    expect(who(away('lead', 'manager', 'elsewhere', 'owner', 'agent'))).toBe('lead');
  });

  it.each([
    ['team_lead', null, 'agent', 'lead'],
    ['team_lead', null, 'lead', 'manager'],
    ['manager', null, 'agent', 'manager'],
    ['manager', null, 'manager', 'elsewhere'],
    ['person', 'agent', 'lead', 'agent'],
    ['person', 'agent', 'agent', 'manager'],
    ['person', 'gone', 'agent', 'manager'],
  ] as const)('%s %s, about %s: %s', (assign, userId, ratedId, who) => {
    expect(whoFollowsUp({ assign, userId }, { candidates, ratedId })).toBe(who);
  });

  it('is nobody’s where there is nobody but the one whom it is about', () => {
    expect(
      whoFollowsUp(
        { assign: 'manager', userId: null },
        { candidates: [person('owner', 'owner', { leads: true })], ratedId: 'owner' },
      ),
    ).toBeNull();
  });
});
