import { withSnapshot } from '../model/conversation';
import { type Chat, set, setConversation, setToken } from './chat';
import { listen } from './listen';
import { pause, pauseBefore } from './pause';
import { refresh } from './refresh';
import { flush } from './send';

/** Goes on with a chat that was begun before, on another page or in another tab. */
export async function resume(chat: Chat, token: string): Promise<void> {
  set(chat, { token, connection: 'connecting' });
  for (let tries = 0; chat.state.token === token; tries += 1) {
    if (await refresh(chat, token)) break;
    set(chat, { connection: 'lost' });
    await pause(chat, pauseBefore(tries, chat.world));
  }
  void listen(chat);
  void flush(chat);
}

/** Tells the server who this is, when the host page has said so and it is not known yet. */
export async function identify(chat: Chat): Promise<void> {
  const { identity, state } = chat;
  const { token, conversation } = state;
  if (!identity || !token || !conversation || conversation.session.visitor.verified) return;
  const answer = await chat.transport.identify(token, identity);
  if (answer.kind !== 'answer' || chat.state.token !== token) return;
  setToken(chat, answer.value.token);
  setConversation(chat, withSnapshot(chat.state.conversation, answer.value));
  chat.wakeStream();
}
