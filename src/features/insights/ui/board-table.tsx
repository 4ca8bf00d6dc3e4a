import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Board } from '@/domain/insights/boards';
import type { MetricPart } from '@/features/metrics/queries';
import { classNames } from '@/ui/class-names';
import { DataTable } from '@/ui/data-table';
import { type Asked, askedAgain, NONE } from '../asked';
import { countedWords } from '../part-words';
import type { BoardLine, Described } from '../queries';
import { useInsightWords } from '../words';
import { PartFacts } from './part-facts';

type Props = Readonly<{
  workspace: string;
  board: Board;
  asked: Asked;
  lines: readonly BoardLine[];
  metrics: ReadonlyMap<string, Described>;
}>;

/** The numbers of each team, channel, person …; a small sample is grey, and too small a one says nothing. */
export function BoardTable({ workspace, board, asked, lines, metrics }: Props) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const { partNames } = words;
  const nameOf = partNames(board.split);
  return (
    <DataTable
      caption={t(`by.${board.split}`)}
      rows={lines}
      rowKey={({ group }) => group || NONE}
      empty={<p className="py-6 text-ink-faint">{t('nothing')}</p>}
      columns={[
        {
          key: 'group',
          head: t(`by.${board.split}`),
          cell: ({ group, label }) => (
            <Link
              href={askedAgain(asked, { [board.split]: group || NONE }) || '?'}
              className="font-medium text-ink underline-offset-2 hover:underline"
            >
              {nameOf(group, label)}
            </Link>
          ),
        },
        ...board.columns.map((metric, index) => ({
          key: metric,
          kind: 'number' as const,
          // Nine columns fit a screen where what a number stands on may break.
          className: 'whitespace-normal align-top',
          head: (
            <span title={countedIn(words, metrics, { metric, lines, index })}>
              {metrics.get(metric)?.name ?? metric}
            </span>
          ),
          cell: ({ group, values }: BoardLine) => (
            <Cell
              part={values[index] ?? null}
              by={board.split}
              href={`/${workspace}/insights/metrics/${metric}${askedAgain(asked, { [board.split]: group || NONE })}`}
            />
          ),
        })),
      ]}
    />
  );
}

type Column = Readonly<{ metric: string; lines: readonly BoardLine[]; index: number }>;

/** How the numbers of a column are counted. */
function countedIn(
  words: ReturnType<typeof useInsightWords>,
  metrics: Props['metrics'],
  { metric, lines, index }: Column,
): string | undefined {
  const part = lines.map(({ values }) => values[index]).find(Boolean);
  return part ? countedWords(words, metrics, part) : metrics.get(metric)?.definition;
}

type CellProps = Readonly<{ part: MetricPart | null; by: Board['split']; href: string }>;

/** A number with what it stands on; leads to what is behind it. */
function Cell({ part, by, href }: CellProps) {
  const t = useTranslations('insights.tile');
  const { write } = useInsightWords();
  if (!part || (part.count === 0 && !part.response?.count)) return <span className="text-ink-faint">–</span>;
  return (
    <Link href={href} className="inline-block hover:underline">
      <span className={classNames('tabular-nums', part.weight === 'sound' ? 'text-ink' : 'text-ink-faint')}>
        {part.weight === 'none' ? t('tooFew') : write.value(part.value, part.unit)}
      </span>
      <PartFacts part={part} by={by} />
    </Link>
  );
}
