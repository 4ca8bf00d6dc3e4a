import { countOf, type Interval, type ScoreCount, Z_95 } from '@/domain/metrics/intervals';

/** Who would recommend (9, 10), who is content (7, 8), who would not (0 … 6). */
export type NpsGroup = 'promoter' | 'passive' | 'detractor';

/** The group of a score between 0 and 10. */
export function npsGroup(score: number): NpsGroup {
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}

/** Net promoter score between −100 and 100, of so many answers, with its 95 % interval. */
export type Nps = Readonly<{ count: number; score: number | null; interval: Interval | null }>;

/**
 * %promoters − %detractors, rounded to a whole number, and its interval by the variance of {+1, 0, −1}, in points from −100 to
 * 100 (contracts G.2). Both are null where nobody answered.
 */
export function nps(answers: readonly ScoreCount[]): Nps {
  const count = countOf(answers);
  if (count === 0) return { count, score: null, interval: null };
  const promoters = countOf(answers, (score) => npsGroup(score) === 'promoter');
  const detractors = countOf(answers, (score) => npsGroup(score) === 'detractor');
  const mean = (promoters - detractors) / count;
  const variance = Math.max(0, (promoters + detractors) / count - mean * mean);
  const half = Z_95 * Math.sqrt(variance / count);
  // Halves go away from zero, so that a score and its mirror image stay mirror images.
  const score = Math.sign(mean) * Math.round(Math.abs(mean) * 100) + 0;
  return {
    count,
    score,
    interval: { low: Math.max(-100, (mean - half) * 100), high: Math.min(100, (mean + half) * 100) },
  };
}
