'use client';

import type { ReactNode } from 'react';
import { SURVEY_LANGUAGES, type Texts } from '@/domain/survey/survey';
import { classNames } from '@/ui/class-names';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

const NAMES = { en: 'English', hu: 'Magyar', lv: 'Latviešu' } as const;

type Props = Readonly<{
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  texts: Texts;
  onChange: (texts: Texts) => void;
  /** Words rather than sentences: they stand beside each other where there is room. */
  short?: boolean;
  className?: string;
}>;

/** One text in each language, below each other. */
export function LanguageTexts({ label, hint, error, texts, onChange, short, className }: Props) {
  return (
    <fieldset className={classNames('min-w-0', className)}>
      <legend className="font-medium text-ink text-sm">{label}</legend>
      {hint && <p className="text-ink-faint text-sm">{hint}</p>}
      <div className={classNames('mt-1.5 grid gap-2', short && 'md:grid-cols-3')}>
        {SURVEY_LANGUAGES.map((language) => (
          <Field
            key={language}
            label={<span lang={language}>{NAMES[language]}</span>}
            error={language === 'en' ? error : undefined}
          >
            <Input
              lang={language}
              value={texts[language]}
              maxLength={500}
              onChange={({ target }) => onChange({ ...texts, [language]: target.value })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
