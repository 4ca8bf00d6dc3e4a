import { bareSubject } from '@/domain/intake/subject';
import { sideForReading } from '@/features/tickets/commands/read-sides';
import type { TicketPage } from '@/features/tickets/queries';
import { SideWindow } from '@/features/tickets/ui/side/side-window';
import { uploadLimit } from '@/features/tickets/upload-limit';
import type { StaffPage } from '@/server/auth/require-staff';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Props = Readonly<{
  staff: StaffPage;
  page: TicketPage;
  asked: Readonly<{ side: string | null; forward: string | null }>;
  /** The address of the ticket with this conversation open; without one: with none. */
  hrefOf: (side?: string) => string;
}>;

/** The conversation beside the ticket that the address names, or the beginning of one; nothing where it names none. */
export async function OpenSide({ staff, page, asked, hrefOf }: Props) {
  const { ticket, messages } = page;
  const begins = asked.side === 'new' && page.may.reply;
  const shown = begins ? null : await shownSide(staff, asked.side, ticket.id);
  if (!shown && !begins) return null;
  const { user, workspace, membership } = staff;
  const passed = begins
    ? messages.find(({ id, direction }) => id === asked.forward && direction !== 'note')
    : null;
  return (
    <SideWindow
      shown={shown}
      forwarded={passed ?? null}
      ticketSubject={bareSubject(ticket.subject)}
      theme={themeOf(user.theme)}
      closeHref={hrefOf()}
      newHref={hrefOf('new')}
      place={{
        workspace: workspace.slug,
        ticketId: ticket.id,
        userId: user.id,
        userName: user.name,
        timeZone: user.timeZone,
        reader: { language: ticket.language, timeZone: ticket.timeZone },
        signature: membership.signature,
        limit: uploadLimit(),
      }}
    />
  );
}

const themeOf = (theme: string) => (theme === 'light' || theme === 'dark' ? theme : 'system');

async function shownSide({ ctx }: StaffPage, ...[sideId, ticketId]: [string | null, string]) {
  const shown = sideId && ID.test(sideId) ? await sideForReading(ctx, sideId) : null;
  return shown?.ticketId === ticketId ? shown : null;
}
