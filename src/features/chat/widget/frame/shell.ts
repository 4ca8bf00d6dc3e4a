import type { ProactiveAnswer } from '../shared/bridge';
import { type Chat, type ChatState, isGoing } from './client/chat';
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
export function firstView(state: ChatState, proactive: ProactiveAnswer | null): View {
  const isUnderWay = isGoing(state) || state.outbox.length > 0 || state.token !== null;
  return isUnderWay || proactive ? 'chat' : 'home';
}

/** Where "chat with us" leads: to the questions first, when there are any. */
export function chatView(state: ChatState): View {
  const asks = (state.config?.fields.length ?? 0) > 0 && state.token === null && state.outbox.length === 0;
  return asks ? 'introduce' : 'chat';
}
