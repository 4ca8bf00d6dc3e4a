'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { use, useId } from 'react';
import {
  isDateOperator,
  isElapsed,
  type RuleOperator,
  ruleNeedsNoValue,
  takesNumber,
} from '@/domain/condition/rule-fields';
import { FORM_FIELDS, type FormFieldName, isOwnField, ownFieldOf } from '@/domain/condition/segment';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { type ComparisonDraft, onField } from './condition-draft';
import { ConditionValues } from './condition-values.client';
import { ConditionContext } from './condition-world';
import { useFieldName } from './use-field-name';

type Props = Readonly<{
  line: ComparisonDraft;
  onChange: (line: ComparisonDraft) => void;
  onRemove: () => void;
}>;

/** One comparison: field, operator, values. */
export function ConditionLine({ line, onChange, onRemove }: Props) {
  const t = useTranslations('condition');
  const id = useId();
  const { wrong, table, own, names } = use(ConditionContext);
  const nameOf = useFieldName(names, own);
  const errorId = wrong.includes(line.key) ? `${id}-error` : undefined;
  const operators = table.operatorsOf(line.field);
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 @[36rem]:grid-cols-[10rem_11rem_minmax(0,1fr)_auto] @[36rem]:items-center">
        <Select
          aria-label={t('form.field')}
          value={line.field}
          onChange={(event) => onChange(onField(line, event.target.value as FormFieldName, table))}
        >
          <FieldOptions current={line.field} />
        </Select>
        <Select
          aria-label={t('form.operator')}
          value={line.operator}
          className="col-span-2 @[36rem]:col-span-1"
          onChange={(event) => onChange(withOperator(line, event.target.value as RuleOperator))}
        >
          {operators.map((operator) => (
            <option key={operator} value={operator}>
              {t(`operator.${operator}`)}
            </option>
          ))}
        </Select>
        {ruleNeedsNoValue(line.operator) ? (
          <span className="hidden @[36rem]:block" />
        ) : (
          <div className="col-span-2 min-w-0 @[36rem]:col-span-1">
            <ConditionValues
              key={`${line.field}${takesNumber(line.operator)}${line.operator === 'within'}`}
              line={line}
              errorId={errorId}
              onChange={(values) => onChange({ ...line, values })}
            />
          </div>
        )}
        <Button
          variant="ghost"
          size="icon"
          className="col-start-2 row-start-1 @[36rem]:col-auto @[36rem]:row-auto"
          aria-label={t('form.remove', { field: nameOf(line.field) })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {errorId && (
        <p id={errorId} className="mt-1 text-danger-ink text-sm">
          {t(`form.${errorFor(line)}`)}
        </p>
      )}
    </div>
  );
}

const errorFor = ({ field, operator }: ComparisonDraft) => {
  if (isElapsed(operator)) return 'timeError';
  if (operator === 'within') return 'valueError';
  if (isDateOperator(operator)) return 'dateError';
  if (!takesNumber(operator)) return 'valueError';
  return isOwnField(field) ? 'decimalError' : 'numberError';
};

/** The same comparison by another operator; values of another kind are let go. */
const withOperator = (line: ComparisonDraft, operator: RuleOperator): ComparisonDraft => ({
  ...line,
  operator,
  values: valuesKind(operator) === valuesKind(line.operator) ? line.values : [],
});

const valuesKind = (operator: RuleOperator) => {
  if (takesNumber(operator)) return 'number';
  if (operator === 'within') return 'span';
  return isDateOperator(operator) ? 'date' : 'words';
};

const groupOf = (field: FormFieldName) =>
  isOwnField(field) ? (ownFieldOf(field)?.owner ?? 'customer') : FORM_FIELDS[field].group;

/** The fields by what they are about, where there are several things; `current` also when it is no longer offered. */
function FieldOptions({ current }: Readonly<{ current: FormFieldName }>) {
  const t = useTranslations('condition');
  const { table, own, names } = use(ConditionContext);
  const nameOf = useFieldName(names, own);
  const fields = table.fields.includes(current) ? table.fields : [...table.fields, current];
  const groups = [...new Set(fields.map(groupOf))];
  const hasTime = groups.includes('time');
  const option = (field: FormFieldName) => (
    <option key={field} value={field}>
      {nameOf(field)}
    </option>
  );
  if (!hasTime) return <>{fields.map(option)}</>;
  return (
    <>
      {groups.map((group) => (
        <optgroup key={group} label={t(`group.${group}`)}>
          {fields.filter((field) => groupOf(field) === group).map(option)}
        </optgroup>
      ))}
    </>
  );
}
