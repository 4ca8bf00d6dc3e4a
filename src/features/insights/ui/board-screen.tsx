import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Board } from '@/domain/insights/boards';
import { type Asked, askedAgain } from '../asked';
import { countedWords } from '../part-words';
import type { BoardPage, Described } from '../queries';
import { useInsightWords } from '../words';
import { BoardTable } from './board-table';
import { CountingNotes } from './counting-notes';
import { CourseChart } from './course-chart';
import { Tile } from './tile';

type Props = Readonly<{
  workspace: string;
  board: Board;
  asked: Asked;
  page: BoardPage;
  metrics: ReadonlyMap<string, Described>;
  children?: ReactNode;
}>;

/** A board: its numbers, a course, and the same by teams, channels … */
export function BoardScreen({ workspace, board, asked, page, metrics, children }: Props) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const { day } = words;
  const targets = new Map(page.head.map(({ metric, target }) => [metric, target?.value ?? null]));
  return (
    <>
      <p className="text-ink-soft print:hidden">
        {t('period', { from: day(asked.period.from), to: day(asked.period.to) })}
      </p>
      <section aria-label={t('numbers')} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
        <h2 className="sr-only">{t('numbers')}</h2>
        {page.head.map((value) => (
          <Tile
            key={value.metric}
            value={value}
            name={metrics.get(value.metric)?.name ?? value.metric}
            definition={countedWords(words, metrics, value)}
            href={`/${workspace}/insights/metrics/${value.metric}${askedAgain(asked)}`}
            spark={page.sparks.get(value.metric) ?? []}
          />
        ))}
      </section>
      <CourseChart
        course={page.course}
        name={metrics.get(page.course.metric)?.name ?? page.course.metric}
        target={targets.get(page.course.metric) ?? null}
        counted={countedWords(words, metrics, page.course)}
        marked={page.marked}
      />
      <div>
        <h2 className="mb-3 font-semibold text-lg">{t(`by.${board.split}`)}</h2>
        <BoardTable workspace={workspace} board={board} asked={asked} lines={page.lines} metrics={metrics} />
        <p className="mt-2 max-w-3xl text-ink-faint text-sm">{t('definitions.rows')}</p>
      </div>
      {children}
      <CountingNotes
        values={[...page.head, page.course, ...page.lines.flatMap(({ values }) => values)]}
        metrics={metrics}
      />
    </>
  );
}
