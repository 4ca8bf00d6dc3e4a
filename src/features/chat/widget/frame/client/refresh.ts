import { hasGap, withSnapshot } from '../model/conversation';
import { type Chat, forget, setConversation } from './chat';

const GAP_MILLISECONDS = 2_000;

/** Asks for the whole session again. Returns false when the server cannot be reached. */
export async function refresh(chat: Chat, token: string): Promise<boolean> {
  const answer = await chat.transport.session(token);
  if (chat.state.token !== token) return true;
  if (answer.kind === 'unreachable') return false;
  if (answer.kind === 'refused') forget(chat);
  else setConversation(chat, withSnapshot(chat.state.conversation, answer.value));
  return true;
}

/** Looks a moment later whether what was missing has come, and asks for it when it has not. */
export function mindTheGap(chat: Chat): void {
  const { conversation, token } = chat.state;
  if (!conversation || !token || !hasGap(conversation)) return;
  chat.world.later(GAP_MILLISECONDS, () => {
    const now = chat.state.conversation;
    if (now && hasGap(now) && chat.state.token === token) void refresh(chat, token);
  });
}
