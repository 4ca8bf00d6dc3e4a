import { useTranslations } from 'next-intl';
import { type Points, WORK_KINDS } from '@/domain/routing/capacity';
import { classNames } from '@/ui/class-names';
import { LoadBar } from './load-bar';

type Props = Readonly<{
  load: Points;
  capacities: Points;
  /** Two beside each other, where there is little room. */
  narrow?: boolean;
}>;

/** Points held and points that fit, for each kind of work that one takes. */
export function KindLoads({ load, capacities, narrow = false }: Props) {
  const t = useTranslations('workload');
  const kinds = WORK_KINDS.filter((kind) => capacities[kind] > 0 || load[kind] > 0);
  if (kinds.length === 0) return <span className="text-ink-faint text-sm">{t('takesNothing')}</span>;
  return (
    <ul className={classNames('grid grid-cols-2 gap-x-4 gap-y-2', !narrow && 'xl:grid-cols-4')}>
      {kinds.map((kind) => (
        <li key={kind} className="min-w-16">
          <p className="flex items-baseline justify-between gap-2 text-sm">
            <span className="truncate text-ink-faint">{t(`kind.${kind}`)}</span>
            <span className="whitespace-nowrap tabular-nums">
              {t('points', { load: load[kind], capacity: capacities[kind] })}
            </span>
          </p>
          <LoadBar percent={percentOf(load[kind], capacities[kind])} />
        </li>
      ))}
    </ul>
  );
}

const percentOf = (load: number, capacity: number): number =>
  capacity === 0 ? Math.min(load, 1) * 100 : (load / capacity) * 100;
