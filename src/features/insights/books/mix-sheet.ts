import { weightOf } from '@/domain/metrics/intervals';
import { wilsonInterval } from '@/domain/metrics/wilson';
import type { Cell, Sheet } from '@/server/spreadsheet/book';
import type { Mix } from '../mix-words';
import type { BookWords } from './book-words';
import { countCell, valueCell } from './cells';

/** What each person answered by channel, language and urgency: a line for each part; of fewer than 5 answers no shares. */
export function mixSheet(words: BookWords, mixes: readonly Mix[]): Sheet {
  const { t } = words;
  return {
    key: 'mix',
    name: t('export.sheet.mix'),
    columns: [
      { head: t('mix.person'), width: 28 },
      { head: t('mix.by'), width: 16 },
      { head: t('mix.part'), width: 22 },
      { head: t('mix.answers'), width: 12 },
      { head: t('mix.all'), width: 14 },
      { head: t('mix.share'), width: 12 },
      { head: t('export.head.low'), width: 12 },
      { head: t('export.head.high'), width: 12 },
    ],
    rows: mixes.flatMap((mix) => [
      ...mix.channels.map((part) => partRow(mix, [t('by.channel'), nameIn(words, 'channel', part)], part)),
      ...mix.languages.map((part) => partRow(mix, [t('by.language'), nameIn(words, 'language', part)], part)),
      partRow(mix, [t('by.priority'), t('mix.urgent')], { count: mix.urgent }),
    ]),
  };
}

const nameIn = (
  { partNames }: BookWords,
  by: 'channel' | 'language',
  { value }: Readonly<{ value: string }>,
) => partNames(by)(value, null);

type Names = readonly [by: string, part: string];

function partRow({ name, answers }: Mix, names: Names, { count }: Readonly<{ count: number }>): Cell[] {
  const told = weightOf(answers) === 'none' ? null : wilsonInterval(count, answers);
  return [
    ...[name, ...names, countCell(count), countCell(answers)],
    valueCell(told && count / answers, 'share'),
    valueCell(told?.low, 'share'),
    valueCell(told?.high, 'share'),
  ];
}
