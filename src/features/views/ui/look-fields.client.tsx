'use client';

import { useTranslations } from 'next-intl';
import {
  VIEW_COLUMNS,
  VIEW_DENSITIES,
  VIEW_GROUPS,
  VIEW_SORTS,
  type ViewColumn,
  type ViewLook,
} from '@/domain/view/saved-view';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

/** A field of the workspace's own, as a column. */
export type OwnColumn = Readonly<{ column: string; name: string }>;

type Props = Readonly<{
  look: ViewLook;
  own: readonly OwnColumn[];
  onChange: (look: ViewLook) => void;
  /** Beside each other where there is room. */
  wide?: boolean;
}>;

/** How a list looks: its order, its parts, how close its lines stand, and its columns. */
export function LookFields({ look, own, onChange, wide = false }: Props) {
  const t = useTranslations('views');
  const names = useTranslations('desk.list');
  const columns = [
    ...VIEW_COLUMNS.map((column) => ({ column: column as ViewColumn, name: names(column) })),
    ...own.map(({ column, name }) => ({ column: column as ViewColumn, name })),
  ];
  return (
    <div className="flex flex-col gap-4">
      <div className={wide ? 'grid gap-4 sm:grid-cols-3' : 'flex flex-col gap-3'}>
        <Field label={t('sort')}>
          <Select
            value={look.sort}
            onChange={({ target }) =>
              onChange({ ...look, sort: VIEW_SORTS.find((each) => each === target.value) ?? 'activity' })
            }
          >
            {VIEW_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('groupBy')}>
          <Select
            value={look.groupBy ?? ''}
            onChange={({ target }) =>
              onChange({ ...look, groupBy: VIEW_GROUPS.find((each) => each === target.value) ?? null })
            }
          >
            <option value="">{t('notGrouped')}</option>
            {VIEW_GROUPS.map((group) => (
              <option key={group} value={group}>
                {names(group)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('density')}>
          <Select
            value={look.density ?? ''}
            onChange={({ target }) =>
              onChange({ ...look, density: VIEW_DENSITIES.find((each) => each === target.value) ?? null })
            }
          >
            <option value="">{t('densities.usual')}</option>
            {VIEW_DENSITIES.map((density) => (
              <option key={density} value={density}>
                {t(`densities.${density}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <fieldset>
        <legend className="mb-1 font-medium text-sm">{t('columns')}</legend>
        <div className={`grid grid-cols-2 gap-x-3 gap-y-1.5 ${wide ? 'sm:grid-cols-4' : ''}`}>
          {columns.map(({ column, name }) => (
            <Checkbox
              key={column}
              label={name}
              checked={look.columns.includes(column)}
              onChange={({ target }) =>
                onChange({
                  ...look,
                  columns: target.checked
                    ? [...look.columns, column]
                    : look.columns.filter((each) => each !== column),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
