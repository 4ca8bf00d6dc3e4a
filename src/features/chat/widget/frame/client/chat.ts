import type {
  ChatConfig,
  ChatEntry,
  ChatIdentity,
  ChatLanguage,
  ChatPage,
  ChatPerson,
  StartChat,
} from '@/domain/chat/protocol';
import { arrivedOf, type Conversation, unreadOf } from '../model/conversation';
import { keptName, type Outgoing, withoutArrived } from '../model/outbox';
import type { Transport } from './transport';

/** What is outside: clock, dice, and the host page's memory. */
export type World = Readonly<{
  now: () => number;
  newId: () => string;
  /** A number from 0 up to 1. */
  random: () => number;
  /** Calls later, in milliseconds; returns how to forget it. */
  later: (milliseconds: number, act: () => void) => () => void;
  keep: (name: string, value: string) => void;
  drop: (name: string) => void;
}>;

type Connection = 'idle' | 'connecting' | 'online' | 'lost';

/** Everything that the screen is drawn from. */
export type ChatState = Readonly<{
  language: ChatLanguage;
  config: ChatConfig | null;
  /** The server could not be asked for its settings, or does not know us. */
  unavailable: boolean;
  token: string | null;
  conversation: Conversation | null;
  outbox: readonly Outgoing[];
  /** What is being written. */
  draft: string;
  connection: Connection;
  typing: ChatPerson | null;
  /** Sequence up to which this browser has shown everything. */
  readHere: number;
  /** Why the last thing that the visitor asked for was refused. */
  problem: string | null;
}>;

/** The chat of one browser: its state, and the work that is going on. */
export type Chat = {
  readonly transport: Transport;
  readonly world: World;
  readonly hear: Set<() => void>;
  /** Called for each message that is new here. */
  readonly hearMessage: Set<(entry: ChatEntry) => void>;
  state: ChatState;
  page: ChatPage;
  identity: ChatIdentity | null;
  /** What the server calls the visit in which articles were looked for; null before. */
  visit: string | null;
  /** Of the chat before, which has ended. */
  formerToken: string | null;
  /** What was sent off to begin a chat and is not confirmed. */
  pendingStart: StartChat | null;
  isSending: boolean;
  /** Something came to be sent while something was sent. */
  isSendAsked: boolean;
  sendTries: number;
  stopSendWait: () => void;
  isListening: boolean;
  /** Until when streams are not tried again, since something on the way holds them back. */
  inTurnsUntil: number;
  /** Ends the stream that is open, or the pause before the next one. */
  wakeStream: () => void;
  stopTyping: () => void;
  saidTypingAt: number;
};

const IDLE: ChatState = {
  language: 'en',
  config: null,
  unavailable: false,
  token: null,
  conversation: null,
  outbox: [],
  draft: '',
  connection: 'idle',
  typing: null,
  readHere: 0,
  problem: null,
};

/** A chat in which nothing has happened. */
export function newChat(transport: Transport, world: World): Chat {
  return {
    transport,
    world,
    hear: new Set(),
    hearMessage: new Set(),
    state: IDLE,
    page: { url: '', title: '', referrer: '' },
    identity: null,
    visit: null,
    formerToken: null,
    pendingStart: null,
    isSending: false,
    isSendAsked: false,
    sendTries: 0,
    stopSendWait: () => undefined,
    isListening: false,
    inTurnsUntil: 0,
    wakeStream: () => undefined,
    stopTyping: () => undefined,
    saidTypingAt: 0,
  };
}

/** Changes the state and tells everybody who draws it. */
export function set(chat: Chat, change: Partial<ChatState>): void {
  chat.state = { ...chat.state, ...change };
  for (const hear of [...chat.hear]) hear();
}

/** Takes a changed conversation: what has arrived is no longer waiting to be sent. */
export function setConversation(chat: Chat, conversation: Conversation): void {
  const known = chat.state.conversation;
  const arrived = arrivedOf(conversation);
  for (const { clientId } of chat.state.outbox)
    if (arrived.has(clientId)) chat.world.drop(keptName(clientId));
  set(chat, { conversation, outbox: withoutArrived(chat.state.outbox, arrived) });
  if (known?.session.id === conversation.session.id) tellNew(chat, conversation, known.sequence);
}

function tellNew(chat: Chat, { entries }: Conversation, seen: number): void {
  const fresh = entries.filter(({ sequence, type }) => sequence > seen && type === 'message');
  for (const entry of fresh) for (const hear of chat.hearMessage) hear(entry);
}

/** Whether a chat is going on: begun and not ended. */
export function isGoing(state: ChatState): boolean {
  return state.conversation !== null && state.conversation.session.state !== 'ended';
}

/** How many answers the visitor has not seen. */
export function unreadCount({ conversation, readHere }: ChatState): number {
  return conversation ? unreadOf(conversation, readHere) : 0;
}

/** Takes the token of a session, and keeps it for the next page. */
export function setToken(chat: Chat, token: string): void {
  chat.world.keep('token', token);
  set(chat, { token });
}

/** The server does not know this chat any more: what was not sent goes back to the composer. */
export function forget(chat: Chat): void {
  const { world } = chat;
  const texts = chat.state.outbox.map(({ text }) => text).filter((text) => text !== '');
  for (const { clientId } of chat.state.outbox) world.drop(keptName(clientId));
  for (const name of ['token', 'start']) world.drop(name);
  chat.pendingStart = null;
  chat.formerToken = null;
  const draft = [...texts, chat.state.draft].filter((text) => text !== '').join('\n');
  set(chat, { token: null, conversation: null, outbox: [], connection: 'idle', readHere: 0 });
  setDraft(chat, draft);
  chat.wakeStream();
}

/** Keeps what is being written, for this page and the next. */
export function setDraft(chat: Chat, draft: string): void {
  if (draft === '') chat.world.drop('draft');
  else chat.world.keep('draft', draft);
  set(chat, { draft });
}

/** Leaves a chat that has ended for a new one, of the same person. */
export function leaveEnded(chat: Chat): void {
  const { token } = chat.state;
  forget(chat);
  chat.formerToken = token;
}
