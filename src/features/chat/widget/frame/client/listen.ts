import type { ChatEvent, ChatPerson } from '@/domain/chat/protocol';
import { withEntry, withSession } from '../model/conversation';
import { type Chat, type ChatState, forget, set, setConversation } from './chat';
import { pause, pauseBefore } from './pause';
import { mindTheGap, refresh } from './refresh';
import type { Answer } from './transport';

/** The server says something every 15 s; after so long without a word the line is dead. */
const SILENCE_MILLISECONDS = 40_000;
const TYPING_MILLISECONDS = 6_000;

/** Listens to the server for as long as the chat goes on, and connects again whenever the line is lost. */
export async function listen(chat: Chat): Promise<void> {
  if (chat.isListening) return;
  chat.isListening = true;
  for (let tries = 0; isWanted(chat.state); tries += 1) {
    const { wasOpen, answer } = await listenOnce(chat);
    if (wasOpen) tries = 0;
    if (!isWanted(chat.state)) break;
    if (answer.kind === 'unreachable') set(chat, { connection: 'lost' });
    await pause(chat, pauseBefore(tries, chat.world));
  }
  chat.isListening = false;
  set(chat, { connection: 'idle', typing: null });
}

const isWanted = ({ token, conversation }: ChatState): boolean =>
  token !== null && conversation !== null && conversation.session.state !== 'ended';

async function listenOnce(chat: Chat): Promise<Readonly<{ answer: Answer<null>; wasOpen: boolean }>> {
  const { token, conversation, connection } = chat.state;
  const controller = new AbortController();
  const abort = () => controller.abort();
  let wasOpen = false;
  let watch = chat.world.later(SILENCE_MILLISECONDS, abort);
  if (connection === 'idle') set(chat, { connection: 'connecting' });
  chat.wakeStream = abort;
  const answer = await chat.transport.events({
    token: token ?? '',
    after: conversation?.sequence ?? 0,
    signal: controller.signal,
    onOpen: () => {
      wasOpen = true;
      set(chat, { connection: 'online' });
    },
    onEvent: (event) => {
      watch();
      watch = chat.world.later(SILENCE_MILLISECONDS, abort);
      if (event && chat.state.token === token) take(chat, event);
      if (!isWanted(chat.state)) abort();
    },
  });
  watch();
  if (answer.kind === 'refused' && chat.state.token === token) forget(chat);
  return { answer, wasOpen };
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
