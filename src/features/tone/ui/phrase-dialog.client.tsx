'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { toast } from 'sonner';
import type { PhraseKind, ToneLanguage, TonePhrase } from '@/domain/tone/phrase';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { savePhraseAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  language: ToneLanguage;
  kind: PhraseKind;
  /** The phrase to change; a new one when absent. */
  entry?: TonePhrase;
  trigger: ReactNode;
}>;

/** A phrase and what to write instead of it. */
export function PhraseDialog({ workspace, language, kind, entry, trigger }: Props) {
  const t = useTranslations('dictionary.phrase');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const formId = useId();
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => {
      const phrase = entry?.phrase ?? String(form.get('phrase'));
      const lines = String(form.get('alternatives')).split('\n');
      const alternatives = lines.map((line) => line.trim()).filter(Boolean);
      return savePhraseAction(workspace, { language, kind, phrase, alternatives });
    },
    onDone: (_, form) => {
      setOpen(false);
      toast(t('saved', { phrase: entry?.phrase ?? String(new FormData(form).get('phrase')).trim() }));
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={entry ? t('editTitle', { phrase: entry.phrase }) : t('add')}
      closeLabel={common('close')}
      trigger={trigger}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={formId} ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        {!entry && (
          <Field label={t('phrase')} hint={t('phraseHint')} error={wrong('phrase') && t('phraseError')}>
            <Input name="phrase" lang={language} autoComplete="off" />
          </Field>
        )}
        <Field
          label={t('instead')}
          hint={t('insteadHint')}
          error={wrong('alternatives') && t('insteadError')}
        >
          <Textarea
            name="alternatives"
            lang={language}
            rows={4}
            defaultValue={entry?.alternatives.join('\n')}
          />
        </Field>
      </form>
    </Dialog>
  );
}
