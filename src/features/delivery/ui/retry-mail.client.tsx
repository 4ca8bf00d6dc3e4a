'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { retryMailAction } from '@/features/delivery/actions';
import { Button } from '@/ui/button';

type Props = Readonly<{ workspace: string; mailId: string }>;

/** Sends a failed or waiting mail now. */
export function RetryMail({ workspace, mailId }: Props) {
  const t = useTranslations('mail');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const retry = () =>
    start(async () => {
      const retried = await retryMailAction(workspace, { mailId });
      toast(retried.ok ? t('retried') : sentence(retried.error.code));
    });
  return (
    <Button variant="primary" onClick={retry} pending={pending}>
      {t('retry')}
    </Button>
  );
}
