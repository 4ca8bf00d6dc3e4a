'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { retryDeadLetterAction } from '@/features/health/actions';
import { Button } from '@/ui/button';

type Props = Readonly<{ workspace: string; jobId: string; queue: string }>;

/** Puts a job that was given up back into its queue. */
export function RetryJob({ workspace, jobId, queue }: Props) {
  const t = useTranslations('health.dead');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const retry = () =>
    start(async () => {
      const retried = await retryDeadLetterAction(workspace, { jobId });
      toast(retried.ok ? t('retried') : problem(retried.error.code));
    });
  return (
    <Button size="sm" onClick={retry} pending={pending} aria-label={t('retryNamed', { queue })}>
      {t('retry')}
    </Button>
  );
}
