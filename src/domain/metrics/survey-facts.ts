import { ces } from '@/domain/metrics/ces';
import { type CsatSteps, isSatisfied } from '@/domain/metrics/csat';
import { type Fact, valuesOf } from '@/domain/metrics/facts';
import { type About, factsOf } from '@/domain/metrics/line-facts';
import { npsGroup } from '@/domain/metrics/nps';

/** One asking of one customer, and what came of it. */
export type PastSurvey = About &
  Readonly<{
    kind: string;
    /** Of the scale of satisfaction. */
    steps: CsatSteps;
    /** How the customer was asked. */
    way: string;
    state: string;
    sentAt: Date | null;
    score: number | null;
    /** When they first answered. */
    answeredAt: Date | null;
  }>;

/**
 * What an asking counts as (contracts G.1–G.4): an asking that arrived, answered or not, at the time at which it left; and the
 * score at the time of the answer. Links that people pass on are asked of nobody in particular.
 */
export function surveyFacts(survey: PastSurvey): Fact[] {
  const { sentAt, way, state, score, answeredAt } = survey;
  const answered = score !== null && answeredAt !== null;
  const reached = sentAt !== null && way !== 'link' && (answered || state !== 'bounced');
  const asked = reached
    ? factsOf('asked', { ...survey, at: sentAt }, response(survey, answered ? 1 : 0))
    : [];
  return answered
    ? [...asked, ...factsOf('answer', { ...survey, at: answeredAt }, scored(survey, score))]
    : asked;
}

/** The answer of one who was asked, under every survey and under those of its kind. */
function response({ kind }: PastSurvey, answered: 0 | 1): (number | null)[] {
  const ofKind = RESPONSES.find((name) => name === `${kind}_response`);
  return valuesOf('asked', { survey_response: answered, ...(ofKind && { [ofKind]: answered }) });
}

const RESPONSES = ['csat_response', 'nps_response', 'ces_response', 'resolved_response'] as const;

const NPS_POINTS = { promoter: 1, passive: 0, detractor: -1 } as const;

function scored({ kind, steps }: PastSurvey, score: number): (number | null)[] {
  switch (kind) {
    case 'csat':
      return valuesOf('answer', { csat: isSatisfied(score, steps) ? 1 : 0 });
    case 'nps':
      return valuesOf('answer', { nps: NPS_POINTS[npsGroup(score)] });
    case 'ces':
      return valuesOf('answer', effort(score));
    case 'resolved':
      return valuesOf('answer', { fcr_e: score === 1 ? 1 : 0 });
    default:
      return valuesOf('answer', {});
  }
}

/** The three numbers of one score of effort. */
function effort(score: number) {
  const { easy, index } = ces([{ score, count: 1 }]);
  return { ces: score, ces_easy: easy.share, ces_index: (index ?? 0) / 100 };
}
