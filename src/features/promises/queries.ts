import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import { isActive } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { type PromiseStory, storyOf } from './story';

export type TicketPromises = Readonly<{
  ticketId: string;
  /** What is owed, and what has ended, the newest first. */
  open: readonly PromiseStory[];
  ended: readonly PromiseStory[];
  /** Whether the reader may promise something here now. */
  mayPromise: boolean;
}>;

const MOST_SHOWN = 50;

/** What was promised on a ticket and what became of it; null when the reader may not see the ticket. One query. */
export async function promisesOnTicket(ctx: StaffContext, ticketId: string): Promise<TicketPromises | null> {
  const { db, workspaceId, actor } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: {
      requesterId: true,
      assigneeId: true,
      teamId: true,
      status: true,
      promises: { orderBy: [{ promisedAt: 'desc' }, { id: 'desc' }], take: MOST_SHOWN },
    },
  });
  if (!ticket || !mayOnTicket(actor, 'ticket.read', ticket)) return null;
  const stories = ticket.promises.map((row) => storyOf(row, ctx.now()));
  return {
    ticketId,
    open: stories.filter(({ endedAt }) => endedAt === null),
    ended: stories.filter(({ endedAt }) => endedAt !== null),
    mayPromise: isActive(ticket.status) && mayOnTicket(actor, 'ticket.reply', ticket),
  };
}
