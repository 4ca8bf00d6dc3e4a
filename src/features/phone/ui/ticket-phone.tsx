import { readablePhone } from '@/channels/lib/phone-number';
import { may } from '@/domain/permission/can';
import { IslandMessages } from '@/i18n/island-messages';
import type { StaffPage } from '@/server/auth/require-staff';
import { listCallbacksOfTicket } from '../queries';
import { getHandOver, listNumbers } from '../queries-desk';
import { CallPanel } from './call-panel';

type Props = Readonly<{
  page: StaffPage;
  ticket: Readonly<{
    id: string;
    number: number;
    subject: string;
    requesterId: string;
    requester: string;
    timeZone: string | null;
  }>;
}>;

/** The telephone of a ticket, for those who may answer it. */
export async function TicketPhone({ page, ticket }: Props) {
  const { ctx, workspace, user } = page;
  if (!may(ctx.actor, 'ticket.reply')) return null;
  const [callbacks, numbers, card] = await Promise.all([
    listCallbacksOfTicket(ctx, ticket.id),
    listNumbers(ctx, ticket.requesterId),
    getHandOver(ctx, ticket.id),
  ]);
  if (!card) return null;
  // Where somebody wishes to be called, whether or not it is known as theirs.
  const owed = callbacks.filter(({ closedAt }) => closedAt === null).map(({ dialled }) => dialled);
  return (
    <IslandMessages namespaces={['phone', 'problem', 'common']}>
      <CallPanel
        workspace={workspace.slug}
        user={user}
        ticket={ticket}
        numbers={[...new Set([...numbers, ...owed])].map((number) => ({
          number,
          readable: readablePhone(number),
        }))}
        callbacks={callbacks}
        card={card}
        timeZone={ticket.timeZone ?? workspace.timeZone}
        now={ctx.now()}
      />
    </IslandMessages>
  );
}
