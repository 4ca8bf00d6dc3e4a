import { CircleAlert, CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { Check, Facts } from '@/domain/health/readiness';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ ready: boolean; checks: readonly Check[]; facts: Facts }>;

/** The checks of the installation with their figures, and what to do about those that fail. */
export function CheckList({ ready, checks, facts }: Props) {
  const t = useTranslations('health');
  const figure = useFigures(facts);
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={ready ? 'success' : 'danger'} title={t(ready ? 'ready' : 'notReady')} />
      <Panel title={t('checks')}>
        <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          {checks.map(({ name, ok, reason }) => (
            <li key={name} className="flex items-start gap-2.5">
              {ok ? (
                <CircleCheck aria-label={t('good')} className="mt-0.5 size-4 shrink-0 text-success-ink" />
              ) : (
                <CircleAlert aria-label={t('bad')} className="mt-0.5 size-4 shrink-0 text-danger-ink" />
              )}
              <div className="min-w-0">
                <p className="font-medium">{t(`check.${name}`)}</p>
                <p className="text-ink-soft text-sm tabular-nums">{figure(name)}</p>
                {reason && <p className="text-danger-ink text-sm">{t(`reason.${reason}`)}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

const GIBIBYTE = 1024 ** 3;

/** The figure of each check in words; empty where it could not be taken. */
function useFigures(facts: Facts): (name: Check['name']) => string {
  const t = useTranslations('health.figure');
  const format = useFormatter();
  const { database, migrations, worker, mail, queue, clocks, numbers, disk } = facts;
  const free = () =>
    format.number((disk?.freeBytes ?? 0) / GIBIBYTE, {
      style: 'unit',
      unit: 'gigabyte',
      maximumFractionDigits: 1,
    });
  const figures = {
    database: database && t('database', database),
    migrations: migrations && t('migrations', { applied: migrations.applied }),
    worker: worker?.ageSeconds == null ? '' : t('worker', { ageSeconds: worker.ageSeconds }),
    mail: mail && t('mail', mail),
    queue: queue && t('queue', queue),
    clocks: clocks && t('clocks', clocks),
    numbers: numbers && t('numbers', numbers),
    disk: disk && t('disk', { free: free() }),
  };
  return (name) => figures[name] ?? '';
}
