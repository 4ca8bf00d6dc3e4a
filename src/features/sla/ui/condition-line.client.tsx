'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { use, useId } from 'react';
import {
  CONDITION_FIELDS,
  type FieldName,
  needsNoValue,
  OPERATORS,
  type Operator,
} from '@/domain/condition/fields';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { type ComparisonDraft, FIELD_NAMES, onField } from './condition-draft';
import { ConditionValues } from './condition-values.client';
import { ConditionContext } from './condition-world';

type Props = Readonly<{
  line: ComparisonDraft;
  onChange: (line: ComparisonDraft) => void;
  onRemove: () => void;
}>;

/** One comparison: field, operator, values. */
export function ConditionLine({ line, onChange, onRemove }: Props) {
  const t = useTranslations('policy');
  const id = useId();
  const { wrong } = use(ConditionContext);
  const errorId = wrong.includes(line.key) ? `${id}-error` : undefined;
  const operators: readonly Operator[] = OPERATORS[CONDITION_FIELDS[line.field].kind];
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 @[36rem]:grid-cols-[10rem_11rem_minmax(0,1fr)_auto] @[36rem]:items-center">
        <Select
          aria-label={t('conditions.field')}
          value={line.field}
          onChange={(event) => onChange(onField(line, event.target.value as FieldName))}
        >
          {FIELD_NAMES.map((field) => (
            <option key={field} value={field}>
              {t(`field.${field}`)}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('conditions.operator')}
          value={line.operator}
          className="col-span-2 @[36rem]:col-span-1"
          onChange={(event) => onChange({ ...line, operator: event.target.value as Operator })}
        >
          {operators.map((operator) => (
            <option key={operator} value={operator}>
              {t(`operator.${operator}`)}
            </option>
          ))}
        </Select>
        {needsNoValue(line.operator) ? (
          <span className="hidden @[36rem]:block" />
        ) : (
          <div className="col-span-2 min-w-0 @[36rem]:col-span-1">
            <ConditionValues
              key={line.field}
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
          aria-label={t('conditions.remove', { field: t(`field.${line.field}`) })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {errorId && (
        <p id={errorId} className="mt-1 text-danger-ink text-sm">
          {t('conditions.valueError')}
        </p>
      )}
    </div>
  );
}
