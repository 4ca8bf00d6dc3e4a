import {
  countOf,
  type Interval,
  meanInterval,
  meanOf,
  momentsOf,
  type ScoreCount,
} from '@/domain/metrics/intervals';
import { type Share, shareOf } from '@/domain/metrics/wilson';

/**
 * Customer effort, "it was easy" from 1 to 7 (contracts G.3): the mean with its t-interval, the share that gave 5 or more, and
 * the index, which is %(6–7) − %(1–3) in points. Each is named where it is shown; they are not the same number.
 */
export type Ces = Readonly<{
  count: number;
  mean: number | null;
  interval: Interval | null;
  easy: Share;
  index: number | null;
}>;

/** The three numbers of customer effort over the answers; null where nobody answered. */
export function ces(answers: readonly ScoreCount[]): Ces {
  const moments = momentsOf(answers);
  const { count } = moments;
  const net = countOf(answers, (score) => score >= 6) - countOf(answers, (score) => score <= 3);
  return {
    count,
    mean: meanOf(moments),
    interval: meanInterval(moments),
    easy: shareOf(
      countOf(answers, (score) => score >= 5),
      count,
    ),
    index: count === 0 ? null : Math.sign(net) * Math.round((Math.abs(net) / count) * 100) + 0,
  };
}
