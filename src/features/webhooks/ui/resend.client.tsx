'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { resendDeliveryAction } from '@/features/webhooks/actions';
import { Button } from '@/ui/button';

/** Sends a message once more. */
export function Resend({ workspace, deliveryId }: Readonly<{ workspace: string; deliveryId: string }>) {
  const t = useTranslations('webhooks.log');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const resend = () =>
    start(async () => {
      const done = await resendDeliveryAction(workspace, { deliveryId });
      toast(done.ok ? t('resent') : problem(done.error.code));
    });
  return (
    <Button size="sm" onClick={resend} pending={pending}>
      {t('resend')}
    </Button>
  );
}
