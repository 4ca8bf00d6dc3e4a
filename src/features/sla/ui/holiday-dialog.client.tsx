'use client';

import { CalendarHeart } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import type { DraftDay, OfferedDay } from './calendar-draft';
import { COUNTRIES, type Country, holidaysOf, loadHolidays, YEARS, type YearData } from './public-holidays';

type Props = Readonly<{
  days: readonly DraftDay[];
  year: number;
  /** Takes the days over and says how many were new. */
  onAdd: (days: readonly OfferedDay[]) => number;
}>;

const HOME: Readonly<Record<string, Country>> = { hu: 'HU', lv: 'LV' };

/** Offers a country's public holidays by year. */
export function HolidayDialog({ days, year, onAdd }: Props) {
  const t = useTranslations('calendar');
  const common = useTranslations('common');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [country, setCountry] = useState<Country>(HOME[locale] ?? 'HU');
  const [wanted, setWanted] = useState<number | 'all'>(YEARS.includes(year) ? year : 'all');
  const [bridging, setBridging] = useState(true);
  const data = useHolidays(open);
  const years = wanted === 'all' ? YEARS : [wanted];
  const offered = data ? holidaysOf(data, { country, years, bridging, locale }) : [];
  const taken = new Set(days.map(({ date }) => date));
  const fresh = offered.filter(({ date }) => !taken.has(date)).length;
  const add = () => {
    toast(t('added', { count: onAdd(offered) }));
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('holidays.title')}
      description={t('holidays.body')}
      closeLabel={common('close')}
      trigger={
        <Button size="sm">
          <CalendarHeart aria-hidden />
          {t('holidays.open')}
        </Button>
      }
      footer={
        <Button variant="primary" onClick={add} disabled={fresh === 0}>
          {t('holidays.add', { count: fresh })}
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <CountryField country={country} onChange={setCountry} />
        <Field label={t('holidays.year')}>
          <Select
            value={wanted}
            onChange={({ target }) => setWanted(target.value === 'all' ? 'all' : Number(target.value))}
          >
            {YEARS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
            <option value="all">{t('holidays.all')}</option>
          </Select>
        </Field>
      </div>
      {country === 'HU' && (
        <Checkbox
          className="mt-4"
          label={t('holidays.bridging')}
          hint={t('holidays.noBridging')}
          checked={bridging}
          onChange={(event) => setBridging(event.target.checked)}
        />
      )}
      <OfferedDays offered={offered} taken={taken} />
    </Dialog>
  );
}

function useHolidays(open: boolean): YearData | null {
  const [data, setData] = useState<YearData | null>(null);
  useEffect(() => {
    if (open) loadHolidays().then(setData, () => setData(null));
  }, [open]);
  return data;
}

type CountryProps = Readonly<{ country: Country; onChange: (country: Country) => void }>;

function CountryField({ country, onChange }: CountryProps) {
  const t = useTranslations('calendar.holidays');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const nameOf = (code: Country) => {
    const name = names.of(code) ?? code;
    return code === 'GB' ? t('england', { country: name }) : name;
  };
  const sorted = [...COUNTRIES].sort((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
  return (
    <Field label={t('country')}>
      <Select value={country} onChange={(event) => onChange(event.target.value as Country)}>
        {sorted.map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type OfferedProps = Readonly<{ offered: readonly OfferedDay[]; taken: ReadonlySet<string> }>;

function OfferedDays({ offered, taken }: OfferedProps) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  return (
    <ul aria-label={t('holidays.list')} className="mt-4 divide-y divide-line">
      {offered.map(({ date, name, kind }) => (
        <li key={date} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5">
          <span className="min-w-0 break-words text-ink">
            {name}
            {kind === 'extra' && (
              <Badge tone="info" className="ml-2">
                {t('days.kinds.extra')}
              </Badge>
            )}
            {taken.has(date) && <Badge className="ml-2">{t('holidays.there')}</Badge>}
          </span>
          <span className="text-ink-faint text-sm tabular-nums">
            {format.dateTime(new Date(`${date}T00:00:00Z`), {
              dateStyle: 'medium',
              timeZone: 'UTC',
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
