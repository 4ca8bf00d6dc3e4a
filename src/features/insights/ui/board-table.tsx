import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Board } from '@/domain/insights/boards';
import type { MetricPart } from '@/features/metrics/queries';
import { classNames } from '@/ui/class-names';
import { DataTable } from '@/ui/data-table';
import { type Asked, askedAgain, NONE } from '../asked';
import type { BoardLine, Described } from '../queries';
import { useInsightWords } from '../words';

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
  const { partNames } = useInsightWords();
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
          head: <span title={metrics.get(metric)?.definition}>{metrics.get(metric)?.name ?? metric}</span>,
          cell: ({ group, values }: BoardLine) => (
            <Cell
              part={values[index] ?? null}
              href={`/${workspace}/insights/metrics/${metric}${askedAgain(asked, { [board.split]: group || NONE })}`}
            />
          ),
        })),
      ]}
    />
  );
}

/** A number with what it stands on; leads to what is behind it. */
function Cell({ part, href }: Readonly<{ part: MetricPart | null; href: string }>) {
  const t = useTranslations('insights.tile');
  const { write } = useInsightWords();
  if (!part || part.count === 0) return <span className="text-ink-faint">–</span>;
  const count = part.unit === 'count' ? null : t('count', { count: part.count });
  const interval =
    part.interval &&
    t('interval', {
      low: write.value(part.interval.low, part.unit),
      high: write.value(part.interval.high, part.unit),
    });
  return (
    <Link
      href={href}
      title={[count, interval].filter(Boolean).join(' · ') || undefined}
      className="inline-block hover:underline"
    >
      <span className={classNames('tabular-nums', part.weight === 'sound' ? 'text-ink' : 'text-ink-faint')}>
        {part.weight === 'none' ? t('tooFew') : write.value(part.value, part.unit)}
      </span>
      {count && <span className="block text-ink-faint text-xs tabular-nums">{count}</span>}
    </Link>
  );
}
