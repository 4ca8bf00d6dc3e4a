import { mayOnTicket } from '@/domain/permission/can';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import { findTicket } from '@/features/tickets/store';
import { claimUploads, insertUnplaced } from '@/features/tickets/store-messages';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A conversation with somebody who is not the customer. */
export type Side = NonNullable<Awaited<ReturnType<typeof findSide>>>;

/** The conversation, or null where there is none of this id. Says nothing of who may see it: ask about its ticket. */
export const findSide = (tx: Tx, { workspaceId }: Context, id: string) =>
  tx.sideConversation.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      ticketId: true,
      subject: true,
      state: true,
      startedById: true,
      channelAccountId: true,
    },
  });

/** The conversation with its ticket, for who may write in it; null for everybody else. */
export async function sideToWriteIn(
  tx: Tx,
  ctx: StaffContext,
  id: string,
): Promise<Readonly<{ side: Side; ticket: Ticket }> | null> {
  const side = await findSide(tx, ctx, id);
  const ticket = side && (await findTicket(tx, ctx, side.ticketId));
  return ticket && mayOnTicket(ctx.actor, 'ticket.reply', ticket) ? { side, ticket } : null;
}

type Saying = Readonly<{ side: Pick<Side, 'id'>; message: NewMessage }>;

/** Puts a message into the conversation, which is open from then on. */
export async function saveInSide(tx: Tx, ctx: Context, { side, message }: Saying): Promise<void> {
  const { workspaceId } = ctx;
  await insertUnplaced(tx, ctx, [message], side.id);
  await claimUploads(tx, ctx, [message]);
  await tx.sideConversation.update({
    where: { workspaceId_id: { workspaceId, id: side.id } },
    data: { state: 'open', activityAt: ctx.now() },
    select: { id: true },
  });
}

type Sent = Readonly<{ side: Pick<Side, 'id' | 'subject' | 'ticketId'>; message: NewMessage }>;

/** Writes into the ticket's history that something was sent beside it. */
export async function tellSent(tx: Tx, ctx: Context, { side, message }: Sent): Promise<void> {
  const to = message.to.map(({ address }) => address).join(', ');
  const { id: sideId, subject, ticketId } = side;
  await recordFactIn(tx, ctx, {
    ticketId,
    event: { type: 'side.sent', sideId, subject, messageId: message.id, to },
  });
}
