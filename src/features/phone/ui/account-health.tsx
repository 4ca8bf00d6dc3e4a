import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { PhoneAccountRow } from '../queries-admin';

type Props = Readonly<{ account: Pick<PhoneAccountRow, 'enabled' | 'health' | 'healthDetail'> }>;

const TONES = { healthy: 'success', failing: 'danger', unknown: 'neutral' } as const;

/** Codes that we have words for; anything else is the provider's. */
const DETAILS = ['wrong_signature', 'unreadable', 'unreachable'] as const;

/** Whether a telephone account works, in words and colour; why not, in our words or the provider's. */
export function PhoneAccountHealth({ account }: Props) {
  const t = useTranslations('phone.admin');
  const { enabled, health, healthDetail } = account;
  const known = DETAILS.find((each) => each === healthDetail);
  if (!enabled) return <Badge>{t('off')}</Badge>;
  return (
    <span className="block">
      <Badge tone={TONES[health]}>{t(`health.${health}`)}</Badge>
      {health === 'failing' && (
        <span className="mt-1 block max-w-xl break-words text-danger-ink text-sm">
          {known ? t(`detail.${known}`) : healthDetail}
        </span>
      )}
    </span>
  );
}
