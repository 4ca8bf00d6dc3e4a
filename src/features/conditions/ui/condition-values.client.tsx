'use client';

import { useTranslations } from 'next-intl';
import { use, useCallback, useState } from 'react';
import { isDateOperator, isElapsed, takesNumber } from '@/domain/condition/rule-fields';
import { FORM_FIELDS, type FormFieldName, isOwnField } from '@/domain/condition/segment';
import { SPANS } from '@/domain/condition/view-fields';
import { readFieldValue } from '@/domain/field/value';
import { durationText, minutesIn } from '@/domain/sla/duration-text';
import { searchConditionValuesAction } from '@/features/conditions/actions';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { ChooseMany, type Option } from './choose-many.client';
import type { ComparisonDraft } from './condition-draft';
import { ConditionContext } from './condition-world';
import { useValueText } from './use-condition-text';
import { useFieldName } from './use-field-name';

type Props = Readonly<{
  line: ComparisonDraft;
  errorId: string | undefined;
  onChange: (values: readonly string[]) => void;
}>;

/** The values of a comparison: words that are typed, or rows and choices by their names. */
export function ConditionValues(props: Props) {
  const { own } = use(ConditionContext);
  const { field, operator } = props.line;
  if (operator === 'within') return <Spans {...props} />;
  if (takesNumber(operator)) return <Amount {...props} />;
  if (isDateOperator(operator)) return <Day {...props} />;
  const kind = isOwnField(field) ? own?.[field]?.kind : FORM_FIELDS[field].kind;
  return kind === 'choice' || kind === 'multi_choice' || kind === 'reference' || kind === 'references' ? (
    <Choices {...props} />
  ) : (
    <Words {...props} />
  );
}

function Spans({ line, errorId, onChange }: Props) {
  const t = useTranslations('condition');
  return (
    <Select
      value={line.values[0] ?? ''}
      aria-label={t('form.span')}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      onChange={({ target }) => onChange(target.value ? [target.value] : [])}
    >
      <option value="">{t('form.choose')}</option>
      {SPANS.map((span) => (
        <option key={span} value={span}>
          {t(`span.${span}`)}
        </option>
      ))}
    </Select>
  );
}

function Day({ line, errorId, onChange }: Props) {
  const t = useTranslations('condition.form');
  return (
    <Input
      type="date"
      defaultValue={line.values[0] ?? ''}
      aria-label={t('date')}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      onChange={({ target }) => onChange(target.value ? [target.value] : [])}
    />
  );
}

function Words({ line, errorId, onChange }: Props) {
  const t = useTranslations('condition.form');
  const [text, setText] = useState(line.values.join(', '));
  return (
    <Input
      value={text}
      aria-label={t('words')}
      placeholder={t('words')}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      autoComplete="off"
      onChange={(event) => {
        setText(event.target.value);
        const words = event.target.value.split(',').map((word) => word.trim());
        onChange(words.filter(Boolean));
      }}
    />
  );
}

/** How many times, or how long: kept as a number of times or of minutes. */
function Amount({ line, errorId, onChange }: Props) {
  const t = useTranslations('condition.form');
  const isTime = isElapsed(line.operator);
  const [first = ''] = line.values;
  const [text, setText] = useState(isTime && /^\d+$/.test(first) ? durationText(Number(first)) : first);
  const label = t(isTime ? 'time' : 'number');
  return (
    <Input
      value={text}
      aria-label={label}
      placeholder={label}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      autoComplete="off"
      inputMode={isTime ? 'text' : 'decimal'}
      onChange={({ target }) => {
        setText(target.value);
        const amount = isTime ? minutesIn(target.value) : numberIn(line.field, target.value);
        onChange(amount === null ? [] : [String(amount)]);
      }}
    />
  );
}

/** Of an own field any number, as people write it; of all others whole times. */
function numberIn(field: FormFieldName, text: string): number | null {
  if (!isOwnField(field)) return wholeIn(text);
  const read = readFieldValue({ kind: 'number', options: [], pattern: null }, text);
  return read.ok && typeof read.value === 'number' ? read.value : null;
}

const wholeIn = (text: string): number | null => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null);

const isSearched = (field: FormFieldName) => field === 'requesterId' || field === 'organizationId';

function Choices({ line, errorId, onChange }: Props) {
  const t = useTranslations('condition');
  const { workspace, choices, names, own } = use(ConditionContext);
  const [found, setFound] = useState(names);
  const valueText = useValueText(found);
  const { field, values } = line;
  const offered = useOffered(field);
  const search = useCallback(
    async (text: string): Promise<readonly Option[]> => {
      if (field !== 'requesterId' && field !== 'organizationId') return [];
      const answer = await searchConditionValuesAction(workspace, { field, text });
      return answer.ok ? answer.value.map(({ id, name }) => ({ value: id, label: name })) : [];
    },
    [workspace, field],
  );
  const listed = new Map((choices[field] ?? []).map(({ id, name }) => [id, name]));
  const nameOf = useFieldName(names, own);
  const labelOf = (value: string) =>
    listed.get(value) ?? (isOwnField(field) ? value : valueText(field, value));
  return (
    <ChooseMany
      label={`${nameOf(field)}, ${t('form.values')}`}
      chosen={values.map((value) => ({ value, label: labelOf(value) }))}
      options={offered}
      {...(isSearched(field) && { search })}
      empty={t('form.choose')}
      errorId={errorId}
      onChange={(chosen) => {
        setFound({ ...found, ...Object.fromEntries(chosen.map(({ value, label }) => [value, label])) });
        onChange(chosen.map(({ value }) => value));
      }}
    />
  );
}

function useOffered(field: FormFieldName): Option[] {
  const { choices, names } = use(ConditionContext);
  const valueText = useValueText(names);
  const known = isOwnField(field) ? undefined : FORM_FIELDS[field].values;
  if (known && !isOwnField(field)) return known.map((value) => ({ value, label: valueText(field, value) }));
  return (choices[field] ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
