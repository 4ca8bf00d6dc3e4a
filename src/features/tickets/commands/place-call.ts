import {
  type AmendedCall,
  amendCall,
  callOnTicket,
  openWithCall,
  type SpokenCall,
} from '@/domain/ticket/call';
import type { PhoneFact } from '@/domain/ticket/phone-fact';
import type { Opening } from '@/domain/ticket/receive';
import type { Direction, Ticket } from '@/domain/ticket/ticket';
import { findTicket, nextTicketNumber, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { cancelScheduledMessages } from './cancel-scheduled';

/** Puts a call on a ticket that is there, in the caller's transaction; a customer's call calls off planned answers. */
export async function placeCallOnTicket(
  tx: Tx,
  ctx: Context,
  { ticket, call }: Readonly<{ ticket: Ticket; call: SpokenCall }>,
): Promise<void> {
  const change = callOnTicket(ticket, call);
  const isTheirs = call.message.direction === 'inbound';
  const cancelled = isTheirs ? await cancelScheduledMessages(tx, ctx, ticket, call.at) : [];
  await saveTicket(tx, ctx, { ...change, events: [...change.events, ...cancelled] });
}

/** Opens a ticket that begins with a call, in the caller's transaction; gives the ticket. */
export async function openTicketWithCall(
  tx: Tx,
  ctx: Context,
  { opening, call }: Readonly<{ opening: Omit<Opening, 'number'>; call: SpokenCall }>,
): Promise<Ticket> {
  const number = await nextTicketNumber({ workspaceId: ctx.workspaceId, db: tx });
  const change = openWithCall({ ...opening, number }, call);
  await saveTicket(tx, ctx, change);
  return change.after;
}

type Amending = Readonly<{
  ticketId: string;
  messageId: string;
  text: string;
  direction: Direction;
  startedAt: Date;
  /** Who took it, where somebody did. */
  agentId: string | null;
}> &
  Pick<AmendedCall, 'callId' | 'isNowAnswered'> &
  Readonly<{
    /** As a ticket is called, and whose it is, that begins with the call: as it was told before, and as it is told now. */
    named: Readonly<{ from: string; to: string }>;
    taken: Readonly<{ from: string | null; to: string | null }>;
  }>;

/** Puts right what stands on a ticket of a call of which more has become known, in the caller's transaction. */
export async function amendCallOnTicket(
  tx: Tx,
  ctx: Context,
  { ticketId, messageId, text, direction, startedAt, agentId, ...call }: Amending,
): Promise<void> {
  const { workspaceId } = ctx;
  const ticket = await findTicket(tx, ctx, ticketId);
  const first = await tx.message.findFirst({
    where: { workspaceId, ticketId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const message = await tx.message.findFirst({
    where: { workspaceId, id: messageId },
    select: { createdAt: true },
  });
  if (!ticket || !message) return;
  const at = direction === 'inbound' ? { receivedAt: startedAt } : { sentAt: startedAt };
  const author = direction === 'inbound' ? {} : await authorOf(tx, agentId);
  await tx.message.updateMany({
    where: { workspaceId, id: messageId },
    data: { text, visibleText: text, direction, ...at, ...author },
  });
  const { callId, isNowAnswered, named, taken } = call;
  const isOwn = first?.id === messageId && ticket.subject === named.from;
  const change = amendCall(ticket, {
    callId,
    isNowAnswered,
    message: { id: messageId, text, direction, placedAt: message.createdAt },
    own: isOwn ? { subject: named.to, ...taken } : null,
    by: ctx.actor,
    at: ctx.now(),
  });
  await saveTicket(tx, ctx, change);
}

async function authorOf(tx: Tx, id: string | null) {
  const user = id && (await tx.user.findUnique({ where: { id }, select: { name: true } }));
  return user ? { authorUserId: id, authorName: user.name } : {};
}

/** Keeps facts about calls on a ticket of which nothing else changes, in the caller's transaction. */
export async function keepPhoneFacts(
  tx: Tx,
  ctx: Context,
  { ticket, facts }: Readonly<{ ticket: Ticket; facts: readonly PhoneFact[] }>,
): Promise<void> {
  await saveTicket(tx, ctx, { before: ticket, after: ticket, events: facts, by: ctx.actor, at: ctx.now() });
}

/** The ticket as it is now, for a decision of the same transaction; null when there is none of this id. */
export const findTicketForCall = (tx: Tx, ctx: Context, id: string): Promise<Ticket | null> =>
  findTicket(tx, ctx, id);
