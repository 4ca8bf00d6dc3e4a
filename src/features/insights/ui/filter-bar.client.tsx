'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { SPANS } from '@/domain/insights/period';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

export type FilterOption = Readonly<{ value: string; label: string }>;

type Props = Readonly<{
  /** What is asked for now. */
  span: string | null;
  from: string;
  to: string;
  compared: string;
  hours: string | null;
  filters: readonly Readonly<{
    name: string;
    label: string;
    value: string;
    options: readonly FilterOption[];
  }>[];
  /** Further parameters of the address that stay as they are. */
  kept: Readonly<Record<string, string>>;
}>;

/** Narrows a board. All of it stands in the address, and works as a plain form as well. */
export function FilterBar({ span, from, to, compared, hours, filters, kept }: Props) {
  const t = useTranslations('insights.filter');
  const form = useRef<HTMLFormElement>(null);
  const send = () => form.current?.requestSubmit();
  return (
    <form ref={form} method="get" className="flex flex-wrap items-end gap-2 print:hidden">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label={t('period')}>
        <Select name="span" defaultValue={span ?? 'custom'} onChange={send} className="w-44">
          {SPANS.map((each) => (
            <option key={each} value={each}>
              {t(`span.${each}`)}
            </option>
          ))}
          <option value="custom">{t('span.custom')}</option>
        </Select>
      </Field>
      <Days from={from} to={to} isCustom={span === null} />
      <Field label={t('compared')}>
        <Select name="compared" defaultValue={compared} onChange={send} className="w-44">
          <option value="previous">{t('previous')}</option>
          <option value="year">{t('year')}</option>
          <option value="none">{t('none')}</option>
        </Select>
      </Field>
      <Field label={t('hours')}>
        <Select name="hours" defaultValue={hours ?? ''} onChange={send} className="w-36">
          <option value="">{t('usual')}</option>
          <option value="business">{t('business')}</option>
          <option value="calendar">{t('calendar')}</option>
        </Select>
      </Field>
      {filters.map(({ name, label, value, options }) => (
        <Field key={name} label={label}>
          <Select name={name} defaultValue={value} onChange={send} className="w-36">
            <option value="">{t('all')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}

/** Days of one's own; they count while no named period is chosen. */
function Days({ from, to, isCustom }: Readonly<{ from: string; to: string; isCustom: boolean }>) {
  const t = useTranslations('insights.filter');
  return (
    <fieldset className="flex items-end gap-2" disabled={!isCustom} hidden={!isCustom}>
      <legend className="sr-only">{t('span.custom')}</legend>
      <Field label={t('from')}>
        <Input type="date" name="from" defaultValue={from} className="w-36" />
      </Field>
      <Field label={t('to')}>
        <Input type="date" name="to" defaultValue={to} className="w-36" />
      </Field>
    </fieldset>
  );
}
