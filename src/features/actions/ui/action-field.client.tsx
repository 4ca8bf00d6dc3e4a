'use client';

import { useTranslations } from 'next-intl';
import { useContext, useId } from 'react';
import type { ActionField as FieldSpec } from '@/domain/action/action';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { NONE } from './action-draft';
import { ActionContext } from './action-world';
import { TemplateText } from './template-text.client';
import { useFieldOptions } from './use-field-options';

type Props = Readonly<{
  name: string;
  field: FieldSpec;
  value: unknown;
  /** All that the action holds, for a field that hangs on another one. */
  values: Readonly<Record<string, unknown>>;
  wrong: boolean;
  onChange: (value: unknown) => void;
}>;

const LANGUAGES = ['en', 'hu', 'lv'] as const;

/** One field of an action, by what the table of actions says that it holds. */
export function ActionField(props: Props) {
  const { name, field, value, wrong, onChange } = props;
  const t = useTranslations('action');
  const label = t(`field.${name}` as 'field.status');
  const error = wrong && t('form.error');
  switch (field.is) {
    case 'tags':
      return <Tags {...props} label={label} error={error} />;
    case 'template':
      return (
        <Field label={label} hint={t('form.textHint', { example: '{{ticket.number}}' })} error={error}>
          <TemplateText long={field.long} value={String(value)} onChange={onChange} />
        </Field>
      );
    case 'translations':
      return <TextsByLanguage {...props} label={label} error={error} />;
    case 'own_value':
      return <OwnValue {...props} label={label} error={error} />;
    case 'choices':
    case 'members':
      return <Several {...props} label={label} />;
    default:
      return <One {...props} label={label} error={error} />;
  }
}

type Labelled = Props & Readonly<{ label: string; error?: string | false }>;

function One({ name, field, value, label, error, onChange }: Labelled) {
  const t = useTranslations('action');
  const options = useFieldOptions(name, field);
  const isFlag = field.is === 'flag';
  const shown = isFlag ? String(value) : String(value ?? '');
  return (
    <Field label={label} error={error}>
      <Select
        value={shown}
        onChange={({ target }) => onChange(isFlag ? target.value === 'true' : target.value)}
      >
        {!isFlag && (
          <option value="" disabled>
            {t('form.choose')}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {shown !== '' && shown !== NONE && !options.some((option) => option.value === shown) && (
          <option value={shown}>{t('gone')}</option>
        )}
      </Select>
    </Field>
  );
}

/** A value of the field that is chosen beside it, as its kind is filled in; empty, it empties the field. */
function OwnValue({ value, values, label, error, onChange }: Labelled) {
  const t = useTranslations('action');
  const { own } = useContext(ActionContext);
  const field = own.find(({ id }) => id === values['fieldId']);
  const text = String(value ?? '');
  if (field?.kind === 'multi_choice') {
    const chosen = text === '' ? [] : text.split(',');
    const toggle = (key: string, on: boolean) =>
      onChange((on ? [...chosen, key] : chosen.filter((each) => each !== key)).sort().join(','));
    return (
      <fieldset className="flex flex-col gap-1">
        <legend className="font-medium text-ink text-sm">{label}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1 pt-1">
          {field.options.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.includes(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            />
          ))}
        </div>
      </fieldset>
    );
  }
  if (field?.kind === 'choice' || field?.kind === 'checkbox') {
    const options = field.kind === 'choice' ? field.options : [{ id: 'true', name: t('checked') }];
    return (
      <Field label={label} error={error}>
        <Select value={text} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('emptied')}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  return (
    <Field label={label} hint={t('form.emptyHint')} error={error}>
      <Input
        type={field?.kind === 'date' ? 'date' : 'text'}
        inputMode={field?.kind === 'number' ? 'decimal' : undefined}
        value={text}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}

function Tags({ value, label, error, onChange }: Labelled) {
  const t = useTranslations('action.form');
  const { tags } = useContext(ActionContext);
  const list = useId();
  return (
    <>
      <Field label={label} hint={t('tagsHint')} error={error}>
        <Input
          value={String(value)}
          list={list}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      </Field>
      <datalist id={list}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

function TextsByLanguage({ field, value, label, error, onChange }: Labelled) {
  const t = useTranslations('action.form');
  const languages = useTranslations('common.language');
  const texts = value as Readonly<Record<string, string>>;
  const long = 'long' in field && field.long;
  return (
    <div className="flex flex-col gap-3">
      {LANGUAGES.map((language, index) => (
        <Field
          key={language}
          label={t('translation', { field: label, language: languages(language) })}
          error={index === 0 && error}
        >
          <TemplateText
            long={long}
            lang={language}
            value={texts[language] ?? ''}
            onChange={(text) => onChange({ ...texts, [language]: text })}
          />
        </Field>
      ))}
    </div>
  );
}

function Several({ name, field, value, label, onChange }: Labelled) {
  const options = useFieldOptions(name, field);
  const chosen = value as readonly string[];
  const toggle = (each: string, on: boolean) =>
    onChange(on ? [...chosen, each] : chosen.filter((other) => other !== each));
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium text-ink text-sm">{label}</legend>
      <div className="flex max-h-40 flex-wrap gap-x-5 gap-y-1 overflow-y-auto pt-1">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onChange={({ target }) => toggle(option.value, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
