import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';

type Props = Readonly<{
  mailbox: Readonly<{
    enabled: boolean;
    health: 'unknown' | 'healthy' | 'failing';
    healthDetail: string;
    incoming: 'listener' | 'imap' | 'webhook';
  }>;
}>;

const TONES = { healthy: 'success', failing: 'danger', unknown: 'neutral' } as const;

/** Whether mail comes in, in words and colour; why not, in the words of the other server. */
export function HealthLight({ mailbox }: Props) {
  const t = useTranslations('channels');
  const { enabled, health, healthDetail, incoming } = mailbox;
  if (!enabled) return <Badge>{t('off')}</Badge>;
  // Our own listener and a provider's calls have no connection that could be ill.
  const shown = incoming === 'imap' ? health : 'healthy';
  return (
    <div>
      <Badge tone={TONES[shown]}>{t(`health.${shown}`)}</Badge>
      {shown === 'failing' && (
        <p className="mt-1 max-w-64 break-words text-danger-ink text-sm">{healthDetail}</p>
      )}
    </div>
  );
}
