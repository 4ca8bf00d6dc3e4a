import type { Address } from '@/domain/channel/message';
import { mayOnTicket } from '@/domain/permission/can';
import { isPromisable } from '@/domain/promise/promisable';
import { fail, ok, type Result } from '@/domain/shared/result';
import { withoutOwn } from '@/domain/ticket/recipients';
import { type NewerMessage, replyToRequester, type TicketClosed } from '@/domain/ticket/reply';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { type OutboundEnvelope, outboundEnvelope } from '@/features/delivery/commands/outbound-envelope';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { lastConversationOf } from '@/features/delivery/commands/reachable-channels';
import { takeArticlePictures } from '@/features/knowledge/commands/article-pictures';
import { countInserted } from '@/features/knowledge/commands/count-inserted';
import { seeIn } from '@/features/notifications/commands/see-ticket';
import { type FieldsMissing, orRefused } from '@/features/tickets/change-refused';
import { promiseInMessage } from '@/features/tickets/commands/promise-in-message';
import {
  conversationReply,
  type InConversation,
  type Unreachable,
} from '@/features/tickets/conversation-reply';
import type { ReplyInput } from '@/features/tickets/inputs';
import { saidBefore } from '@/features/tickets/said-before';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';

export type Replied = Readonly<{ messageId: string; sendAt: Date }>;
export type NotReplied =
  | Readonly<{ code: 'not_found' | 'ticket.no_address' | 'promise.past' }>
  | Unreachable
  | TicketClosed
  | NewerMessage;

/**
 * Answers the customer by mail, or in the conversation in which they wrote. The message stands in the timeline at once, and leaves after the undo time or at
 * `sendAt`; until then `undoSend` takes it back. The draft of the writer is gone with the same commit.
 */
export function replyToTicket(
  ctx: StaffContext,
  input: ReplyInput,
): Promise<Result<Replied, NotReplied | FieldsMissing>> {
  return orRefused(transaction(ctx, (tx) => replyIn(tx, ctx, input)));
}

/** The same in the caller's transaction. */
export async function replyIn(
  tx: Tx,
  ctx: StaffContext,
  input: ReplyInput,
): Promise<Result<Replied, NotReplied>> {
  const ticket = await findTicket(tx, ctx, input.ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
  const before = await saidBefore(tx, ctx, input.messageId);
  if (!before.ok) return before;
  if (before.value) return ok(before.value);

  const { html, files } = await takeArticlePictures(tx, ctx, { html: input.html, reader: 'customer' });
  const written = await writtenReply(tx, ctx, { ticket, input: { ...input, html } });
  if (!written.ok) return written;
  const { headers } = written.value;
  const message = { ...written.value.message, files };
  const { submitAs } = input;
  const seen = input.lastSeenMessageId === undefined ? {} : { lastSeenMessageId: input.lastSeenMessageId };
  const replied = replyToRequester(ticket, { message, submitAs, ...seen, by: ctx.actor, at: ctx.now() });
  if (!replied.ok) return replied;

  const events = [...replied.value.events, ...promiseInMessage(ctx, input.promise, message)];
  await saveTicket(tx, ctx, { ...replied.value, events });
  await queueMessage(tx, ctx, { message, kind: 'reply', headers });
  await countInserted(tx, ctx, { ticketId: ticket.id, message });
  await forgetDraft(tx, ctx, ticket.id);
  await seeIn(tx, ctx, { ticketId: ticket.id, at: ctx.now() });
  return ok({ messageId: message.id, sendAt: message.sendAt ?? ctx.now() });
}

type Writing = Readonly<{ ticket: Ticket; input: ReplyInput }>;

/** In the thread that is named, else in the one in which the customer last wrote, else by mail. */
async function writtenReply(
  tx: Tx,
  ctx: StaffContext,
  { ticket, input }: Writing,
): Promise<Result<InConversation, NotReplied>> {
  const { promise } = input;
  if (promise && !isPromisable(promise.dueAt, ctx.now())) return fail({ code: 'promise.past' });
  const via = input.via ?? (input.to ? null : await lastConversationOf(tx, ctx, ticket.id)) ?? 'email';
  if (via !== 'email') return conversationReply(tx, ctx, { ticket, input, via });
  const message = await outboundMessage(tx, ctx, { ticket, input });
  return message ? ok({ message, headers: {} }) : fail({ code: 'ticket.no_address' });
}

/** Null when there is no mailbox to send from or nobody to send to. */
async function outboundMessage(
  tx: Tx,
  ctx: StaffContext,
  { ticket, input }: Writing,
): Promise<NewMessage | null> {
  const written = staffMessage(ctx, { ...input, direction: 'outbound', channel: 'email' });
  const envelope = await outboundEnvelope(tx, ctx, { ticket, messageId: written.id });
  if (!envelope) return null;
  const named = {
    to: recipientsOf(input, envelope),
    cc: input.cc.map(plainAddress),
    bcc: input.bcc.map(plainAddress),
  };
  const recipients = withoutOwn(named, await ownAddresses(tx, ctx));
  if (recipients.to.length === 0) return null;
  return {
    ...written,
    channelAccountId: envelope.channelAccountId,
    subject: envelope.subject,
    messageId: envelope.messageId,
    inReplyTo: envelope.inReplyTo,
    references: envelope.references,
    from: [envelope.from],
    replyTo: [envelope.replyTo],
    ...recipients,
    language: ticket.language,
    sendAt: input.sendAt ?? new Date(ctx.now().getTime() + env().UNDO_SECONDS * 1000),
    scheduled: input.sendAt !== undefined,
  };
}

async function ownAddresses(tx: Tx, { workspaceId }: StaffContext): Promise<string[]> {
  const where = { workspaceId, channel: 'email' as const };
  const mailboxes = await tx.channelAccount.findMany({ where, select: { address: true } });
  return mailboxes.flatMap(({ address }) => address ?? []);
}

function recipientsOf(input: ReplyInput, { requester }: OutboundEnvelope): readonly Address[] {
  if (!input.to) return requester ? [requester] : [];
  return input.to.map((address) =>
    address.toLowerCase() === requester?.address ? requester : plainAddress(address),
  );
}

const plainAddress = (address: string): Address => ({ address: address.toLowerCase(), name: null });

async function forgetDraft(tx: Tx, ctx: StaffContext, ticketId: string): Promise<void> {
  const { workspaceId, actor } = ctx;
  if (actor.id)
    await tx.draft.deleteMany({ where: { workspaceId, ticketId, userId: actor.id, kind: 'reply' } });
}
