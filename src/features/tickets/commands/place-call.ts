import { callOnTicket, openWithCall, type SpokenCall } from '@/domain/ticket/call';
import type { PhoneFact } from '@/domain/ticket/phone-fact';
import type { Opening } from '@/domain/ticket/receive';
import type { Ticket } from '@/domain/ticket/ticket';
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
