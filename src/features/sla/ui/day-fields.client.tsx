'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { type CalendarWrong, type DraftDay, type OfferedDay, withDays } from './calendar-draft';
import { DayLine } from './day-line.client';
import { HolidayDialog } from './holiday-dialog.client';
import { IcalImport } from './ical-import.client';
import { newKey } from './new-key';

type Props = Readonly<{
  days: readonly DraftDay[];
  wrong: CalendarWrong['days'];
  /** The year that is shown first. */
  year: number;
  onChange: (days: readonly DraftDay[]) => void;
}>;

const yearOf = ({ date }: Pick<DraftDay, 'date'>) => Number(date.slice(0, 4));

/** The days that are not as their weekday, a year at a time; with public holidays and calendar files to take from. */
export function DayFields({ days, wrong, year: thisYear, onChange }: Props) {
  const t = useTranslations('calendar.days');
  const [year, setYear] = useState(thisYear);
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const years = [...new Set([thisYear, thisYear + 1, year, ...days.map(yearOf).filter(Boolean)])].sort();
  const shown = days.filter((day) => yearOf(day) === year || fresh.includes(day.key));
  const elsewhere = days.filter((day) => wrong[day.key] && !shown.includes(day)).map(yearOf);

  const add = (offered: readonly OfferedDay[]) => {
    const all = withDays(days, offered);
    onChange(all.days);
    const first = offered[0];
    if (first) setYear(yearOf(first));
    return all.added;
  };
  const addOne = () => {
    const key = newKey();
    setFresh([...fresh, key]);
    onChange([...days, { key, date: '', kind: 'closed', name: '', from: '09:00', to: '13:00' }]);
  };
  return (
    <Panel
      title={t('title')}
      description={t('body')}
      actions={
        <div className="flex flex-wrap gap-2">
          <HolidayDialog days={days} year={year} onAdd={add} />
          <IcalImport year={thisYear} onAdd={add} />
        </div>
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <Select
          aria-label={t('year')}
          value={year}
          className="w-28"
          onChange={(event) => {
            setYear(Number(event.target.value));
            setFresh([]);
          }}
        >
          {years.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
        <p className="text-ink-soft text-sm" aria-live="polite">
          {t('count', { count: shown.length, year: String(year) })}
        </p>
      </div>
      {elsewhere.length > 0 && (
        <Notice tone="danger" className="mt-3">
          {t('otherYears', { years: [...new Set(elsewhere)].join(', ') })}
        </Notice>
      )}
      <ul aria-label={t('list')} className="mt-3 divide-y divide-line border-line border-y empty:border-0">
        {shown.map((day) => (
          <li key={day.key} className="@container py-3">
            <DayLine
              day={day}
              problem={wrong[day.key]}
              focused={fresh.includes(day.key)}
              onChange={(changed) =>
                onChange(days.map((each) => (each.key === changed.key ? changed : each)))
              }
              remove={
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('remove', { name: day.name || day.date || t('newDay') })}
                  onClick={() => onChange(days.filter(({ key }) => key !== day.key))}
                >
                  <Trash2 aria-hidden />
                </Button>
              }
            />
          </li>
        ))}
      </ul>
      <Button size="sm" className="mt-3" onClick={addOne}>
        <Plus aria-hidden />
        {t('add')}
      </Button>
    </Panel>
  );
}
