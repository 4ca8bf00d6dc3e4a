import { CalendarClock } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { isAlwaysOpen, type Stretch, stretchesOfWeek } from '@/domain/sla/week-hours';
import type { CalendarRow } from '@/features/sla/queries';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { FROM_MONDAY, weekdayName } from './weekdays';

type Props = Readonly<{ workspace: string; calendars: readonly CalendarRow[] }>;

/** The business calendars of a workspace, with their weekly hours in words. */
export function CalendarTable({ workspace, calendars }: Props) {
  const t = useTranslations('calendar');
  const columns: Column<CalendarRow>[] = [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ id, name, standard }) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/${workspace}/admin/calendars/${id}`}
            className="break-words rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
          >
            {name}
          </Link>
          {standard && <Badge tone="accent">{t('standard')}</Badge>}
        </span>
      ),
    },
    { key: 'hours', head: t('column.hours'), cell: ({ slots }) => <Hours slots={slots} /> },
    {
      key: 'zone',
      wide: true,
      head: t('column.zone'),
      cell: ({ timeZone }) => timeZone.replaceAll('_', ' '),
    },
    {
      key: 'policies',
      wide: true,
      head: t('column.policies'),
      kind: 'number',
      cell: ({ policies }) => t('policies', { count: policies }),
    },
  ];
  return (
    <DataTable
      caption={t('table')}
      columns={columns}
      rows={calendars}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={CalendarClock} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}

/** Days with the same hours are said together: "Mon–Fri 09:00–17:00". */
function Hours({ slots }: Pick<CalendarRow, 'slots'>) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const week = Array.from({ length: 7 }, (_, weekday) => slots.filter((slot) => slot.weekday === weekday));
  if (isAlwaysOpen(week)) return t('always');
  const words = (day: readonly Stretch[]) =>
    day.map(({ from, to }) => (from === to ? t('wholeDay') : t('span', { from, to }))).join(', ');
  const days = stretchesOfWeek(week).map(words);
  return (
    <ul>
      {runs(days).map(({ first, last, hours }) => (
        <li key={first} className="tabular-nums">
          <span className="text-ink-soft">
            {weekdayName(locale, first, 'short')}
            {first !== last && `–${weekdayName(locale, last, 'short')}`}
          </span>{' '}
          {hours}
        </li>
      ))}
    </ul>
  );
}

type Run = { first: number; last: number; hours: string };

function runs(days: readonly string[]): Run[] {
  const found: Run[] = [];
  let before = '';
  for (const weekday of FROM_MONDAY) {
    const hours = days[weekday] ?? '';
    const run = found.at(-1);
    if (hours !== '' && hours === before && run) run.last = weekday;
    else if (hours !== '') found.push({ first: weekday, last: weekday, hours });
    before = hours;
  }
  return found;
}
