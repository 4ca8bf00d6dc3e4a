import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MetricValue } from '@/features/metrics/queries';
import type { getWorkload } from '@/features/routing/queries';
import { classNames } from '@/ui/class-names';
import { intervalWords, responseWords } from '../part-words';
import type { Described } from '../queries';
import type { WallNow } from '../queries-wall';
import { useInsightWords } from '../words';

type Figure = Readonly<{ name: string; value: string; note?: string; look?: 'bad' | 'good' }>;

/** Figures that can be read from four metres. */
function Figures({ figures }: Readonly<{ figures: readonly Figure[] }>) {
  return (
    <dl className="grid flex-1 auto-rows-fr grid-cols-2 gap-[1.6vmin] lg:grid-cols-3">
      {figures.map(({ name, value, note, look }) => (
        <div
          key={name}
          className="flex min-w-0 flex-col justify-between rounded-xl border border-line bg-raised p-[2.4vmin]"
        >
          <dt className="flex items-start justify-between gap-2 text-[max(1.125rem,3.6vmin)] text-ink-soft leading-tight">
            {name}
            {look === 'bad' && <TriangleAlert aria-hidden className="size-[1em] shrink-0 text-danger-ink" />}
            {look === 'good' && <Check aria-hidden className="size-[1em] shrink-0 text-success-ink" />}
          </dt>
          <dd
            className={classNames(
              'py-[1vmin] font-semibold text-[max(2.5rem,min(16vmin,8vw))] tabular-nums leading-none tracking-tight',
              look === 'bad' && 'text-danger-ink',
              look === 'good' && 'text-success-ink',
            )}
          >
            {value}
          </dd>
          <dd className="min-h-[1.3em] text-balance text-[max(1rem,2.4vmin)] text-ink-faint tabular-nums leading-[1.3]">
            {note}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What waits at this moment. */
export function NowPanel({ now, at }: Readonly<{ now: WallNow; at: Date }>) {
  const t = useTranslations('insights.wall');
  const { write } = useInsightWords();
  const bad = (count: number) => (count > 0 ? ({ look: 'bad' } as const) : {});
  const wait = now.oldestSince && (at.getTime() - now.oldestSince.getTime()) / 60_000;
  return (
    <Figures
      figures={[
        { name: t('backlog'), value: write.count(now.backlog) },
        {
          name: t('waiting'),
          value: write.count(now.waiting),
          ...(wait !== null && { note: `${t('oldest')}: ${write.value(wait, 'minutes')}` }),
        },
        { name: t('late'), value: write.count(now.late), ...bad(now.late) },
        { name: t('dueSoon'), value: write.count(now.dueSoon) },
        {
          name: t('chats'),
          value: write.count(now.chats),
          note: `${t('calls')}: ${write.count(now.callbacks)}`,
        },
        {
          name: t('online'),
          value: write.count(now.online),
          note: `${t('atRisk')}: ${write.count(now.atRisk)}`,
        },
      ]}
    />
  );
}

type TodayProps = Readonly<{ values: readonly MetricValue[]; metrics: ReadonlyMap<string, Described> }>;

/** The numbers of today, with how many each stands on and whether its target is reached. */
export function TodayPanel({ values, metrics }: TodayProps) {
  const figure = useFigure();
  return (
    <Figures
      figures={values.map((value) => figure(value, metrics.get(value.metric)?.name ?? value.metric))}
    />
  );
}

function useFigure() {
  const t = useTranslations('insights.tile');
  const words = useInsightWords();
  const { write } = words;
  return (found: MetricValue, name: string): Figure => {
    const { value, unit, weight, target, count } = found;
    const aim = target ? t('target', { value: write.value(target.value, unit) }) : '';
    const sample = unit === 'count' ? '' : t('count', { count });
    return {
      name,
      value: weight === 'none' ? '–' : write.value(value, unit),
      note: [sample, intervalWords(words, found), responseWords(words, found), aim]
        .filter(Boolean)
        .join(' · '),
      ...(weight !== 'none' && lookOf(target?.met ?? null)),
    };
  };
}

const lookOf = (met: boolean | null): Pick<Figure, 'look'> =>
  met === null ? {} : { look: met ? 'good' : 'bad' };

type QueueLoad = Awaited<ReturnType<typeof getWorkload>>['queues'][number];

/** What waits in each team and who is there, as numbers only. */
export function TeamsPanel({ queues, at }: Readonly<{ queues: readonly QueueLoad[]; at: Date }>) {
  const t = useTranslations('insights.wall');
  const { write } = useInsightWords();
  if (queues.length === 0) return <p className="text-[3vmin] text-ink-soft">{t('noTeams')}</p>;
  const since = (from: Date | null) =>
    from ? write.value((at.getTime() - from.getTime()) / 60_000, 'minutes') : '–';
  return (
    <table className="w-full border-collapse text-[max(1.25rem,5vmin)] leading-tight">
      <caption className="sr-only">{t('teams')}</caption>
      <thead>
        <tr className="text-[max(0.875rem,2.8vmin)] text-ink-soft">
          <th scope="col" className="py-[1vmin] text-left font-normal">
            {t('team')}
          </th>
          {(['waiting', 'oldest', 'online'] as const).map((key) => (
            <th key={key} scope="col" className="py-[1vmin] pl-[2vmin] text-right font-normal">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queues.slice(0, MOST_TEAMS).map(({ teamId, team, waiting, oldestSince, online }) => (
          <tr key={teamId} className="border-line border-t">
            <th scope="row" className="max-w-[40vw] truncate py-[1.8vmin] text-left font-medium">
              {team}
            </th>
            <td className="py-[1.8vmin] pl-[2vmin] text-right font-semibold tabular-nums">
              {write.count(waiting)}
            </td>
            <td className="py-[1.8vmin] pl-[2vmin] text-right tabular-nums">{since(oldestSince)}</td>
            <td className="py-[1.8vmin] pl-[2vmin] text-right tabular-nums">{write.count(online)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As many as can be read from afar. */
const MOST_TEAMS = 9;
