import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';

type State = 'queued' | 'sending' | 'sent' | 'deferred' | 'failed' | 'cancelled';
type Props = Readonly<{ mail: Readonly<{ state: State; via: string | null }> }>;

const TONES = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  kept: 'neutral',
  deferred: 'warning',
  failed: 'danger',
  cancelled: 'neutral',
} as const;

/** What became of a mail, in a word. */
export function MailState({ mail: { state, via } }: Props) {
  const t = useTranslations('mail.state');
  const shown = state === 'sent' && via === 'log' ? 'kept' : state;
  return <Badge tone={TONES[shown]}>{t(shown)}</Badge>;
}
