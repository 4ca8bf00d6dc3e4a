import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DIMENSIONS } from '@/domain/metrics/dimensions';
import { classNames } from '@/ui/class-names';
import { Panel } from '@/ui/panel';
import { type Asked, askedAgain } from '../asked';
import { countedWords } from '../part-words';
import type { Described } from '../queries';
import { type MetricPage, placeToText } from '../queries-metric';
import { useInsightWords } from '../words';
import { CourseChart } from './course-chart';
import { DrillList } from './drill-list';
import { SplitList } from './split-list';
import { Tile } from './tile';
import { VariantTable } from './variant-table';

type Props = Readonly<{
  workspace: string;
  described: Described;
  metrics: ReadonlyMap<string, Described>;
  asked: Asked;
  page: MetricPage;
}>;

/** One number: how it stands, its course, its parts, and what is behind it. */
export function MetricScreen({ workspace, described, metrics, asked, page }: Props) {
  const t = useTranslations('insights');
  const { value } = page;
  const words = useInsightWords();
  const { day } = words;
  const way = value?.variant && metrics.get(`fcr_${value.variant}`);
  const here = (over: Record<string, string | null>) => askedAgain(asked, over) || '?';
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          <h2 className="sr-only">{t('value')}</h2>
          {value && (
            <Tile
              value={value}
              name={described.name}
              definition={countedWords(words, metrics, page.course)}
              href={here({})}
              spark={page.course.points.map((point) => point.value)}
            />
          )}
          <dl className="flex flex-col gap-2 text-sm">
            {way && (
              <div>
                <dt className="text-ink-faint">{t('way')}</dt>
                <dd className="text-ink-soft">{`${way.name}. ${way.definition}`}</dd>
              </div>
            )}
            <div>
              <dt className="text-ink-faint">{t('population')}</dt>
              <dd className="text-ink-soft">{described.population}</dd>
            </div>
            <div>
              <dt className="text-ink-faint">{t('counted')}</dt>
              <dd className="text-ink-soft">
                {t('period', {
                  from: day(value?.period.from ?? asked.period.from),
                  to: day(value?.period.to ?? asked.period.to),
                })}
                {described.matures && <span className="block">{t('matures')}</span>}
              </dd>
            </div>
            {value?.hours && (
              <div>
                <dt className="text-ink-faint">{t('filter.hours')}</dt>
                <dd className="text-ink-soft">{t(`filter.${value.hours}`)}</dd>
              </div>
            )}
            <div>
              <dt className="text-ink-faint">{t('version')}</dt>
              <dd className="text-ink-soft tabular-nums">{described.version}</dd>
            </div>
          </dl>
        </div>
        <CourseChart
          course={page.course}
          name={described.name}
          counted={countedWords(words, metrics, page.course)}
          target={value?.target?.value ?? null}
          marked={page.marked}
        />
      </div>
      <VariantTable
        workspace={workspace}
        asked={asked}
        variants={page.variants}
        chosen={value?.variant}
        metrics={metrics}
      />
      <Panel
        title={t('split')}
        className="min-w-0"
        actions={
          <nav aria-label={t('split')} className="flex flex-wrap gap-1">
            {[...DIMENSIONS, 'hour' as const].map((each) => (
              <Link
                key={each}
                href={here({ by: each })}
                scroll={false}
                aria-current={each === page.by ? 'true' : undefined}
                className={classNames(
                  'rounded-md px-2 py-1 text-sm',
                  each === page.by
                    ? 'bg-accent-soft font-medium text-accent-ink'
                    : 'text-ink-soft hover:bg-hover',
                )}
              >
                {t(`by.${each}`)}
              </Link>
            ))}
          </nav>
        }
      >
        <SplitList asked={asked} by={page.by} parts={page.parts} />
        {page.parts.length > 0 && (
          <p className="mt-2 max-w-3xl text-ink-faint text-sm">{t('definitions.rows')}</p>
        )}
      </Panel>
      <div>
        <h2 className="mb-3 font-semibold text-lg">{t('drill.title')}</h2>
        <DrillList
          workspace={workspace}
          unit={described.unit}
          page={page.behind}
          measureHref={(of) => here({ by: page.by, of })}
          moreHref={
            page.behind.next &&
            here({ by: page.by, of: page.behind.measure, after: placeToText(page.behind.next) })
          }
        />
      </div>
    </>
  );
}
