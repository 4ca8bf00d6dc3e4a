import type { ChatFile, FoundArticles, LeaveMessage } from '@/domain/chat/protocol';
import { type Chat, set } from './chat';
import { refresh } from './refresh';
import { begin } from './send';
import type { Answer } from './transport';

const TYPING_EVERY_MILLISECONDS = 3_000;

/** Asks how the widget looks and who is there. */
export async function loadConfig(chat: Chat): Promise<void> {
  const answer = await chat.transport.config();
  if (answer.kind === 'answer') set(chat, { config: answer.value, unavailable: false });
  else set(chat, { unavailable: chat.state.config === null });
}

/** Public articles for what is being typed; none where the server cannot be asked. */
export async function findArticles(chat: Chat, text: string): Promise<FoundArticles['articles']> {
  const { language } = chat.state;
  const answer = await chat.transport.articles({ text, language, visit: chat.visit });
  if (answer.kind !== 'answer') return [];
  const { articles, visit } = answer.value;
  if (visit !== null && visit !== chat.visit) {
    chat.visit = visit;
    chat.world.keep('visit', visit);
  }
  return articles;
}

/** Lets the other side know that something is being written: at most every three seconds, and once when it ends. */
export function tellTyping(chat: Chat, typing: boolean): void {
  const { token, conversation } = chat.state;
  if (token === null || conversation?.session.state !== 'active') return;
  const now = chat.world.now();
  const isSaid = now - chat.saidTypingAt < TYPING_EVERY_MILLISECONDS;
  if (typing === isSaid) return;
  chat.saidTypingAt = typing ? now : 0;
  void chat.transport.post(token, 'typing', { typing });
}

/** Everything that is here has been seen. */
export function markRead(chat: Chat): void {
  const { token, conversation, readHere } = chat.state;
  if (token === null || !conversation) return;
  const { sequence, session } = conversation;
  if (sequence <= Math.max(readHere, session.marks.visitorRead)) return;
  set(chat, { readHere: sequence });
  void chat.transport.post(token, 'read', { sequence });
}

/** Ends the chat on the visitor's wish. */
export const endChat = (chat: Chat) => asked(chat, (token) => chat.transport.post(token, 'end', {}));

/** Sends the conversation to this address. */
export const sendTranscript = (chat: Chat, email: string) =>
  asked(chat, (token) => chat.transport.post(token, 'transcript', { email }));

/** What we say from now on goes to this address too. */
export const goOnByMail = (chat: Chat, email: string) =>
  asked(chat, (token) => chat.transport.post(token, 'mail', { email }));

/** A call that is wished for; `clientId` stays the same when it is asked again. */
export type CallWish = Readonly<{
  clientId: string;
  name: string;
  phone: string;
  from: string | null;
  to: string | null;
  note: string;
}>;

/** Asks to be called, in a chat that is begun for it when none is going. */
export async function askForCall(chat: Chat, wish: CallWish): Promise<Answer<null>> {
  const { name, ...body } = wish;
  if (chat.state.token === null) begin(chat, { ...(name && { name }), phone: wish.phone }, '');
  await untilStarted(chat);
  return asked(chat, (token) => chat.transport.callMe(token, body));
}

/** Sends a file up. A chat is begun for it when none is going. */
export async function upload(chat: Chat, file: File): Promise<Answer<ChatFile>> {
  if (chat.state.token === null) begin(chat, {}, '');
  await untilStarted(chat);
  const { token } = chat.state;
  if (token === null) return { kind: 'unreachable', retryAfterSeconds: null };
  return chat.transport.upload(token, file);
}

/** Leaves a message, which opens a ticket. */
export const leaveMessage = (chat: Chat, message: LeaveMessage, files: readonly File[]) =>
  chat.transport.leave({ ...message, ...(chat.visit && { visit: chat.visit }) }, files);

async function asked(chat: Chat, ask: (token: string) => Promise<Answer<unknown>>): Promise<Answer<null>> {
  const { token } = chat.state;
  if (token === null) return { kind: 'unreachable', retryAfterSeconds: null };
  const answer = await ask(token);
  if (answer.kind !== 'answer') return answer;
  await refresh(chat, token);
  return { kind: 'answer', value: null };
}

/** Resolves when the chat that was sent off has begun, or was refused. */
function untilStarted(chat: Chat): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (chat.state.token === null && chat.pendingStart !== null) return;
      chat.hear.delete(look);
      done();
    };
    chat.hear.add(look);
    look();
  });
}
