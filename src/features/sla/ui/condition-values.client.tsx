'use client';

import { useTranslations } from 'next-intl';
import { use, useCallback, useState } from 'react';
import { CONDITION_FIELDS, type FieldName } from '@/domain/condition/fields';
import { searchConditionValuesAction } from '@/features/sla/actions';
import { Input } from '@/ui/input';
import { ChooseMany, type Option } from './choose-many.client';
import type { ComparisonDraft } from './condition-draft';
import { ConditionContext } from './condition-world';
import { useValueText } from './use-condition-text';

type Props = Readonly<{
  line: ComparisonDraft;
  errorId: string | undefined;
  onChange: (values: readonly string[]) => void;
}>;

/** The values of a comparison: words that are typed, or rows and choices by their names. */
export function ConditionValues(props: Props) {
  return CONDITION_FIELDS[props.line.field].kind === 'text' ? <Words {...props} /> : <Choices {...props} />;
}

function Words({ line, errorId, onChange }: Props) {
  const t = useTranslations('policy.conditions');
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

const isSearched = (field: FieldName) => field === 'requesterId' || field === 'organizationId';

function Choices({ line, errorId, onChange }: Props) {
  const t = useTranslations('policy');
  const { workspace, choices, names } = use(ConditionContext);
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
  const labelOf = (value: string) => listed.get(value) ?? valueText(field, value);
  return (
    <ChooseMany
      label={`${t(`field.${field}`)}, ${t('conditions.values')}`}
      chosen={values.map((value) => ({ value, label: labelOf(value) }))}
      options={offered}
      {...(isSearched(field) && { search })}
      empty={t('conditions.choose')}
      errorId={errorId}
      onChange={(chosen) => {
        setFound({ ...found, ...Object.fromEntries(chosen.map(({ value, label }) => [value, label])) });
        onChange(chosen.map(({ value }) => value));
      }}
    />
  );
}

function useOffered(field: FieldName): Option[] {
  const { choices, names } = use(ConditionContext);
  const valueText = useValueText(names);
  const known = CONDITION_FIELDS[field];
  if ('values' in known) return known.values.map((value) => ({ value, label: valueText(field, value) }));
  return (choices[field] ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
