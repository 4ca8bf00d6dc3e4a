'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/ui/field';
import { SearchSelect } from '@/ui/search-select.client';
import { Select } from '@/ui/select';

export type FilterOption = Readonly<{ value: string; label: string }>;

/** A field by which numbers are narrowed; `address` where what can be chosen is searched for. */
export type FilterField = Readonly<{
  name: string;
  label: string;
  value: string;
  options: readonly FilterOption[];
  address?: string;
}>;

type Props = Readonly<{ field: FilterField; name: string; onChoose?: () => void }>;

/** One of the values of a filter, or all. */
export function FilterChoice({ field: { label, value, address, ...field }, name, onChoose }: Props) {
  const t = useTranslations('insights.filter');
  const options = [{ value: '', label: t('all') }, ...field.options];
  return (
    <Field label={label}>
      {address ? (
        <SearchSelect
          name={name}
          label={label}
          value={value}
          options={options}
          address={address}
          words={{ search: t('search'), none: t('notFound') }}
          className="w-full sm:w-36 xl:w-full"
          {...(onChoose && { onChoose })}
        />
      ) : (
        <Select name={name} defaultValue={value} onChange={onChoose} className="w-full sm:w-36 xl:w-full">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
