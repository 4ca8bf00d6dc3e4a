import type { TicketPage } from '@/features/tickets/queries';
import type { StaffPage } from '@/server/auth/require-staff';
import { followersOf } from '../commands/followers';
import { FollowersPanel } from './followers-panel.client';

type Props = Readonly<{ staff: StaffPage; page: TicketPage }>;

/** Who follows a ticket, for those who may follow it. */
export async function TicketFollowers({ staff, page }: Props) {
  if (!page.may.note) return null;
  return (
    <FollowersPanel
      workspace={staff.workspace.slug}
      ticketId={page.ticket.id}
      userId={staff.user.id}
      followers={await followersOf(staff.ctx, page.ticket.id)}
      people={page.choices.people}
    />
  );
}
