import { agentSays, goOnByMail, type Reach, reachOf } from '@/domain/chat/life';
import { mayOnTicket } from '@/domain/permission/can';
import { isPromisable } from '@/domain/promise/promisable';
import { fail, ok, type Result } from '@/domain/shared/result';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import { type ReplyStatus, replyToRequester, type TicketClosed } from '@/domain/ticket/reply';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { mailWords } from '@/features/chat/mail-words';
import { type PlainWords, sayTogether } from '@/features/chat/say-together';
import { type Chat, type ChatChange, saveChat, type Talk } from '@/features/chat/store';
import { chatAddress, ownClientId, talkForStaff } from '@/features/chat/ticket-of-chat';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { type PromiseInMessage, promiseInMessage } from '@/features/tickets/commands/promise-in-message';
import { saveReply } from '@/features/tickets/commands/save-reply';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

export type AgentWords = Readonly<{
  sessionId: string;
  /** The composer's own id of the message: the same id twice is the same message. */
  clientId: string;
  text: string;
  attachmentIds: readonly string[];
  /** What these words promise. */
  promise?: PromiseInMessage | undefined;
}>;

type Said = Readonly<{ sequence: number; reach: Reach }>;
type Refused = Readonly<{ code: 'not_found' | 'chat.not_reachable' | 'promise.past' }> | TicketClosed;

/**
 * Somebody of ours says something in a chat and so takes it. When the visitor has left and an address is known, it goes by
 * mail instead, and the visitor finds it in the window too when they come back.
 */
export async function sayAsAgent(ctx: StaffContext, words: AgentWords): Promise<Result<Said, Refused>> {
  const { sessionId } = words;
  const clientId = ownClientId(ctx, words.clientId);
  const sequence = await sayTogether({
    ctx,
    asked: { id: sessionId, clientId },
    decide: (talk) => plainWords(ctx, { talk, words, clientId }),
  });
  if (sequence !== null) return ok({ sequence, reach: 'chat' });
  return transaction(ctx, async (tx, attempt) => {
    const talk = await talkForStaff(tx, ctx, { sessionId, clientId, again: attempt > 1 });
    if (!talk) return fail({ code: 'not_found' });
    if (talk.saidAs !== null) return ok({ sequence: talk.saidAs, reach: 'chat' });
    return say(tx, ctx, { ...talk, words, clientId });
  });
}

type Plain = Readonly<{ talk: Talk; words: AgentWords; clientId: string }>;

/** What words change that reach the visitor in the window; null when more has to be asked first. */
function plainWords(ctx: StaffContext, { talk, words, clientId }: Plain): PlainWords | null {
  const { chat, on, saidAs } = talk;
  if (saidAs !== null || words.promise || !on) return null;
  if (!mayOnTicket(ctx.actor, 'ticket.reply', on.ticket)) return null;
  const at = ctx.now();
  if (reachOf(chat, null, at) !== 'chat') return null;
  const message = chatWords(ctx, { words, chat });
  const reply = replyToRequester(on.ticket, { message, submitAs: statusOf(on.ticket), by: ctx.actor, at });
  if (!reply.ok) return null;
  const { stood, nothingPromised } = on.known;
  return {
    change: { ...reply.value, stood, nothingPromised },
    chat: withEntry(ctx, { chat, message, clientId, mailedTo: null }),
  };
}

type Saying = Pick<Talk, 'chat' | 'on'> & Readonly<{ ticket: Ticket; words: AgentWords; clientId: string }>;

async function say(tx: Tx, ctx: StaffContext, saying: Saying): Promise<Result<Said, Refused>> {
  const { chat, ticket, on, words, clientId } = saying;
  const { promise } = words;
  if (promise && !isPromisable(promise.dueAt, ctx.now())) return fail({ code: 'promise.past' });
  // Where they can be reached by mail matters only when they are not there.
  const isHere = reachOf(chat, null, ctx.now()) === 'chat';
  const address = isHere ? null : await chatAddress(tx, ctx, { chat, ticket });
  const reach = reachOf(chat, address?.address ?? null, ctx.now());
  const mailedTo = reach === 'mail' ? address : null;
  const message = await messageOf(tx, ctx, { words, ticket, chat, to: mailedTo });
  if (reach === 'none' || !message) return fail({ code: 'chat.not_reachable' });
  const at = ctx.now();
  const reply = replyToRequester(ticket, { message, submitAs: statusOf(ticket), by: ctx.actor, at });
  if (!reply.ok) return fail({ code: 'ticket.closed' });
  const events = [...reply.value.events, ...promiseInMessage(ctx, promise, message)];
  await saveReply(tx, ctx, { ...reply.value, events, ...on?.known });
  if (message.sendAt) await queueMessage(tx, ctx, { message, kind: 'reply' });
  return ok({
    sequence: await saveChat(tx, ctx, withEntry(ctx, { chat, message, clientId, mailedTo })),
    reach,
  });
}

type Address = Readonly<{ address: string; name: string | null }>;
type Writing = Readonly<{ words: AgentWords; ticket: Ticket; chat: Chat; to: Address | null }>;

/** Null when it has to go by mail and there is no mailbox to send it from. */
async function messageOf(
  tx: Tx,
  ctx: StaffContext,
  { words, ticket, chat, to }: Writing,
): Promise<NewMessage | null> {
  const message = chatWords(ctx, { words, chat });
  return to ? mailWords(tx, ctx, { message, ticket, to }) : message;
}

function chatWords(ctx: StaffContext, { words, chat }: Pick<Writing, 'words' | 'chat'>): NewMessage {
  const { text, attachmentIds } = words;
  const { id, name } = ctx.actor;
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'outbound',
    channel: 'chat',
    channelAccountId: chat.channelAccountId,
    author: { kind: 'user', id, name, address: '' },
    text,
    visibleText: text,
    language: chat.locale,
    sentAt: ctx.now(),
    attachmentIds,
  };
}

/** A word in a chat changes no status of its own; it opens what was new. */
function statusOf({ status }: Ticket): ReplyStatus {
  return status === 'new' || status === 'closed' ? 'open' : status;
}

type Added = Readonly<{ chat: Chat; message: NewMessage; clientId: string; mailedTo: Address | null }>;

/** The chat with what was said in it. */
function withEntry(ctx: StaffContext, { chat, message, clientId, mailedTo }: Added): ChatChange {
  const said = agentSays(chat, ctx.actor.id, ctx.now());
  const mailed = mailedTo ? goOnByMail(said.after, mailedTo.address) : { after: said.after, lines: [] };
  const lines = [...said.lines, ...mailed.lines].map((line) => {
    const personName = line.personId === ctx.actor.id ? ctx.actor.name : null;
    return { type: 'line', line, personName } as const;
  });
  const entry = { type: 'message', messageId: message.id, clientId } as const;
  const after: Chat = { ...chat, ...mailed.after };
  return { before: chat, after, entries: [...lines, entry], watchedBy: [ctx.actor.id] };
}
