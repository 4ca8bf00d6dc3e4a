'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { WebhookRow } from '@/features/webhooks/queries';
import { WebhookForm } from './webhook-form.client';

type Props = Readonly<{ workspace: string; webhook: WebhookRow }>;

/** The form of a webhook that is there. */
export function EditWebhook({ workspace, webhook }: Props) {
  const t = useTranslations('webhooks.form');
  const { id, name, url, types, active } = webhook;
  return (
    <WebhookForm
      workspace={workspace}
      webhook={{ id, name, url, types, active }}
      onSaved={() => toast(t('saved'))}
    />
  );
}
