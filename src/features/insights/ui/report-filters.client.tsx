'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { FilterChoice, type FilterField } from './filter-choice.client';

type Props = Readonly<{
  compared: string;
  hours: string | null;
  filters: readonly FilterField[];
}>;

/** What a mailed board is narrowed by, with what it is compared, and in which hours. */
export function ReportFilters({ compared, hours, filters }: Props) {
  const t = useTranslations('insights.filter');
  const reports = useTranslations('reports');
  const words = (keys: readonly ('previous' | 'year' | 'none' | 'business' | 'calendar')[]) =>
    keys.map((value) => ({ value, label: t(value) }));
  return (
    <fieldset className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap xl:grid xl:grid-cols-6">
      <legend className="mb-2 font-medium text-ink">{reports('narrowed')}</legend>
      <Choice
        label={t('compared')}
        name="compared"
        value={compared}
        options={words(['previous', 'year', 'none'])}
      />
      <Choice
        label={t('hours')}
        name="hours"
        value={hours ?? ''}
        options={[{ value: '', label: t('usual') }, ...words(['business', 'calendar'])]}
      />
      {filters.map((field) => (
        <FilterChoice key={field.name} field={field} name={`filter.${field.name}`} />
      ))}
    </fieldset>
  );
}

type ChoiceProps = Readonly<{
  label: string;
  name: string;
  value: string;
  options: FilterField['options'];
}>;

const Choice = ({ label, name, value, options }: ChoiceProps) => (
  <Field label={label}>
    <Select name={name} defaultValue={value} className="w-full sm:w-44 xl:w-full">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  </Field>
);

const FILTER = 'filter.';

/** The parameters of the board's address that the form stands for. */
export function reportQueryOf(typed: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of typed) {
    const parameter = name.startsWith(FILTER) ? name.slice(FILTER.length) : name;
    const counts = name.startsWith(FILTER) || name === 'compared' || name === 'hours';
    if (counts && value !== '') parameters.set(parameter, String(value));
  }
  return parameters.toString();
}
