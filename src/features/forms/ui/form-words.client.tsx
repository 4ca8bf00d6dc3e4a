'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FormTexts } from '@/domain/form/form';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { type FormDraft, LANGUAGES } from './form-draft';

type Props = Readonly<{ draft: FormDraft; onChange: (change: Partial<FormDraft>) => void }>;

/** What a form says, one language at a time. */
export function FormWords({ draft, onChange }: Props) {
  const t = useTranslations('formSetup.form');
  const languages = useTranslations('common.language');
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('en');
  const texts = draft.texts[language];
  const set = (over: Partial<FormTexts>) =>
    onChange({ texts: { ...draft.texts, [language]: { ...texts, ...over } } });
  const common = (name: keyof FormTexts) => ({
    lang: language,
    value: texts[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  return (
    <Panel title={t('texts')} description={t('textsBody')}>
      <div className="flex flex-col gap-4">
        <Field label={t('language')} className="max-w-xs">
          <Select value={language} onChange={({ target }) => setLanguage(target.value as 'en')}>
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {languages(each)}
              </option>
            ))}
          </Select>
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('title')}>
            <Input maxLength={120} {...common('title')} />
          </Field>
          <Field label={t('submit')}>
            <Input maxLength={60} {...common('submit')} />
          </Field>
        </div>
        <Field label={t('intro')}>
          <Textarea rows={2} maxLength={2000} {...common('intro')} />
        </Field>
        <Field label={t('done')} hint={t('doneHint')}>
          <Textarea rows={2} maxLength={2000} {...common('done')} />
        </Field>
        <Field
          label={t('mailSubject')}
          hint={t('mailHint', { number: '{{ticket.number}}', name: '{{workspace.name}}' })}
        >
          <Input maxLength={200} {...common('mailSubject')} />
        </Field>
        <Field label={t('mailText')}>
          <Textarea rows={5} maxLength={5000} {...common('mailText')} />
        </Field>
      </div>
    </Panel>
  );
}
