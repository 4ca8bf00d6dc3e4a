import type { ProactiveAnswer } from '../shared/bridge';
import type { Chat, ChatState } from './client/chat';
import type { Speech } from './words';

/** Where the visitor is. */
export type View = 'home' | 'introduce' | 'chat' | 'call' | 'leave';

/** Everything that a screen is drawn from and can do. */
export type Shell = Readonly<{
  chat: Chat;
  state: ChatState;
  speech: Speech;
  view: View;
  go: (view: View) => void;
  /** The frame is shown on the host page. */
  isOpen: boolean;
  proactive: ProactiveAnswer | null;
  sound: boolean;
  setSound: (sound: boolean) => void;
  close: () => void;
  /** What was kept on the host page when this page began. */
  kept: (name: string) => string | undefined;
}>;

/** Where to begin: in the chat that is going on, else at the door. */
export function firstView(chat: Chat, proactive: ProactiveAnswer | null): View {
  const { outbox, token } = chat.state;
  if (outbox.length > 0 || token !== null) return 'chat';
  return proactive ? chatView(chat) : 'home';
}

/** Where "chat with us" leads: to the questions first, when there are any and nobody has answered them. */
export function chatView({ state, formerToken }: Chat): View {
  const isNew = state.token === null && formerToken === null && state.outbox.length === 0;
  return isNew && (state.config?.fields.length ?? 0) > 0 ? 'introduce' : 'chat';
}
