import type { ChatIdentity, ChatLanguage, ChatPage } from '@/domain/chat/protocol';

/** The proactive message that a visitor answers. */
export type ProactiveAnswer = Readonly<{ id: string; text: string }>;

/** What the loader says to the frame. */
export type ToFrame = Readonly<{
  begin: Readonly<{
    /** What was kept on the host page before, by name. */
    kept: Readonly<Record<string, string>>;
    page: ChatPage;
    language: ChatLanguage;
    identity: ChatIdentity | null;
    open: boolean;
    proactive: ProactiveAnswer | null;
  }>;
  open: Readonly<{ page: ChatPage; proactive: ProactiveAnswer | null }>;
  close: null;
  identify: ChatIdentity;
  language: ChatLanguage;
  /** Another tab of the host page has begun a chat, or ended one. */
  token: string | null;
}>;

/** What the frame asks of the loader. */
export type ToLoader = Readonly<{
  ready: null;
  keep: Readonly<{ name: string; value: string }>;
  drop: Readonly<{ name: string }>;
  close: null;
  unread: Readonly<{ count: number }>;
  message: Readonly<{ from: 'visitor' | 'agent'; text: string }>;
}>;

/** Every message carries the number that both learnt when the frame was made, beside the checks of origin and window. */
export type BridgeMessage<Kinds> = {
  [Kind in keyof Kinds]: Readonly<{ kalauz: string; type: Kind; detail: Kinds[Kind] }>;
}[keyof Kinds];

/** Whether `data` is a message of ours under this number; what is in it is for the reader to doubt. */
export function isBridgeMessage<Kinds>(data: unknown, nonce: string): data is BridgeMessage<Kinds> {
  if (typeof data !== 'object' || data === null) return false;
  const { kalauz, type } = data as Record<string, unknown>;
  return kalauz === nonce && typeof type === 'string';
}
