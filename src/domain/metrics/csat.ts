import { countOf, type ScoreCount } from '@/domain/metrics/intervals';
import { type Share, shareOf } from '@/domain/metrics/wilson';

/** How many steps a scale of satisfaction may have: thumbs, faces, or one to five. */
export type CsatSteps = 2 | 3 | 5;

/** The lowest score that counts as satisfied: 4 of 5 (top two boxes), the upper of two, the best of three (contracts G.1). */
export const satisfiedFrom = (steps: CsatSteps): number => (steps === 5 ? 4 : steps);

/** Whether this score counts as satisfied on a scale of so many steps, the lowest being 1. */
export const isSatisfied = (score: number, steps: CsatSteps): boolean => score >= satisfiedFrom(steps);

/** CSAT: the share of satisfied answers among the valid ones, one and the latest per survey (contracts G.1). */
export const csat = (answers: readonly ScoreCount[], steps: CsatSteps): Share =>
  shareOf(
    countOf(answers, (score) => isSatisfied(score, steps)),
    countOf(answers),
  );

/** The response rate: answers among the surveys that arrived. What bounced was never asked. */
export const responseRate = (asked: Readonly<{ sent: number; bounced: number; answered: number }>): Share =>
  shareOf(asked.answered, Math.max(0, asked.sent - asked.bounced));
