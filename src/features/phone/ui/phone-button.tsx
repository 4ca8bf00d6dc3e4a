import { may } from '@/domain/permission/can';
import { IslandMessages } from '@/i18n/island-messages';
import type { StaffPage } from '@/server/auth/require-staff';
import { CallLogButton } from './call-log-button.client';

type Props = Readonly<{ page: StaffPage; look: 'rail' | 'icon' }>;

/** The way into the call log that is always at hand. */
export function PhoneButton({ page, look }: Props) {
  if (!may(page.ctx.actor, 'ticket.reply')) return null;
  return (
    <IslandMessages namespaces={['phone']}>
      <CallLogButton look={look} />
    </IslandMessages>
  );
}
