'use client';

import { useTranslations } from 'next-intl';
import type { FieldTexts } from '@/domain/field/field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { LANGUAGES } from './field-draft';

type Props = Readonly<{
  /** What the text is, such as "Name". */
  label: string;
  texts: FieldTexts;
  most: number;
  error?: string | false | undefined;
  onChange: (texts: FieldTexts) => void;
}>;

/** One short text in each language, side by side. */
export function TextFields({ label, texts, most, error, onChange }: Props) {
  const t = useTranslations('fields.form');
  const languages = useTranslations('common.language');
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {LANGUAGES.map((language, index) => (
        <Field
          key={language}
          label={t('inLanguage', { label, language: languages(language) })}
          error={index === 0 && error}
        >
          <Input
            lang={language}
            maxLength={most}
            value={texts[language] ?? ''}
            onChange={({ target }) => onChange({ ...texts, [language]: target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
