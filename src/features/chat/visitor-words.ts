import { visitorSays } from '@/domain/chat/life';
import type { SendMessage } from '@/domain/chat/protocol';
import type { CustomerActor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import { previewOf } from '@/domain/ticket/add-message';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import { receiveMessage } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { linkNamedVisit } from '@/features/knowledge/commands/link-visit';
import { openingWithout } from '@/features/promises/commands/opening-notice';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import { translator } from '@/i18n/translator';
import type { Tx } from '@/server/db/client';
import { customerOfVisitor, nameless } from './customer-of-visitor';
import { holdVisitorBack } from './hold-back';
import { opennessOf } from './openness';
import type { PlainWords } from './say-together';
import { type Chat, saveChat, type Talk } from './store';
import type { ChatVisitor, VisitorContext } from './visitor';

type Asked = Readonly<{ talk: Talk; visitor: ChatVisitor; message: SendMessage }>;
type Saying = Asked & Readonly<{ chat: Chat }>;
type Said = Result<
  Readonly<{ sequence: number }>,
  Readonly<{ code: 'input.invalid' | 'chat.ended' | 'chat.blocked' }>
>;

const SUBJECT_LENGTH = 80;

/**
 * Puts what a visitor said on the chat's ticket, in the caller's transaction, which holds the chat. The first words open
 * the ticket. The same `clientId` again changes nothing and gives the entry that it became.
 */
export async function sayAsVisitor(tx: Tx, ctx: VisitorContext, asked: Asked): Promise<Said> {
  const { chat, saidAs } = asked.talk;
  const { message } = asked;
  const saying = { ...asked, chat };
  if (saidAs !== null) return ok({ sequence: saidAs });
  if (chat.state === 'ended') return fail({ code: 'chat.ended' });
  if (!(await areOwn(tx, ctx, saying))) return fail({ code: 'input.invalid' });

  if (asked.talk.blocks && (await holdBack(tx, ctx, saying))) return fail({ code: 'chat.blocked' });

  const { ticket, messageId } = await onTicket(tx, ctx, saying);
  const at = ctx.now();
  const after: Chat = { ...chat, ...visitorSays(chat, at), ticketId: ticket.id };
  const entries = [{ type: 'message', messageId, clientId: message.clientId }] as const;
  const sequence = await saveChat(tx, ctx, { before: chat, after, entries, watchedBy: [ticket.assigneeId] });
  return ok({ sequence });
}

/** Files that this very chat has sent up, and no other. */
async function areOwn(tx: Tx, { workspaceId }: VisitorContext, { chat, message }: Saying): Promise<boolean> {
  const ids = [...new Set(message.attachmentIds)];
  if (ids.length === 0) return true;
  const own = await tx.chatUpload.count({
    where: { workspaceId, sessionId: chat.id, attachmentId: { in: ids }, attachment: { messageId: null } },
  });
  return own === ids.length;
}

/** True when the visitor is blocked: their words are kept beside the tickets. */
function holdBack(tx: Tx, ctx: VisitorContext, { chat, visitor, message }: Saying): Promise<boolean> {
  return holdVisitorBack(tx, ctx, {
    visitor,
    key: `chat:${chat.id}/${message.clientId}`,
    thread: `chat:${chat.id}`,
    text: message.text,
    ticketId: chat.ticketId,
    language: chat.locale,
    attachmentIds: message.attachmentIds,
  });
}

/**
 * What words change that simply go on in a chat; null when more has to be asked first: whether they are the first ones or came
 * before, bring files, are held back, or reopen something.
 */
export function plainVisitorWords(ctx: VisitorContext, asked: Asked): PlainWords | null {
  const { talk, visitor, message: said } = asked;
  const { chat, on } = talk;
  if (!on?.known.nothingPlanned || !mayGoOn(talk) || said.attachmentIds.length > 0) return null;
  const { ticket, known } = on;
  const customer = {
    id: visitor.customerId ?? ticket.requesterId,
    displayName: visitor.name || nameless(visitor),
  };
  const by: CustomerActor = { kind: 'customer', id: customer.id, name: customer.displayName };
  const message = wordsOf(ctx, { saying: { ...asked, chat }, customer });
  const at = ctx.now();
  const { stood, nothingPromised } = known;
  const entries = [{ type: 'message', messageId: message.id, clientId: said.clientId }] as const;
  const after: Chat = { ...chat, ...visitorSays(chat, at), ticketId: ticket.id };
  return {
    change: { ...receiveMessage(ticket, { message, by, at }), stood, nothingPromised },
    chat: { before: chat, after, entries, watchedBy: [ticket.assigneeId] },
  };
}

const mayGoOn = ({ chat, saidAs, blocks, on }: Talk): boolean =>
  saidAs === null && chat.state !== 'ended' && !blocks && on?.ticket.status !== 'closed';

async function onTicket(tx: Tx, ctx: VisitorContext, saying: Saying) {
  const { chat, visitor } = saying;
  const { on } = saying.talk;
  const ticket = on?.ticket ?? (chat.ticketId ? await findSurvivingTicket(tx, ctx, chat.ticketId) : null);
  const customer = await authorOf(tx, ctx, { ticket, saying });
  const by: CustomerActor = { kind: 'customer', id: customer.id, name: customer.displayName };
  const message = wordsOf(ctx, { saying, customer });
  if (ticket && ticket.status !== 'closed') {
    await receiveOnTicket(tx, ctx, { ticket, message, by, ...(on && { known: on.known }) });
    return { ticket, messageId: message.id };
  }
  const opening = await openingOf(tx, ctx, { saying, customerId: customer.id, followUpOf: ticket });
  // Where somebody is there they answer at once; else the visitor may count on a time.
  const { open } = await opennessOf({ ...ctx, db: tx }, ctx.account);
  const promised = open ? null : await openingWithout(tx, ctx, opening);
  const opened = await openReceivedTicket(tx, ctx, { opening, message, by, beside: [], promised });
  await linkNamedVisit(tx, ctx, {
    visit: saying.message.visit,
    ticketId: opened.id,
    customerId: customer.id,
  });
  if (visitor.customerId !== customer.id)
    await keepCustomer(tx, ctx, { id: visitor.id, customerId: customer.id });
  return { ticket: opened, messageId: message.id };
}

type Author = Readonly<{ ticket: Ticket | null; saying: Saying }>;

/** The ticket's requester once there is a ticket: who proves to be somebody else in mid-chat has been moved before. */
async function authorOf(tx: Tx, ctx: VisitorContext, { ticket, saying: { chat, visitor } }: Author) {
  const displayName = visitor.name || nameless(visitor);
  if (visitor.customerId) return { id: visitor.customerId, displayName };
  if (ticket) return { id: ticket.requesterId, displayName };
  return customerOfVisitor(tx, ctx, {
    ...visitor,
    verified: visitor.verifiedAt !== null,
    locale: chat.locale,
  });
}

async function keepCustomer(
  tx: Tx,
  { workspaceId }: VisitorContext,
  { id, customerId }: Readonly<{ id: string; customerId: string }>,
) {
  await tx.chatVisitor.updateMany({ where: { workspaceId, id }, data: { customerId } });
}

type Opening = Readonly<{ saying: Saying; customerId: string; followUpOf: Ticket | null }>;

async function openingOf(tx: Tx, ctx: VisitorContext, { saying, customerId, followUpOf }: Opening) {
  const { account } = ctx;
  const { chat, message } = saying;
  return {
    id: ctx.newId(),
    number: await takeTicketNumber(tx, ctx),
    subject: subjectOf(message.text) || (await fileSubject(account.workspaceLocale)),
    channel: 'chat' as const,
    channelAccountId: account.id,
    requesterId: customerId,
    teamId: followUpOf?.teamId ?? account.teamId,
    language: chat.locale,
    followUpOfId: followUpOf?.id ?? null,
    spam: false,
  };
}

/** The first line of what was said. */
function subjectOf(text: string): string {
  const line = previewOf(text);
  return line.length <= SUBJECT_LENGTH ? line : `${line.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…`;
}

async function fileSubject(locale: string): Promise<string> {
  const t = await translator(locale, 'chat');
  return t('subject');
}

type Words = Readonly<{ saying: Saying; customer: Readonly<{ id: string; displayName: string }> }>;

/** A visitor's words as a message of the ticket. */
function wordsOf(ctx: VisitorContext, { saying: { chat, visitor, message }, customer }: Words): NewMessage {
  const at = ctx.now();
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'inbound',
    channel: 'chat',
    channelAccountId: chat.channelAccountId,
    author: {
      kind: 'customer',
      id: customer.id,
      name: visitor.name || customer.displayName,
      address: visitor.email ?? '',
    },
    text: message.text,
    visibleText: message.text,
    threadedBy: chat.ticketId ? 'hand' : 'new',
    language: chat.locale,
    sentAt: at,
    receivedAt: at,
    attachmentIds: message.attachmentIds,
  };
}
