import { expect, test } from 'vitest';
import { FACT_KINDS, NO_DIMENSIONS } from '@/domain/metrics/facts';
import { type PastSurvey, surveyFacts } from '@/domain/metrics/survey-facts';

const sentAt = new Date('2026-03-02T10:00:00Z');
const answeredAt = new Date('2026-03-03T10:00:00Z');
const about = { ticketId: null, customerId: null, dimensions: NO_DIMENSIONS, spam: false };

const counted = (over: Partial<PastSurvey>) =>
  surveyFacts({
    ...{ ...about, kind: 'csat', steps: 5, way: 'email', state: 'answered', sentAt, score: 4, answeredAt },
    ...over,
  }).map(({ kind, at, values }) => ({
    ...{ kind, at },
    ...Object.fromEntries(
      FACT_KINDS[kind].flatMap((name, index) => (values[index] === null ? [] : [[name, values[index]]])),
    ),
  }));

const answer = (kind: string, score: number) => counted({ kind, score })[1];

test('an answer counts when it was given, its asking when it left', () => {
  expect(counted({})).toEqual([
    { kind: 'asked', at: sentAt, survey_response: 1, csat_response: 1 },
    { kind: 'answer', at: answeredAt, csat: 1 },
  ]);
  expect(counted({ state: 'sent', score: null, answeredAt: null })).toEqual([
    { kind: 'asked', at: sentAt, survey_response: 0, csat_response: 0 },
  ]);
});

test('what bounced was not asked, nor is a link that somebody passed on', () => {
  expect(counted({ state: 'bounced', score: null, answeredAt: null })).toEqual([]);
  expect(counted({ way: 'link' }).map(({ kind }) => kind)).toEqual(['answer']);
  expect(counted({ state: 'waiting', sentAt: null, score: null, answeredAt: null })).toEqual([]);
});

test('each kind of survey has its own numbers', () => {
  expect(counted({ steps: 3, score: 2 })[1]).toMatchObject({ csat: 0 });
  expect([answer('nps', 9), answer('nps', 8), answer('nps', 6)]).toMatchObject([
    { nps: 1 },
    { nps: 0 },
    { nps: -1 },
  ]);
  expect([answer('ces', 7), answer('ces', 5), answer('ces', 3)]).toMatchObject([
    { ces: 7, ces_easy: 1, ces_index: 1 },
    { ces: 5, ces_easy: 1, ces_index: 0 },
    { ces: 3, ces_easy: 0, ces_index: -1 },
  ]);
  expect([answer('resolved', 1), answer('resolved', 0)]).toMatchObject([{ fcr_e: 1 }, { fcr_e: 0 }]);
  expect(answer('custom', 5)).toBeUndefined();
});
