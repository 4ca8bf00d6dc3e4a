import { weightOf } from '@/domain/metrics/intervals';
import { wilsonInterval } from '@/domain/metrics/wilson';
import type { workMix } from '@/features/metrics/queries';
import type { BookWords } from './books/book-words';

export type Mix = Awaited<ReturnType<typeof workMix>>[number];

type Says = Pick<BookWords, 't' | 'write' | 'partNames'>;

/** What somebody's answers were about, in words such as "E-mail 75 %, Chat 25 %"; of fewer than 5 answers no shares. */
export function sharesOf({ partNames, write }: Says, by: 'channel' | 'language', mix: Mix): string {
  const { answers } = mix;
  if (weightOf(answers) === 'none') return '–';
  const parts = by === 'channel' ? mix.channels : mix.languages;
  return parts
    .map(({ value, count }) => `${partNames(by)(value, null)} ${write.value(count / answers, 'share')}`)
    .join(', ');
}

/** Which share of somebody's answers was urgent, and how sure that is; null of fewer than 5 answers. */
export function urgentOf(
  { t, write }: Pick<Says, 't' | 'write'>,
  { answers, urgent }: Mix,
): Readonly<{ share: string; interval: string }> | null {
  const interval = wilsonInterval(urgent, answers);
  if (weightOf(answers) === 'none' || !interval) return null;
  const [low, high] = [write.value(interval.low, 'share'), write.value(interval.high, 'share')];
  return { share: write.value(urgent / answers, 'share'), interval: t('tile.interval', { low, high }) };
}
