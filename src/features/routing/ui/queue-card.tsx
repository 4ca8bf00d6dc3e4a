import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { QueueLoad, WaitingLine } from '@/features/routing/workload';
import { Badge } from '@/ui/badge';
import { KindLoads } from './kind-loads';

type Props = Readonly<{ workspace: string; queue: QueueLoad; now: Date }>;

/** One team's queue: how it gives out work, what waits and since when, and how full those are who are there. */
export function QueueCard({ workspace, queue, now }: Props) {
  const t = useTranslations('workload');
  const format = useFormatter();
  const { team, mode, waiting, oldestSince, online, members, load, capacities, head } = queue;
  return (
    <article
      aria-label={team}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-raised p-4"
    >
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 flex-1 break-words font-semibold">{team}</h3>
        <Badge tone={mode === 'off' ? 'outline' : 'accent'}>{t(`mode.${mode}`)}</Badge>
      </header>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-2xl tabular-nums">{format.number(waiting)}</span>
        <span className="text-ink-soft">{t('waiting', { count: waiting })}</span>
        {oldestSince && (
          <span className="text-ink-faint text-sm">
            {t('oldest', { since: format.relativeTime(oldestSince, now) })}
          </span>
        )}
      </p>
      {head.length > 0 && (
        <ol aria-label={t('headOf', { team })} className="flex flex-col gap-1.5 border-line border-t pt-3">
          {head.map((line) => (
            <HeadLine key={line.id} workspace={workspace} line={line} now={now} />
          ))}
        </ol>
      )}
      <div className="mt-auto border-line border-t pt-3">
        <p className="mb-2 text-ink-soft text-sm">{t('online', { online, members })}</p>
        {online > 0 && <KindLoads load={load} capacities={capacities} narrow />}
      </div>
    </article>
  );
}

type LineProps = Readonly<{ workspace: string; line: WaitingLine; now: Date }>;

function HeadLine({ workspace, line, now }: LineProps) {
  const t = useTranslations('workload');
  const format = useFormatter();
  const { number, subject, since, because, language } = line;
  return (
    <li className="flex items-baseline gap-2 text-sm">
      <div className="min-w-0 flex-1">
        <Link
          href={`/${workspace}/desk/tickets/${number}`}
          className="block truncate rounded-sm text-accent-ink underline-offset-2 hover:underline"
        >
          #{number} {subject}
        </Link>
        {because && (
          <p className="break-words text-ink-faint">
            {t(`because.${because}`, { language: language ?? 'other' })}
          </p>
        )}
      </div>
      <span className="shrink-0 whitespace-nowrap text-ink-faint text-xs">
        {format.relativeTime(since, now)}
      </span>
    </li>
  );
}
