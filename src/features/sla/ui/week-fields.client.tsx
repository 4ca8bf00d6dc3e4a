'use client';

import { CopyCheck, Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { minutesOfDay } from '@/domain/sla/week-hours';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Panel } from '@/ui/panel';
import type { CalendarDraft, CalendarWrong, DraftStretch } from './calendar-draft';
import { newKey } from './new-key';
import { TimeInput } from './time-input.client';
import { FROM_MONDAY, weekdayName } from './weekdays';

type Props = Readonly<{
  draft: Pick<CalendarDraft, 'always' | 'week'>;
  wrong: CalendarWrong['stretches'];
  onChange: (change: Partial<CalendarDraft>) => void;
}>;

/** When the week is open: several stretches a day, or around the clock. */
export function WeekFields({ draft, wrong, onChange }: Props) {
  const t = useTranslations('calendar.week');
  const { always, week } = draft;
  const setDay = (weekday: number, day: readonly DraftStretch[]) =>
    onChange({ week: week.map((before, index) => (index === weekday ? day : before)) });
  const copyMonday = () => {
    const monday = week[1] ?? [];
    const workday = (index: number) => index >= 2 && index <= 5;
    onChange({
      week: week.map((day, index) =>
        workday(index) ? monday.map((stretch) => ({ ...stretch, key: newKey() })) : day,
      ),
    });
    toast(t('copied'));
  };
  return (
    <Panel
      title={t('title')}
      description={t('body')}
      actions={
        !always && (
          <Button size="sm" onClick={copyMonday}>
            <CopyCheck aria-hidden />
            {t('copy')}
          </Button>
        )
      }
    >
      <Checkbox
        label={t('always')}
        hint={t('alwaysHint')}
        checked={always}
        onChange={(event) => onChange({ always: event.target.checked })}
      />
      {!always && (
        <ul className="mt-4 divide-y divide-line border-line border-t">
          {FROM_MONDAY.map((weekday) => (
            <DayLine
              key={weekday}
              weekday={weekday}
              day={week[weekday] ?? []}
              wrong={wrong}
              onChange={(day) => setDay(weekday, day)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type DayProps = Readonly<{
  weekday: number;
  day: readonly DraftStretch[];
  wrong: CalendarWrong['stretches'];
  onChange: (day: readonly DraftStretch[]) => void;
}>;

function DayLine({ weekday, day, wrong, onChange }: DayProps) {
  const t = useTranslations('calendar');
  const name = weekdayName(useLocale(), weekday, 'long');
  const last = day.at(-1);
  const next = last ? { from: last.to, to: '00:00' } : { from: '09:00', to: '17:00' };
  return (
    <li className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[7.5rem_minmax(0,1fr)_auto] sm:items-start">
      <p className="font-medium text-ink first-letter:uppercase sm:pt-1.5">{name}</p>
      <div className="flex min-w-0 flex-col gap-2">
        {day.length === 0 && <p className="text-ink-faint sm:pt-1.5">{t('closed')}</p>}
        {day.map((stretch, index) => (
          <StretchLine
            key={stretch.key}
            place={{ day: name, number: index + 1 }}
            stretch={stretch}
            problem={wrong[stretch.key]}
            onChange={(changed) => onChange(day.map((each) => (each.key === changed.key ? changed : each)))}
            onRemove={() => onChange(day.filter(({ key }) => key !== stretch.key))}
          />
        ))}
      </div>
      <Button
        size="sm"
        variant="ghost"
        className="justify-self-start"
        aria-label={t('week.addTo', { day: name })}
        onClick={() => onChange([...day, { ...next, key: newKey() }])}
      >
        <Plus aria-hidden />
        {t('week.add')}
      </Button>
    </li>
  );
}

type StretchProps = Readonly<{
  place: Readonly<{ day: string; number: number }>;
  stretch: DraftStretch;
  problem: 'time' | 'overlap' | undefined;
  onChange: (stretch: DraftStretch) => void;
  onRemove: () => void;
}>;

function StretchLine({ place, stretch, problem, onChange, onRemove }: StretchProps) {
  const t = useTranslations('calendar.week');
  const { from, to, key } = stretch;
  const errorId = `stretch-${key}-error`;
  const described = problem ? { 'aria-invalid': true, 'aria-describedby': errorId } : {};
  const passesMidnight = to !== '00:00' && minutesOfDay(to) < minutesOfDay(from);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <TimeInput
          value={from}
          aria-label={t('from', place)}
          className="w-20"
          {...described}
          onTime={(time) => onChange({ ...stretch, from: time })}
        />
        <span aria-hidden className="text-ink-faint">
          –
        </span>
        <TimeInput
          value={to}
          aria-label={t('to', place)}
          className="w-20"
          {...described}
          onTime={(time) => onChange({ ...stretch, to: time })}
        />
        <Button variant="ghost" size="icon-sm" aria-label={t('remove', place)} onClick={onRemove}>
          <X aria-hidden />
        </Button>
        {passesMidnight && <span className="text-ink-faint text-sm">{t('nextDay')}</span>}
      </div>
      {problem && (
        <p id={errorId} className="mt-1 text-danger-ink text-sm">
          {t(problem === 'time' ? 'timeError' : 'overlapError')}
        </p>
      )}
    </div>
  );
}
