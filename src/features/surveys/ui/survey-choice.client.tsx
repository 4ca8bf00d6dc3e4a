'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';
import { chooseSurveysAction } from '../actions';
import type { SurveyStop } from '../queries-choice';

type Props = Readonly<{ workspace: string; customerId: string; stop: SurveyStop; mayWrite: boolean }>;

/** Whether the customer is asked for their opinion, and how we know that they do not want it. */
export function SurveyChoice({ workspace, customerId, stop, mayWrite }: Props) {
  const t = useTranslations('customer.surveys');
  const sentence = useTranslations('problem');
  const format = useFormatter();
  const asked = stop === null;
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: () => chooseSurveysAction(workspace, { customerId, asked: !asked }),
    onDone: () => toast(t(asked ? 'stopped' : 'resumed')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="flex min-w-0 flex-1 basis-72 flex-wrap items-center gap-2">
        <Badge tone={asked ? 'success' : 'warning'}>{t(asked ? 'asked' : 'notAsked')}</Badge>
        {stop && (
          <span className="text-ink-soft text-sm">
            {t('since', {
              at: format.dateTime(stop.at, { dateStyle: 'medium' }),
              how: t(`source.${stop.source}`),
            })}
          </span>
        )}
      </p>
      {mayWrite && (
        <Button type="submit" pending={pending}>
          {t(asked ? 'stop' : 'resume')}
        </Button>
      )}
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
    </form>
  );
}
