import { useFormatter, useTranslations } from 'next-intl';
import type { WebhookRow } from '@/features/webhooks/queries';
import { Badge } from '@/ui/badge';

type Props = Readonly<{ webhook: Pick<WebhookRow, 'active' | 'disabledReason' | 'failingSince'> }>;

/** Whether messages go there, and if not, why. */
export function EndpointState({ webhook }: Props) {
  const t = useTranslations('webhooks.state');
  const format = useFormatter();
  const { active, disabledReason, failingSince } = webhook;
  if (!active) {
    if (disabledReason === 'gone') return <Badge tone="danger">{t('gone')}</Badge>;
    return disabledReason ? <Badge tone="danger">{t('disabled')}</Badge> : <Badge>{t('off')}</Badge>;
  }
  if (!failingSince) return <Badge tone="success">{t('on')}</Badge>;
  const since = format.dateTime(failingSince, { dateStyle: 'medium', timeStyle: 'short' });
  return <Badge tone="warning">{t('failing', { since })}</Badge>;
}
