import { checklistsOnTicket, checklistTemplateChoices } from '@/features/checklists/queries';
import { ChecklistPanel } from '@/features/checklists/ui/checklist-panel.client';
import type { TicketPage } from '@/features/tickets/queries';
import type { StaffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ staff: StaffPage; page: TicketPage }>;

/** What has to be done on this ticket, and what it could start with. */
export async function Checklists({ staff: { ctx, workspace }, page: { ticket, may } }: Props) {
  const [checklists, templates] = await Promise.all([
    checklistsOnTicket(ctx, ticket.id),
    may.update ? checklistTemplateChoices(ctx) : [],
  ]);
  return (
    <ChecklistPanel
      workspace={workspace.slug}
      ticketId={ticket.id}
      checklists={checklists}
      templates={templates}
      mayUpdate={may.update}
    />
  );
}
