'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { unblockSenderAction } from '../actions';

type Props = Readonly<{ workspace: string; blockedSenderId: string; value: string }>;

/** Lets a sender in again. */
export function Unblock({ workspace, blockedSenderId, value }: Props) {
  const t = useTranslations('blocks');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await unblockSenderAction(workspace, { blockedSenderId });
      if (done.ok) toast(t('unblocked', { value }));
      else toast.error(problems(done.error.code));
    });
  return (
    <Button size="sm" pending={pending} aria-label={t('unblockNamed', { value })} onClick={run}>
      {t('unblock')}
    </Button>
  );
}
