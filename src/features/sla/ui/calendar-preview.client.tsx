'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type PreviewDay, previewDays } from '@/domain/sla/calendar-preview';
import { clockOf } from '@/domain/sla/week-hours';
import { classNames } from '@/ui/class-names';
import { Panel } from '@/ui/panel';
import { type CalendarDraft, previewOfDraft } from './calendar-draft';
import { FROM_MONDAY, weekdayName } from './weekdays';

const WEEKS = 4;

type Props = Readonly<{
  draft: CalendarDraft;
  zones: readonly string[];
  /** The present, as an ISO 8601 instant of the server: both sides must draw the same. */
  now: string;
}>;

/** The open hours of the next four weeks, as the form stands. */
export function CalendarPreview({ draft, zones, now }: Props) {
  const t = useTranslations('calendar.preview');
  const ready = zones.includes(draft.timeZone);
  return (
    <Panel title={t('title')} description={t('body')}>
      {ready ? (
        <Weeks days={previewDays(previewOfDraft(draft), new Date(now), WEEKS * 7)} draft={draft} now={now} />
      ) : (
        <p className="text-ink-soft">{t('unready')}</p>
      )}
    </Panel>
  );
}

type WeeksProps = Readonly<{ days: readonly PreviewDay[]; draft: CalendarDraft; now: string }>;

function Weeks({ days, draft, now }: WeeksProps) {
  const t = useTranslations('calendar.preview');
  const locale = useLocale();
  const format = useFormatter();
  const weeks = Array.from({ length: WEEKS }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: draft.timeZone }).format(new Date(now));
  const names = new Map(draft.days.map(({ date, name }) => [date, name]));
  const hours = (minutes: number) => t('hours', { hours: format.number(Math.round(minutes / 6) / 10) });
  if (days.every(({ openMinutes }) => openMinutes === 0)) {
    return <p className="text-ink-soft">{t('never')}</p>;
  }
  return (
    <table className="w-full table-fixed border-separate border-spacing-1 text-center text-sm">
      <caption className="sr-only">{t('table')}</caption>
      <thead>
        <tr>
          {FROM_MONDAY.map((weekday) => (
            <th key={weekday} scope="col" className="truncate font-medium text-ink-faint text-xs">
              <span aria-hidden className="sm:hidden">
                {weekdayName(locale, weekday, 'narrow')}
              </span>
              <span className="hidden sm:inline">{weekdayName(locale, weekday, 'short')}</span>
              <span className="sr-only sm:hidden">{weekdayName(locale, weekday, 'long')}</span>
            </th>
          ))}
          <th scope="col" className="hidden w-20 font-medium text-ink-faint text-xs sm:table-cell">
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <Day
                key={day.date}
                day={day}
                name={names.get(day.date)}
                today={day.date === today}
                hours={hours}
              />
            ))}
            <td className="hidden text-ink-soft tabular-nums sm:table-cell">
              {hours(week.reduce((sum, { openMinutes }) => sum + openMinutes, 0))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = Readonly<{
  day: PreviewDay;
  name: string | undefined;
  today: boolean;
  hours: (minutes: number) => string;
}>;

/** A day; what colour says is said by words as well. */
function Day({ day, name, today, hours }: DayProps) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  const date = new Date(`${day.date}T00:00:00Z`);
  const open = day.openMinutes > 0;
  const slots = day.slots.map(({ from, to }) => t('span', { from: clockOf(from), to: clockOf(to) }));
  const why = day.kind === 'week' ? '' : t(`preview.${day.kind}`);
  const title = [today && t('preview.today'), why, name, ...slots].filter(Boolean).join(', ');
  return (
    <td
      title={title}
      className={classNames(
        'rounded-md border border-transparent px-0.5 py-1.5 align-top',
        open ? 'bg-accent-soft text-accent-ink' : 'bg-sunken text-ink-faint',
        day.kind !== 'week' && 'border-line-strong border-dashed',
        today && 'border-accent border-solid',
      )}
    >
      <span className="block text-xs tabular-nums">
        <span aria-hidden>{date.getUTCDate()}</span>
        <span className="sr-only">
          {format.dateTime(date, { day: 'numeric', month: 'long', timeZone: 'UTC' })}
        </span>
      </span>
      <span className="block font-medium tabular-nums">{open ? hours(day.openMinutes) : '–'}</span>
      <span className="sr-only">{[open ? '' : t('closed'), title].filter(Boolean).join(', ')}</span>
    </td>
  );
}
