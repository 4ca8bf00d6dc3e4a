'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import {
  type FieldDefinition,
  type FieldValue,
  fieldName,
  fieldText,
  valueAsText,
} from '@/domain/field/field';
import { missingFields, shownFields } from '@/domain/field/shown';
import { readFieldValue } from '@/domain/field/value';
import { classNames } from '@/ui/class-names';
import { controlLook } from '@/ui/control-look';
import { Select } from '@/ui/select';
import { OwnFieldChoices } from './own-field-choices.client';
import { say } from './say';
import { useStage } from './stage.client';

type Props = Readonly<{ definitions: readonly FieldDefinition[]; mayUpdate: boolean }>;

/** So many are shown at once; the others are one press away. */
const MOST_SHOWN = 12;

/** The workspace's own fields of a ticket: those that its type and values ask for, each set at once. */
export function OwnFields({ definitions, mayUpdate }: Props) {
  const t = useTranslations('ticket.ownFields');
  const { shown } = useStage();
  const held = { type: shown.type, values: shown.fields };
  const listed = shownFields(definitions, held);
  const filledIn = definitions.filter(({ id, archived }) => archived && shown.fields[id] !== undefined);
  const missing = new Set(missingFields(definitions, held, 'solve').map(({ id }) => id));
  const isFixed = !mayUpdate || shown.status === 'closed';
  const rows = [...listed, ...filledIn].map((field) => (
    <Row key={field.id} field={field} isMissing={missing.has(field.id)} isFixed={isFixed || field.archived} />
  ));
  if (rows.length === 0) return null;
  const more = rows.slice(MOST_SHOWN);
  return (
    <section aria-label={t('own')} className="flex flex-col gap-1.5 border-line border-b p-4">
      {rows.slice(0, MOST_SHOWN)}
      {more.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-accent-ink text-sm">
            {t('more', { count: more.length })}
          </summary>
          <div className="flex flex-col gap-1.5 pt-1">{more}</div>
        </details>
      )}
    </section>
  );
}

type RowProps = Readonly<{ field: FieldDefinition; isMissing: boolean; isFixed: boolean }>;

function Row({ field, isMissing, isFixed }: RowProps) {
  const t = useTranslations('ticket.ownFields');
  const locale = useLocale();
  const id = useId();
  const { shown, update } = useStage();
  const value = shown.fields[field.id];
  const name = fieldName(field, locale);
  const help = fieldText(field.descriptions, locale);
  const set = (raw: unknown): boolean => {
    const read = readFieldValue(field, raw, value ?? null);
    if (!read.ok || (read.value === null && value !== undefined && field.requirement === 'always')) {
      say(t('wrong', { name }));
      return false;
    }
    if (valueAsText(read.value) !== valueAsText(value)) update({ fields: { [field.id]: read.value } });
    return true;
  };
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={id} className="truncate text-ink-soft text-sm" title={help || name}>
        {name}
        {isMissing && (
          <>
            <span aria-hidden className="text-danger-ink">
              {' *'}
            </span>
            <span className="sr-only"> ({t('required')})</span>
          </>
        )}
      </label>
      <Control id={id} field={field} value={value} isFixed={isFixed} name={name} onSet={set} />
    </div>
  );
}

type ControlProps = Readonly<{
  id: string;
  field: FieldDefinition;
  name: string;
  value: FieldValue | undefined;
  isFixed: boolean;
  /** False when the value does not fit. */
  onSet: (raw: unknown) => boolean;
}>;

function Control(props: ControlProps) {
  const { id, field, value, isFixed, onSet } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice {...props} />;
    case 'multi_choice':
      return <OwnFieldChoices {...props} />;
    case 'checkbox':
      return (
        <input
          id={id}
          type="checkbox"
          disabled={isFixed}
          checked={value === true}
          onChange={({ target }) => onSet(target.checked)}
          className="my-2 size-4 cursor-pointer justify-self-start accent-accent disabled:cursor-not-allowed"
        />
      );
    default:
      return <Words {...props} />;
  }
}

function Choice({ id, field, value, isFixed, onSet }: ControlProps) {
  const t = useTranslations('ticket.ownFields');
  const locale = useLocale();
  const options = field.options.filter(({ key, archived }) => !archived || key === value);
  return (
    <Select
      id={id}
      disabled={isFixed}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onSet(target.value)}
      className="[&:not(:hover,:focus-within)>select]:border-line"
    >
      <option value="">{t('empty')}</option>
      {options.map(({ key, names }) => (
        <option key={key} value={key}>
          {fieldText(names, locale)}
        </option>
      ))}
    </Select>
  );
}

/** Typed words: set when the field is left, or with Enter; Escape takes back what was typed. */
function Words({ id, field, value, isFixed, onSet }: ControlProps) {
  const t = useTranslations('ticket.ownFields');
  const words = valueAsText(value) ?? '';
  const common = {
    id,
    readOnly: isFixed,
    defaultValue: words,
    placeholder: t('empty'),
    className: classNames(controlLook, 'py-1 [&:not(:hover,:focus)]:border-line'),
    onBlur: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => {
      if (!onSet(target.value)) target.value = words;
    },
  };
  // The key draws the control anew when another value comes from elsewhere.
  if (field.kind === 'long_text') return <textarea key={words} rows={3} {...common} />;
  return (
    <input
      key={words}
      {...common}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Escape') currentTarget.value = words;
        if (key === 'Enter' || key === 'Escape') currentTarget.blur();
      }}
    />
  );
}
