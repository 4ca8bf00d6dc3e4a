'use client';

import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { SPANS } from '@/domain/insights/period';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { FilterChoice, type FilterField } from './filter-choice.client';

type Props = Readonly<{
  /** The chosen days in words. */
  days: string;
  /** What is asked for now. */
  span: string | null;
  from: string;
  to: string;
  compared: string;
  hours: string | null;
  filters: readonly FilterField[];
  /** Further parameters of the address that stay as they are. */
  kept: Readonly<Record<string, string>>;
}>;

/** Narrows a board. All of it stands in the address. On a phone one line says what is chosen, and opens the rest. */
export function FilterBar({ days, filters, ...asked }: Props) {
  const t = useTranslations('insights.filter');
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = filters.filter(({ value }) => value !== '').length;
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <Button
        className="w-full justify-between sm:hidden"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="flex min-w-0 items-center gap-2">
          <SlidersHorizontal aria-hidden />
          <span className="truncate">{t('chosen', { span: days, count })}</span>
        </span>
        <ChevronDown aria-hidden className={classNames(open && 'rotate-180')} />
      </Button>
      <FilterForm id={id} open={open} filters={filters} {...asked} />
    </div>
  );
}

/** Where there is room, a choice shows at once; on a phone several are made before the board is asked for. */
const WIDE = '(min-width: 40rem)';

type FormProps = Omit<Props, 'days'> & Readonly<{ id: string; open: boolean }>;

function FilterForm({ id, open, span, from, to, compared, hours, filters, kept }: FormProps) {
  const t = useTranslations('insights.filter');
  const form = useRef<HTMLFormElement>(null);
  const send = () => {
    if (matchMedia(WIDE).matches) form.current?.requestSubmit();
  };
  const [period, setPeriod] = useState(span ?? 'custom');
  return (
    <form
      ref={form}
      id={id}
      method="get"
      className={classNames(
        'grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap',
        'xl:grid xl:grid-cols-[1.5fr_1.5fr_1.25fr_repeat(4,minmax(0,1fr))] xl:gap-y-3',
        open ? 'grid' : 'hidden',
      )}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label={t('period')}>
        <Select
          name="span"
          value={period}
          onChange={({ target }) => {
            setPeriod(target.value);
            if (target.value !== 'custom') send();
          }}
          className="w-full sm:w-44 xl:w-full"
        >
          {SPANS.map((each) => (
            <option key={each} value={each}>
              {t(`span.${each}`)}
            </option>
          ))}
          <option value="custom">{t('span.custom')}</option>
        </Select>
      </Field>
      <Days from={from} to={to} isCustom={period === 'custom'} />
      <Field label={t('compared')}>
        <Select name="compared" defaultValue={compared} onChange={send} className="w-full sm:w-44 xl:w-full">
          <option value="previous">{t('previous')}</option>
          <option value="year">{t('year')}</option>
          <option value="none">{t('none')}</option>
        </Select>
      </Field>
      <Field label={t('hours')}>
        <Select name="hours" defaultValue={hours ?? ''} onChange={send} className="w-full sm:w-36 xl:w-full">
          <option value="">{t('usual')}</option>
          <option value="business">{t('business')}</option>
          <option value="calendar">{t('calendar')}</option>
        </Select>
      </Field>
      {filters.map((field) => (
        <FilterChoice key={field.name} field={field} name={field.name} onChoose={send} />
      ))}
      <Button type="submit" className={classNames('col-span-2', period !== 'custom' && 'sm:hidden')}>
        {t('show')}
      </Button>
    </form>
  );
}

/** Days of one's own; they count while no named period is chosen. */
function Days({ from, to, isCustom }: Readonly<{ from: string; to: string; isCustom: boolean }>) {
  const t = useTranslations('insights.filter');
  return (
    <fieldset className="col-span-2 flex items-end gap-2" disabled={!isCustom} hidden={!isCustom}>
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
