'use client';

import { MessageSquareHeart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { askByHandAction } from '../actions';
import type { HandSurvey } from '../queries-choice';

type Props = Readonly<{ workspace: string; ticketId: string; surveys: readonly HandSurvey[] }>;

/** Asks the customer of a ticket for their opinion now: by mail, or by a link to pass on. */
export function AskByHand({ workspace, ticketId, surveys }: Props) {
  const t = useTranslations('feedback.ask');
  const sentence = useTranslations('problem');
  const [link, setLink] = useState<string | null>(null);
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: async (form) => {
      const send = form.get('way') === 'mail';
      const asked = await askByHandAction(workspace, {
        ticketId,
        surveyId: String(form.get('survey')),
        send,
      });
      return asked.ok ? { ok: true, value: { ...asked.value, send } } : asked;
    },
    onDone: (asked) => {
      setLink(asked.send ? null : asked.link);
      if (asked.send) toast(t('sent'));
    },
  });
  return (
    <details className="mt-2">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded py-1 text-accent-ink text-sm hover:underline [&::-webkit-details-marker]:hidden">
        <MessageSquareHeart aria-hidden className="size-4" />
        {t('open')}
      </summary>
      <form ref={ref} onSubmit={onSubmit} className="mt-2 flex flex-col gap-3">
        <Field label={t('survey')}>
          <Select name="survey">
            {surveys.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('way')}>
          <Select name="way">
            <option value="mail">{t('byMail')}</option>
            <option value="link">{t('byLink')}</option>
          </Select>
        </Field>
        <Button type="submit" size="sm" pending={pending} className="self-start">
          {t('ask')}
        </Button>
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        {link && (
          <Field label={t('link')} hint={t('linkHint')}>
            <Input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          </Field>
        )}
      </form>
    </details>
  );
}
