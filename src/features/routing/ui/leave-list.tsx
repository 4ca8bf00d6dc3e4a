import { useFormatter, useTranslations } from 'next-intl';
import type { TimeOffRow } from '@/features/routing/lists';
import { Avatar } from '@/ui/avatar';
import { daysText } from './days';

/** Who is on leave or will be, until when, and who stands in. */
export function LeaveList({ leaves }: Readonly<{ leaves: readonly TimeOffRow[] }>) {
  const t = useTranslations('workload');
  const off = useTranslations('routing.timeOff');
  const format = useFormatter();
  if (leaves.length === 0) return <p className="text-ink-faint">{t('noLeaves')}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {leaves.map(({ id, name, fromOn, untilOn, substitute, note }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
          <span className="flex min-w-48 items-center gap-2.5">
            <Avatar name={name} />
            <span className="font-medium">{name}</span>
          </span>
          <span>{daysText(format, fromOn, untilOn)}</span>
          <span className="min-w-0 break-words text-ink-faint text-sm">
            {[substitute && off('standsIn', { name: substitute }), note].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
