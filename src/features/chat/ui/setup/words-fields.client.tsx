'use client';

import { useTranslations } from 'next-intl';
import { CHAT_LANGUAGES } from '@/domain/chat/protocol';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import type { Words } from './draft';

type Props = Readonly<{
  legend: string;
  words: Words;
  wrong?: boolean;
  onWords: (words: Words) => void;
}>;

/** One text in each language. */
export function WordsFields({ legend, words, wrong = false, onWords }: Props) {
  const t = useTranslations('chatSetup.form.language');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className={wrong ? 'mb-1 font-medium text-danger-ink text-sm' : 'mb-1 font-medium text-sm'}>
        {legend}
      </legend>
      <div className="grid gap-2 md:grid-cols-3">
        {CHAT_LANGUAGES.map((language) => (
          <Field key={language} label={t(language)}>
            <Textarea
              rows={2}
              lang={language}
              value={words[language] ?? ''}
              onChange={({ target }) => onWords({ ...words, [language]: target.value })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
