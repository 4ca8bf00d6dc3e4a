import { useTranslations } from 'next-intl';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { Badge } from '@/ui/badge';

const TONES = {
  new: 'info',
  open: 'info',
  pending: 'warning',
  on_hold: 'neutral',
  solved: 'success',
  closed: 'neutral',
} as const satisfies Record<TicketStatus, string>;

/** Where a request stands, in a customer's words. */
export function RequestStatus({ status }: Readonly<{ status: TicketStatus }>) {
  const t = useTranslations('portal.status');
  return (
    <Badge tone={TONES[status]} className="whitespace-normal py-0.5 text-sm">
      {t(status)}
    </Badge>
  );
}
