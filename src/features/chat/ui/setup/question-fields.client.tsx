'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { type FieldDraft, newFieldKey, optionsOf, textOf } from './draft';
import { WordsFields } from './words-fields.client';

const KINDS = ['text', 'email', 'phone', 'choice', 'consent'] as const;

type Props = Readonly<{
  fields: readonly FieldDraft[];
  wrong: (field: string) => boolean;
  onFields: (fields: FieldDraft[]) => void;
}>;

/** What visitors are asked before the chat. */
export function QuestionFields({ fields, wrong, onFields }: Props) {
  const t = useTranslations('chatSetup.form');
  const change = (at: number, part: Partial<FieldDraft>) =>
    onFields(fields.map((field, index) => (index === at ? { ...field, ...part } : field)));
  const add = () =>
    onFields([
      ...fields,
      { key: newFieldKey(fields), kind: 'text', label: {}, required: false, options: [] },
    ]);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {fields.map((field, index) => (
          <li key={field.key} className="flex flex-col gap-3 rounded-md border border-line p-3">
            <Question
              field={field}
              wrong={(name) => wrong(`settings.fields.${index}.${name}`)}
              onField={(part) => change(index, part)}
              onRemove={() => onFields(fields.filter((_, each) => each !== index))}
            />
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={add}>
        <Plus aria-hidden />
        {t('addField')}
      </Button>
    </div>
  );
}

type QuestionProps = Readonly<{
  field: FieldDraft;
  wrong: (name: string) => boolean;
  onField: (part: Partial<FieldDraft>) => void;
  onRemove: () => void;
}>;

function Question({ field, wrong, onField, onRemove }: QuestionProps) {
  const t = useTranslations('chatSetup.form');
  const { key, kind, label, required, options } = field;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('kind')} className="w-40">
          <Select
            value={kind}
            onChange={({ target }) =>
              onField({ kind: KINDS.find((each) => each === target.value) ?? 'text' })
            }
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kinds.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('key')} className="w-40">
          <Input value={key} readOnly />
        </Field>
        <Checkbox
          className="h-control items-center"
          label={t('required')}
          checked={required}
          onChange={({ target }) => onField({ required: target.checked })}
        />
        <Button
          variant="ghost"
          size="icon"
          className="ml-auto"
          aria-label={t('removeField', { name: key })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <WordsFields
        legend={t('field')}
        words={label}
        wrong={wrong('label')}
        onWords={(words) => onField({ label: words })}
      />
      {kind === 'choice' && (
        <Field label={t('options')} hint={t('optionsHint')}>
          <Textarea
            rows={3}
            value={textOf(options.map(({ value }) => value))}
            onChange={({ target }) => onField({ options: optionsOf(target.value) })}
          />
        </Field>
      )}
    </>
  );
}
