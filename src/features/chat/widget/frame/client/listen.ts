import type { ChatEvent, ChatPerson } from '@/domain/chat/protocol';
import { withEntry, withSession } from '../model/conversation';
import { type Chat, type ChatState, forget, set, setConversation } from './chat';
import { pause, pauseBefore } from './pause';
import { mindTheGap, refresh } from './refresh';
import type { Answer } from './transport';

/** The server says something every 15 s; after so long without a word the line is dead. */
const SILENCE_MILLISECONDS = 40_000;
/** A stream says something at once; so long without a word, something on the way holds it back until it ends. */
const HELD_BACK_MILLISECONDS = 6_000;
const IN_TURNS_MILLISECONDS = 10 * 60_000;
/** Between two turns, so that an answer that ends at once for another reason is no storm. */
const TURN_PAUSE_MILLISECONDS = 100;
const TYPING_MILLISECONDS = 6_000;

/**
 * Listens to the server for as long as the chat goes on, and connects again whenever the line is lost. Where a stream does not
 * come through, it asks in turns instead: each answer ends after the first news, and the next question goes on from there.
 */
export async function listen(chat: Chat): Promise<void> {
  if (chat.isListening) return;
  chat.isListening = true;
  for (let tries = 0; isWanted(chat.state); tries += 1) {
    const listened = await listenOnce(chat);
    if (listened.wasOpen) tries = 0;
    if (!isWanted(chat.state)) break;
    await pause(chat, pauseAfter(chat, listened, tries));
  }
  chat.isListening = false;
  set(chat, { connection: 'idle', typing: null });
}

const isWanted = ({ token, conversation }: ChatState): boolean =>
  token !== null && conversation !== null && conversation.session.state !== 'ended';

/** How long to wait before the next connection; says that the line is lost where it is. */
function pauseAfter(chat: Chat, { heldBack, answer }: Listened, tries: number): number {
  if (answer.kind === 'unreachable' && !heldBack) set(chat, { connection: 'lost' });
  const goesOn = heldBack || (isInTurns(chat) && answer.kind === 'answer');
  return goesOn ? TURN_PAUSE_MILLISECONDS : pauseBefore(tries, chat.world);
}

const isInTurns = ({ inTurnsUntil, world }: Chat): boolean => world.now() < inTurnsUntil;

type Listened = Readonly<{ answer: Answer<null>; wasOpen: boolean; heldBack: boolean }>;

async function listenOnce(chat: Chat): Promise<Listened> {
  const { token, conversation, connection } = chat.state;
  const controller = new AbortController();
  const abort = () => controller.abort();
  let wasOpen = false;
  let watch = chat.world.later(SILENCE_MILLISECONDS, abort);
  const inTurns = isInTurns(chat);
  let heldBack = false;
  const firstWord = chat.world.later(inTurns ? SILENCE_MILLISECONDS : HELD_BACK_MILLISECONDS, () => {
    heldBack = !inTurns;
    chat.inTurnsUntil = inTurns ? 0 : chat.world.now() + IN_TURNS_MILLISECONDS;
    abort();
  });
  if (connection === 'idle') set(chat, { connection: 'connecting' });
  chat.wakeStream = abort;
  const answer = await chat.transport.events({
    token: token ?? '',
    after: conversation?.sequence ?? 0,
    inTurns,
    signal: controller.signal,
    onOpen: () => {
      wasOpen = true;
      set(chat, { connection: 'online' });
    },
    onEvent: (event) => {
      firstWord();
      watch();
      watch = chat.world.later(SILENCE_MILLISECONDS, abort);
      if (event && chat.state.token === token) take(chat, event);
      if (!isWanted(chat.state)) abort();
    },
  });
  firstWord();
  watch();
  if (answer.kind === 'refused' && chat.state.token === token) forget(chat);
  return { answer, wasOpen, heldBack };
}

function take(chat: Chat, { event, data }: ChatEvent): void {
  const { conversation, token } = chat.state;
  if (!conversation || token === null) return;
  switch (event) {
    case 'entry':
      if (data.type === 'message' && data.message.from === 'agent') stopTyping(chat);
      setConversation(chat, withEntry(conversation, data));
      mindTheGap(chat);
      break;
    case 'session':
      setConversation(chat, withSession(conversation, data));
      break;
    case 'resync':
      void refresh(chat, token);
      break;
    case 'typing':
      stopTyping(chat);
      if (data.typing) startTyping(chat, data.person);
      break;
    case 'bye':
      break;
  }
}

function startTyping(chat: Chat, person: ChatPerson): void {
  set(chat, { typing: person });
  chat.stopTyping = chat.world.later(TYPING_MILLISECONDS, () => stopTyping(chat));
}

function stopTyping(chat: Chat): void {
  chat.stopTyping();
  if (chat.state.typing) set(chat, { typing: null });
}
