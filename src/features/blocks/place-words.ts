import type { CustomerActor } from '@/domain/permission/actor';
import { previewOf } from '@/domain/ticket/add-message';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { Channel, NewMessage, Ticket } from '@/domain/ticket/ticket';
import { customerByIdentity } from '@/features/customers/commands/customer-by-identity';
import { openingWithout } from '@/features/promises/commands/opening-notice';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { HeldWords } from './held-back';

type Kept = Readonly<{
  channel: Channel;
  channelAccountId: string | null;
  text: string;
  at: Date;
  words: HeldWords;
  /** The ticket on which something of the same thread stands already. */
  besideId: string | null;
}>;

/** Puts words that were held back on the ticket of their thread, or on a new one, at the time when they came. */
export async function placeWords(tx: Tx, ctx: Context, kept: Kept): Promise<Ticket> {
  const { words, besideId } = kept;
  const customer = await customerOf(tx, ctx, words);
  const by: CustomerActor = { kind: 'customer', id: customer.id, name: words.name || customer.displayName };
  const ticketId = words.ticketId ?? besideId;
  const ticket = ticketId ? await findSurvivingTicket(tx, ctx, ticketId) : null;
  const message = await messageOf(tx, ctx, { kept, by });
  if (ticket && ticket.status !== 'closed') {
    await receiveOnTicket(tx, ctx, { ticket, message, by });
    return ticket;
  }
  const opening = {
    id: ctx.newId(),
    number: await takeTicketNumber(tx, ctx),
    subject: ticket?.subject ?? (previewOf(kept.text).slice(0, 100) || by.name),
    channel: kept.channel,
    channelAccountId: kept.channelAccountId,
    requesterId: customer.id,
    teamId: ticket?.teamId ?? words.teamId,
    language: words.language,
    followUpOfId: ticket?.id ?? null,
    spam: false,
  };
  const promised = await openingWithout(tx, ctx, opening);
  return openReceivedTicket(tx, ctx, { opening, message, by, beside: [], promised });
}

async function customerOf(tx: Tx, ctx: Context, { customerId: id, identity, name, language }: HeldWords) {
  const { workspaceId } = ctx;
  const known = id && (await tx.customer.findFirst({ where: { workspaceId, id }, select: WHO }));
  return known || customerByIdentity(tx, ctx, { ...identity, name, locale: language });
}

const WHO = { id: true, displayName: true } as const;

type Saying = Readonly<{ kept: Kept; by: CustomerActor }>;

async function messageOf(tx: Tx, ctx: Context, { kept, by }: Saying): Promise<NewMessage> {
  const { channel, channelAccountId, text, at, words } = kept;
  const { address, language, files, attachmentIds } = words;
  const there = await tx.attachment.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...attachmentIds] }, messageId: null },
    select: { id: true },
  });
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'inbound',
    channel,
    channelAccountId,
    author: { ...by, address },
    text,
    visibleText: text,
    from: address ? [{ address, name: by.name }] : [],
    threadedBy: 'hand',
    language,
    unverified: true,
    sentAt: at,
    receivedAt: at,
    files,
    attachmentIds: there.map(({ id }) => id),
  };
}
