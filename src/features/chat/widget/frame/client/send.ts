import type { SendMessage, Sent, StartChat } from '@/domain/chat/protocol';
import { acceptedOf, fromSnapshot, withEntry, withSession } from '../model/conversation';
import { keptName, nextOf, type Outgoing, withOutgoing, withRefusal } from '../model/outbox';
import { type Chat, forget, set, setConversation, setDraft, setToken } from './chat';
import { listen } from './listen';
import { pauseBefore } from './pause';
import type { Answer } from './transport';

/** What a visitor said of themselves before the chat. */
export type Introduction = Pick<StartChat, 'name' | 'email' | 'phone' | 'answers' | 'proactiveId'>;

/** Sends off a message: it stands in the conversation at once, and reaches the server once, whatever happens between. */
export function say(chat: Chat, message: Pick<Outgoing, 'text' | 'files'>): void {
  const outgoing = { ...message, clientId: chat.world.newId(), at: chat.world.now(), refused: null };
  chat.world.keep(keptName(outgoing.clientId), JSON.stringify(outgoing));
  set(chat, { outbox: withOutgoing(chat.state.outbox, outgoing), problem: null });
  setDraft(chat, '');
  void flush(chat);
}

/** Begins a chat, with its first words when there are any. */
export function begin(chat: Chat, introduction: Introduction, text: string): void {
  if (chat.state.token === null && chat.pendingStart === null) {
    const first = text === '' ? null : outgoingOf(chat, text);
    if (first) set(chat, { outbox: withOutgoing(chat.state.outbox, first) });
    keepStart(chat, startOf(chat, introduction, first));
    setDraft(chat, '');
  }
  void flush(chat);
}

/** Takes a message back that the server refuses, into the composer. */
export function takeBack(chat: Chat, clientId: string): void {
  const message = chat.state.outbox.find((each) => each.clientId === clientId);
  if (!message) return;
  chat.world.drop(keptName(clientId));
  set(chat, { outbox: chat.state.outbox.filter((each) => each.clientId !== clientId) });
  setDraft(chat, [message.text, chat.state.draft].filter((text) => text !== '').join('\n'));
}

/** Sends what waits, one after the other, and tries again later when the server cannot be reached. */
export async function flush(chat: Chat): Promise<void> {
  chat.isSendAsked = true;
  if (chat.isSending) return;
  chat.isSending = true;
  chat.stopSendWait();
  while (chat.isSendAsked) {
    chat.isSendAsked = false;
    while (await sendNext(chat)) chat.sendTries = 0;
  }
  chat.isSending = false;
}

async function sendNext(chat: Chat): Promise<boolean> {
  const { token, conversation, outbox } = chat.state;
  if (token === null) return startNext(chat);
  if (!conversation) return false;
  const next = nextOf(outbox, acceptedOf(conversation));
  if (!next) return false;
  const answer = await chat.transport.send(token, bodyOf(chat, next));
  if (chat.state.token !== token) return true;
  return answer.kind === 'answer' ? taken(chat, answer.value) : failed(chat, answer, next);
}

function taken(chat: Chat, { entry, session }: Sent): boolean {
  const { conversation } = chat.state;
  if (conversation) setConversation(chat, withSession(withEntry(conversation, entry), session));
  return true;
}

function failed(
  chat: Chat,
  answer: Exclude<Answer<unknown>, { kind: 'answer' }>,
  message: Outgoing,
): boolean {
  if (answer.kind === 'unreachable') return tryLater(chat, answer.retryAfterSeconds);
  if (answer.code === 'token.invalid') forget(chat);
  else
    set(chat, {
      outbox: withRefusal(chat.state.outbox, message.clientId, answer.code),
      ...(answer.code === 'chat.blocked' && { problem: answer.code }),
    });
  return true;
}

async function startNext(chat: Chat): Promise<boolean> {
  const [first] = chat.state.outbox;
  if (!chat.pendingStart && first) keepStart(chat, startOf(chat, {}, first));
  const body = chat.pendingStart;
  if (!body) return false;
  const answer = await chat.transport.start(body, chat.formerToken);
  if (chat.pendingStart !== body) return true;
  if (answer.kind === 'unreachable') return tryLater(chat, answer.retryAfterSeconds);
  if (answer.kind === 'refused') return refusedStart(chat, body, answer.code);
  chat.pendingStart = null;
  chat.formerToken = null;
  chat.world.drop('start');
  setToken(chat, answer.value.token);
  setConversation(chat, fromSnapshot(answer.value));
  void listen(chat);
  return true;
}

/** Who cannot prove who they are, or was forgotten, chats as a stranger; anything else is given back to the visitor. */
function refusedStart(chat: Chat, body: StartChat, code: string): boolean {
  const { identity, ...stranger } = body;
  if (code === 'token.invalid' && (identity || chat.formerToken)) {
    chat.identity = null;
    chat.formerToken = null;
    keepStart(chat, stranger);
    return true;
  }
  forget(chat);
  set(chat, { problem: code });
  return false;
}

function tryLater(chat: Chat, seconds: number | null): false {
  const pause = seconds === null ? pauseBefore(chat.sendTries, chat.world) : seconds * 1_000;
  chat.sendTries += 1;
  if (chat.state.connection === 'idle') set(chat, { connection: 'lost' });
  chat.stopSendWait = chat.world.later(pause, () => void flush(chat));
  return false;
}

function keepStart(chat: Chat, body: StartChat): void {
  chat.pendingStart = body;
  chat.world.keep('start', JSON.stringify(body));
  set(chat, { problem: null });
}

function startOf(chat: Chat, introduction: Introduction, first: Outgoing | null): StartChat {
  return {
    clientId: chat.world.newId(),
    language: chat.state.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    page: chat.page,
    ...introduction,
    ...(chat.identity && { identity: chat.identity }),
    ...(first && { message: bodyOf(chat, first) }),
  };
}

function outgoingOf(chat: Chat, text: string): Outgoing {
  const outgoing = { clientId: chat.world.newId(), text, files: [], at: chat.world.now(), refused: null };
  chat.world.keep(keptName(outgoing.clientId), JSON.stringify(outgoing));
  return outgoing;
}

const bodyOf = ({ visit }: Chat, { clientId, text, files }: Outgoing): SendMessage => ({
  clientId,
  text,
  attachmentIds: files.map(({ id }) => id),
  ...(visit && { visit }),
});
