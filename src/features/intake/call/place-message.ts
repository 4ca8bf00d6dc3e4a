import { detectLanguage } from '@/channels/lib/language';
import type { ChannelMessage } from '@/domain/channel/conversation';
import { isOnlyThanks } from '@/domain/intake/thanks';
import type { CustomerActor } from '@/domain/permission/actor';
import { previewOf } from '@/domain/ticket/add-message';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { Opening } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { blockOf } from '@/features/blocks/commands/block-of';
import { customerByIdentity } from '@/features/customers/commands/customer-by-identity';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { type OpeningNotice, openingNotice } from '@/features/promises/commands/opening-notice';
import { editReceived } from '@/features/tickets/commands/edit-received';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { EventAccount } from './account-of-event';
import type { ClaimedCall } from './claim-call';
import { findConversation, heardFrom, openConversation } from './conversation-of';
import { type Fetched, fetchFiles } from './fetch-files';
import type { KnownConversation } from './known-conversation';
import { lookUp } from './look-up';
import { placeOf, putBack } from './place-in-thread';
import type { PlacedEvent } from './placed';
import { asNowKnown } from './renames';
import { MOST_ATTEMPTS } from './take-in-limits';
import { namesOfThread, wakeEchoes } from './wake-echoes';

type Arrived = Readonly<{
  call: ClaimedCall;
  account: EventAccount;
  message: ChannelMessage;
  /** When the customer changed it, and whether its files are those of now; null for a message as it was first written. */
  edited: Readonly<{ at: Date; wholeFiles: boolean }> | null;
}>;

/**
 * Puts what somebody wrote on the ticket of its thread, or opens one; a closed ticket is followed by a new one. A message
 * that is here already only changes when this is a later wording of it. Our own messages are not told to us twice.
 */
export async function placeMessage(ctx: SystemContext, arrived: Arrived): Promise<PlacedEvent> {
  const { message: told } = arrived;
  const here = await whatIsHere(ctx.db, ctx, arrived);
  const found = here ? told : await lookUp(ctx, arrived.call, told);
  const message = found && (await asNowKnown(ctx.db, ctx, found));
  if (message === null) return { ticketId: null, ignored: 'own_message' };
  const blocked = here ? null : await whyBlocked(ctx, { ...arrived, message });
  if (blocked !== null) return { ticketId: null, ignored: 'blocked', blocked };
  const fetched =
    here && !arrived.edited?.wholeFiles
      ? { files: [], missing: [] }
      : await fetchFiles(ctx, arrived.call, message.files, arrived.call.attempts >= MOST_ATTEMPTS);
  return transaction(ctx, async (tx) => {
    await queueUp(tx, ctx, { ...arrived, message });
    const known = await whatIsHere(tx, ctx, { ...arrived, message });
    if (known) return repeated(tx, ctx, { ...arrived, message, known, fetched });
    return addMessage(tx, ctx, { ...arrived, message, fetched });
  });
}

/** Who wrote and why it is held back; null for everybody who is not blocked, and for what somebody let in. */
async function whyBlocked(
  ctx: SystemContext,
  { call, message: { author } }: Arrived,
): Promise<string | null> {
  if (call.released) return null;
  const why = await blockOf(ctx.db, ctx, { senders: [author, ...author.also] });
  return why === null ? null : `${author.handle || author.name || author.value}: ${why}`;
}

/**
 * Two events of one thread at once, or a message and an answer to it: the second waits here and then finds what the first has
 * written.
 */
async function queueUp(tx: Tx, ctx: SystemContext, { account, message }: Arrived): Promise<void> {
  const { externalId, inReplyTo } = message;
  const ids = [...new Set([...namesOfThread(message), externalId, inReplyTo ?? externalId])].sort();
  const locks = ids.map((id) => `${ctx.workspaceId}/${account.id}/${id}`);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${locks}::text[]) as id`;
}

type Here = Readonly<{ id: string; ticketId: string | null }> | 'ours';

async function whatIsHere(
  db: Pick<Tx, 'message' | 'channelReceipt'>,
  { workspaceId }: SystemContext,
  { account, message }: Arrived,
): Promise<Here | null> {
  const { externalId } = message;
  const where = { workspaceId, channelAccountId: account.id };
  const found = await db.message.findFirst({
    where: { ...where, messageId: externalId, direction: 'inbound' },
    select: { id: true, ticketId: true },
  });
  if (found) return found;
  const sent = await db.channelReceipt.findFirst({
    where: { ...where, externalId, messageId: { not: null } },
    select: { externalId: true },
  });
  return sent && 'ours';
}

type Repeated = Arrived & Readonly<{ known: Here; fetched: Fetched }>;

async function repeated(
  tx: Tx,
  ctx: SystemContext,
  { known, message, edited, fetched }: Repeated,
): Promise<PlacedEvent> {
  if (known === 'ours') return { ticketId: null, ignored: 'own_message' };
  const { id: messageId, ticketId } = known;
  if (!edited) {
    await putBack(tx, ctx, { messageId, sentAt: message.sentAt });
    return { ticketId, ignored: 'already_here' };
  }
  // What could not be fetched replaces nothing.
  const files = edited.wholeFiles && fetched.missing.length === 0 ? fetched.files : null;
  const changed = await editReceived(tx, ctx, { messageId, text: message.text, files, at: edited.at });
  return { ticketId, ignored: changed ? null : 'already_here' };
}

type Adding = Arrived & Readonly<{ fetched: Fetched }>;

async function addMessage(tx: Tx, ctx: SystemContext, adding: Adding): Promise<PlacedEvent> {
  const { account, message } = adding;
  const { author } = message;
  const customer = await customerByIdentity(tx, ctx, {
    kind: author.kind,
    value: author.value,
    label: author.handle,
    name: author.name,
    locale: author.locale,
    also: author.also,
    sure: 'vouched',
  });
  const conversation =
    (await findConversation(tx, ctx, { account, message })) ??
    (await openConversation(tx, ctx, { account, message, customerId: customer.id }));
  const name = author.name || customer.displayName;
  const ticketId = await putOnTicket(tx, ctx, {
    ...adding,
    conversation,
    customer: { id: customer.id, name },
  });
  await heardFrom(tx, ctx, { account, conversation, ticketId, message });
  await wakeEchoes(tx, ctx, { account, keys: [...namesOfThread(message), message.externalId] });
  return { ticketId, ignored: null };
}

type Putting = Adding &
  Readonly<{ conversation: KnownConversation; customer: Readonly<{ id: string; name: string }> }>;

async function putOnTicket(tx: Tx, ctx: SystemContext, putting: Putting): Promise<string> {
  const { conversation, customer } = putting;
  const by: CustomerActor = { kind: 'customer', ...customer };
  const ticket = conversation.ticketId && (await findSurvivingTicket(tx, ctx, conversation.ticketId));
  const message = await newMessage(tx, ctx, putting);
  if (!ticket) return open(tx, ctx, { putting, message, followUpOf: null });
  const thanks = isOnlyThanks(message.visibleText, customer.name);
  if (ticket.status === 'closed' && !thanks) return open(tx, ctx, { putting, message, followUpOf: ticket });
  await receiveOnTicket(tx, ctx, { ticket, message: { ...message, thanks, threadedBy: 'conversation' }, by });
  return ticket.id;
}

async function newMessage(tx: Tx, ctx: SystemContext, putting: Putting): Promise<NewMessage> {
  const { call, account, message, fetched, conversation, customer, edited } = putting;
  const { text, externalId, author, inReplyTo } = message;
  const deletedAt = await takenBackAt(tx, ctx, { account, externalId });
  const kept = deletedAt ? { text: '', files: [] } : { text, files: fetched.files };
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'inbound',
    channel: account.channel,
    channelAccountId: account.id,
    author: { kind: 'customer', ...customer, address: author.handle },
    text: kept.text,
    visibleText: kept.text,
    messageId: externalId,
    inReplyTo: inReplyTo ? [inReplyTo] : [],
    headers: headersOf(message, fetched),
    threadedBy: 'new',
    language: detectLanguage(text) ?? author.locale,
    sentAt: message.sentAt,
    receivedAt: call.receivedAt,
    rawInboundId: call.id,
    files: kept.files,
    conversationId: conversation.id,
    permalink: message.permalink,
    editedAt: edited?.at ?? null,
    deletedAt,
    placedAt: await placeOf(tx, ctx, { conversationId: conversation.id, sentAt: message.sentAt }),
  };
}

/** What of the message is not here: files that are gone, and what the channel does not give. */
function headersOf({ unshown = [] }: ChannelMessage, { missing }: Fetched): NewMessage['headers'] {
  if (missing.length === 0 && unshown.length === 0) return null;
  return {
    ...(missing.length > 0 && { 'missing-files': [...missing] }),
    ...(unshown.length > 0 && { unshown: [...unshown] }),
  };
}

/** When it was taken back, if we heard of that before we heard of the message. */
async function takenBackAt(
  tx: Tx,
  { workspaceId }: SystemContext,
  { account, externalId }: Readonly<{ account: EventAccount; externalId: string }>,
): Promise<Date | null> {
  const receipt = await tx.channelReceipt.findUnique({
    where: {
      workspaceId_channelAccountId_externalId: { workspaceId, channelAccountId: account.id, externalId },
    },
    select: { deletedAt: true },
  });
  return receipt?.deletedAt ?? null;
}

type NewTicket = Readonly<{ putting: Putting; message: NewMessage; followUpOf: Ticket | null }>;

async function open(
  tx: Tx,
  ctx: SystemContext,
  { putting, message, followUpOf }: NewTicket,
): Promise<string> {
  const { account, customer } = putting;
  const subject = previewOf(message.visibleText).slice(0, SUBJECT_LENGTH);
  const opening = {
    id: ctx.newId(),
    number: await takeTicketNumber(tx, ctx),
    subject: subject || message.files[0]?.name || account.name,
    channel: account.channel,
    channelAccountId: account.id,
    requesterId: customer.id,
    teamId: followUpOf?.teamId ?? account.teamId,
    language: message.language,
    followUpOfId: followUpOf?.id ?? null,
    spam: false,
  };
  const notice = await noticeOf(tx, ctx, { putting, opening });
  const opened = await openReceivedTicket(tx, ctx, {
    opening,
    message: followUpOf ? { ...message, threadedBy: 'follow_up' } : message,
    by: { kind: 'customer', ...customer },
    beside: notice?.message ? [notice.message] : [],
    promised: notice?.promised ?? null,
  });
  if (notice?.message) await queueMessage(tx, ctx, { message: notice.message, kind: 'acknowledgement' });
  return opened.id;
}

/** What was written long ago and is only fetched now is not answered by a machine; nor is what everybody reads. */
async function noticeOf(
  tx: Tx,
  ctx: SystemContext,
  { putting, opening }: Readonly<{ putting: Putting; opening: Opening }>,
): Promise<OpeningNotice | null> {
  const { account, conversation, message } = putting;
  const { sentAt, author, externalId } = message;
  if (message.conversation.isPublic || ctx.now().getTime() - sentAt.getTime() > FRESH_MS) return null;
  return openingNotice(tx, ctx, {
    opening,
    conversationId: conversation.id,
    account,
    handle: author.handle,
    inReplyTo: externalId,
  });
}

const FRESH_MS = 3_600_000;
const SUBJECT_LENGTH = 100;
