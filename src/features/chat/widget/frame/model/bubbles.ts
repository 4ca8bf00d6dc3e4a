import type { ChatFile, ChatLineKind, ChatPerson, ChatSession } from '@/domain/chat/protocol';
import { type Conversation, shownOf, stateOfOwn } from './conversation';
import type { Outgoing } from './outbox';

type OwnState = 'sending' | 'unsent' | 'refused' | 'sent' | 'delivered' | 'read';

/** One thing in the list, ready to be drawn. */
export type Bubble =
  | Readonly<{
      kind: 'message';
      key: string;
      from: 'visitor' | 'agent' | 'system';
      author: ChatPerson | null;
      text: string;
      files: readonly ChatFile[];
      at: string;
      edited: boolean;
      channel: 'chat' | 'email' | 'phone' | 'other';
      /** Written by the same side right after the one above. */
      follows: boolean;
      /** Only on the visitor's newest message, and on each that did not go off. */
      state: OwnState | null;
      clientId: string | null;
    }>
  | Readonly<{
      kind: 'line';
      key: string;
      line: ChatLineKind;
      at: string;
      person: ChatPerson | null;
      detail: string | null;
    }>;

type Message = Extract<Bubble, { kind: 'message' }>;

const FOLLOWS_MILLISECONDS = 5 * 60_000;

/** Everything in its order: what stands in the conversation, then what is on its way. */
export function bubblesOf(
  conversation: Conversation | null,
  outbox: readonly Outgoing[],
  isConnected: boolean,
): Bubble[] {
  const stood = conversation ? standing(conversation) : [];
  const waiting = outbox.map((each) => waitingMessage(each, isConnected));
  const all = [...stood, ...waiting].map((bubble, index, list) => withFollowing(bubble, list[index - 1]));
  const newestOwn = all.findLastIndex((bubble) => bubble.kind === 'message' && bubble.from === 'visitor');
  return all.map((bubble, index) =>
    bubble.kind === 'message' && index !== newestOwn && isSettled(bubble.state)
      ? { ...bubble, state: null }
      : bubble,
  );
}

const isSettled = (state: OwnState | null): boolean =>
  state === 'sent' || state === 'delivered' || state === 'read';

function standing(conversation: Conversation): Bubble[] {
  const { session } = conversation;
  return shownOf(conversation).map((shown): Bubble => {
    const key = String(shown.sequence);
    if (shown.kind === 'line') {
      const { line, at, person, detail } = shown;
      return { kind: 'line', key, line, at, person, detail };
    }
    const { from, author, text, files, at, edited, channel, clientId } = shown.message;
    const state = ownState(from, shown.sequence, session);
    return {
      kind: 'message',
      key: clientId ?? key,
      from,
      author,
      text,
      files,
      at,
      edited,
      channel,
      clientId,
      follows: false,
      state,
    };
  });
}

const ownState = (from: string, sequence: number, session: ChatSession): OwnState | null =>
  from === 'visitor' ? stateOfOwn(sequence, session) : null;

function waitingMessage({ clientId, text, files, at, refused }: Outgoing, isConnected: boolean): Message {
  const waiting = isConnected ? 'sending' : 'unsent';
  return {
    kind: 'message',
    key: clientId,
    from: 'visitor',
    author: null,
    text,
    files,
    at: new Date(at).toISOString(),
    edited: false,
    channel: 'chat',
    clientId,
    follows: false,
    state: refused === null ? waiting : 'refused',
  };
}

function withFollowing(bubble: Bubble, before: Bubble | undefined): Bubble {
  if (bubble.kind !== 'message' || before?.kind !== 'message') return bubble;
  const isNear = Date.parse(bubble.at) - Date.parse(before.at) < FOLLOWS_MILLISECONDS;
  const isSame = before.from === bubble.from && before.author?.name === bubble.author?.name;
  return { ...bubble, follows: isNear && isSame };
}

/** A text as pieces, the addresses of pages in it apart; `at` is where a piece begins. */
export function linked(text: string): readonly Readonly<{ at: number; text: string; href: string | null }>[] {
  let at = 0;
  return text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/)
    .map((piece, index) => {
      const begin = at;
      at += piece.length;
      return { at: begin, text: piece, href: index % 2 === 1 ? piece : null };
    })
    .filter((piece) => piece.text !== '');
}
