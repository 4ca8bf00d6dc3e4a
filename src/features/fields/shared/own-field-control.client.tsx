'use client';

import { CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import type { TypedValue, WrongTyped } from '@/domain/field/draft';
import { type FieldDefinition, fieldName, fieldText } from '@/domain/field/field';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';

type Props = Readonly<{
  field: FieldDefinition;
  typed: TypedValue;
  wrong: WrongTyped | undefined;
  onChange: (typed: TypedValue) => void;
}>;

/** The control that fits the kind of an own field, with its help and with what is wrong. */
export function OwnFieldControl(props: Props) {
  const { field, wrong } = props;
  const t = useTranslations('fields.own');
  const locale = useLocale();
  const hint = fieldText(field.descriptions, locale);
  if (field.kind === 'checkbox') return <Tick {...props} />;
  if (field.kind === 'multi_choice') return <Several {...props} />;
  return (
    <Field
      label={<Name field={field} />}
      hint={hint}
      error={wrong ? t(`wrong.${wrong}`) : undefined}
      {...(field.kind === 'long_text' && { className: 'sm:col-span-2' })}
    >
      {controlOf(props, { locale, none: t('none') })}
    </Field>
  );
}

function Name({ field }: Pick<Props, 'field'>) {
  const t = useTranslations('fields.own');
  const locale = useLocale();
  return (
    <>
      {fieldName(field, locale)}
      {field.requirement === 'always' && (
        <span className="font-normal text-ink-faint"> ({t('required')})</span>
      )}
    </>
  );
}

type Words = Readonly<{ locale: string; none: string }>;

function controlOf({ field, typed, onChange }: Props, { locale, none }: Words) {
  const value = String(typed);
  const typing = {
    value,
    onChange: ({ target }: { target: Readonly<{ value: string }> }) => onChange(target.value),
  };
  if (field.kind === 'long_text') return <Textarea rows={3} maxLength={5000} {...typing} />;
  if (field.kind === 'choice') {
    return (
      <Select {...typing}>
        <option value="">{none}</option>
        {offered(field, [value]).map(({ key, names }) => (
          <option key={key} value={key}>
            {fieldText(names, locale)}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <Input
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      {...typing}
    />
  );
}

/** The options that can be chosen; an archived one only where it stands already. */
const offered = ({ options }: FieldDefinition, chosen: readonly string[]) =>
  options.filter(({ key, archived }) => !archived || chosen.includes(key));

function Tick({ field, typed, wrong, onChange }: Props) {
  const locale = useLocale();
  return (
    <div className="sm:pb-2">
      <Checkbox
        label={<Name field={field} />}
        hint={fieldText(field.descriptions, locale)}
        checked={typed === true}
        aria-invalid={wrong ? true : undefined}
        onChange={({ target }) => onChange(target.checked)}
      />
      <Wrong wrong={wrong} />
    </div>
  );
}

function Several({ field, typed, wrong, onChange }: Props) {
  const locale = useLocale();
  const id = useId();
  const chosen = Array.isArray(typed) ? (typed as readonly string[]) : [];
  const hint = fieldText(field.descriptions, locale);
  return (
    <fieldset className="min-w-0 sm:col-span-2" aria-describedby={hint ? id : undefined}>
      <legend className="mb-1 font-medium text-sm">
        <Name field={field} />
      </legend>
      {hint && (
        <p id={id} className="mb-1 text-ink-faint text-sm">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {offered(field, chosen).map(({ key, names }) => (
          <Checkbox
            key={key}
            label={fieldText(names, locale)}
            checked={chosen.includes(key)}
            aria-invalid={wrong ? true : undefined}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))
            }
          />
        ))}
      </div>
      <Wrong wrong={wrong} />
    </fieldset>
  );
}

function Wrong({ wrong }: Pick<Props, 'wrong'>) {
  const t = useTranslations('fields.own');
  if (!wrong) return null;
  return (
    <p role="alert" className="mt-1 flex items-start gap-1.5 text-danger-ink text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(`wrong.${wrong}`)}
    </p>
  );
}
