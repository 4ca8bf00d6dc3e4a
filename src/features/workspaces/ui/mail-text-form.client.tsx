'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { TemplateFacts } from '@/domain/template/variables';
import { ACKNOWLEDGEMENT_PLACES, fillMailText } from '@/domain/workspace/mail-text';
import { changeMailTextAction, resetMailTextAction } from '@/features/workspaces/actions';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';

type MailWords = Readonly<{ subject: string; body: string }>;

type Props = Readonly<{
  workspace: string;
  locale: Locale;
  words: MailWords;
  /** True when they are the workspace's own and not the shipped ones. */
  own: boolean;
  /** What the preview fills in. */
  sample: TemplateFacts;
}>;

/** The words of the acknowledgement in one language, beside what a customer would get. */
export function MailTextForm({ workspace, locale, words, own, sample }: Props) {
  const t = useTranslations('admin.mailText');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [typed, setTyped] = useState(words);
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: () => changeMailTextAction(workspace, { kind: 'acknowledgement', locale, ...typed }),
    onDone: () => toast(common('saved')),
  });
  const places = ACKNOWLEDGEMENT_PLACES.map((place) => `{{${place}}}`).join('  ');
  return (
    <form ref={ref} onSubmit={onSubmit} className="grid gap-5 lg:grid-cols-2" noValidate>
      <div className="flex min-w-0 flex-col gap-4">
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <Field label={t('subject')} error={wrong('subject') && t('subjectError')}>
          <Input
            value={typed.subject}
            onChange={(event) => setTyped({ ...typed, subject: event.target.value })}
            lang={locale}
          />
        </Field>
        <Field label={t('text')} hint={`${t('places')} ${places}`} error={wrong('body') && t('textError')}>
          <Textarea
            rows={10}
            value={typed.body}
            onChange={(event) => setTyped({ ...typed, body: event.target.value })}
            lang={locale}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" pending={pending}>
            {common('save')}
          </Button>
          {own && <ResetWords workspace={workspace} locale={locale} />}
        </div>
      </div>
      <Preview words={typed} sample={sample} locale={locale} />
    </form>
  );
}

function ResetWords({ workspace, locale }: Pick<Props, 'workspace' | 'locale'>) {
  const t = useTranslations('admin.mailText');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const reset = () =>
    start(async () => {
      const done = await resetMailTextAction(workspace, { kind: 'acknowledgement', locale });
      toast(done.ok ? t('wasReset') : sentence(done.error.code));
    });
  return (
    <Button onClick={reset} pending={pending}>
      {t('reset')}
    </Button>
  );
}

function Preview({
  words,
  sample,
  locale,
}: Readonly<{ words: MailWords } & Pick<Props, 'sample' | 'locale'>>) {
  const t = useTranslations('admin.mailText');
  return (
    <section aria-label={t('preview')} className="min-w-0">
      <p className="mb-1 font-medium text-sm">{t('preview')}</p>
      <div lang={locale} className="rounded-lg border border-line bg-sunken p-4">
        <p className="break-words border-line border-b pb-2 font-semibold">
          {fillMailText(words.subject, sample)}
        </p>
        <p className="whitespace-pre-wrap break-words pt-3">{fillMailText(words.body, sample)}</p>
      </div>
    </section>
  );
}
