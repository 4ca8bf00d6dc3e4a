'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FieldDefinition, fieldName, fieldText, type ShownWhen } from '@/domain/field/field';
import { TICKET_TYPES } from '@/domain/ticket/ticket';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { hasOptions } from '../ui/field-draft';

type Props = Readonly<{
  /** True where the ticket's type can decide, too. */
  byType: boolean;
  /** Fields of the same kind of thing that can decide. */
  others: readonly FieldDefinition[];
  conditions: readonly ShownWhen[];
  /** Places of conditions without a value. */
  wrong: readonly number[];
  onChange: (conditions: readonly ShownWhen[]) => void;
}>;

const MOST = 5;

/** When the field is shown: always, or where other values are of a kind. */
export function ShownWhenFields({ byType, others, conditions, wrong, onChange }: Props) {
  const t = useTranslations('fields.form');
  const deciding = others.filter(
    ({ kind, archived }) => !archived && (hasOptions(kind) || kind === 'checkbox'),
  );
  const first = byType ? 'type' : deciding[0]?.id;
  const placed = conditions.map((condition, place) => ({ condition, place }));
  const change = (index: number, over: ShownWhen) =>
    onChange(conditions.map((each, place) => (place === index ? over : each)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-medium text-ink text-sm">{t('shownWhen')}</legend>
      <p className="text-ink-faint text-sm">{t(conditions.length === 0 ? 'shownAlways' : 'shownAll')}</p>
      {placed.map(({ condition, place }) => (
        <Line
          key={place}
          byType={byType}
          deciding={deciding}
          condition={condition}
          wrong={wrong.includes(place)}
          onChange={(over) => change(place, over)}
          onRemove={() => onChange(conditions.filter((each) => each !== condition))}
        />
      ))}
      {first && conditions.length < MOST && (
        <div>
          <Button size="sm" onClick={() => onChange([...conditions, { field: first, anyOf: [] }])}>
            <Plus aria-hidden />
            {t('addCondition')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type LineProps = Readonly<{
  byType: boolean;
  deciding: readonly FieldDefinition[];
  condition: ShownWhen;
  wrong: boolean;
  onChange: (condition: ShownWhen) => void;
  onRemove: () => void;
}>;

function Line({ byType, deciding, condition, wrong, onChange, onRemove }: LineProps) {
  const t = useTranslations('fields.form');
  const locale = useLocale();
  const values = useValues(condition.field, deciding);
  const toggle = (value: string, on: boolean) =>
    onChange({
      ...condition,
      anyOf: on ? [...condition.anyOf, value] : condition.anyOf.filter((each) => each !== value),
    });
  return (
    <div className="flex items-start gap-2 rounded-md border border-line p-3">
      <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <Field label={t('conditionField')} error={wrong && t('conditionError')}>
          <Select
            value={condition.field}
            onChange={({ target }) => onChange({ field: target.value, anyOf: [] })}
          >
            {byType && <option value="type">{t('ticketType')}</option>}
            {deciding.map((field) => (
              <option key={field.id} value={field.id}>
                {fieldName(field, locale)}
              </option>
            ))}
          </Select>
        </Field>
        <fieldset>
          <legend className="font-medium text-ink text-sm">{t('conditionValues')}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1 pt-1">
            {values.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={label}
                checked={condition.anyOf.includes(value)}
                onChange={({ target }) => toggle(value, target.checked)}
              />
            ))}
          </div>
        </fieldset>
      </div>
      <Button variant="ghost" size="icon-sm" aria-label={t('removeCondition')} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}

function useValues(id: string, deciding: readonly FieldDefinition[]) {
  const t = useTranslations('fields.form');
  const common = useTranslations('common');
  const locale = useLocale();
  if (id === 'type') return TICKET_TYPES.map((value) => ({ value, label: common(`type.${value}`) }));
  const field = deciding.find((each) => each.id === id);
  if (field?.kind === 'checkbox') {
    return [
      { value: 'true', label: t('checked') },
      { value: 'false', label: t('unchecked') },
    ];
  }
  const options = field?.options.filter(({ archived }) => !archived) ?? [];
  return options.map(({ key, names }) => ({ value: key, label: fieldText(names, locale) }));
}
