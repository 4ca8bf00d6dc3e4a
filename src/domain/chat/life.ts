import type { ChatLineKind } from './protocol';

/** Who or what ended a chat: one of its two sides, silence, or the visitor's going away before anybody came. */
export type ChatEnd = 'visitor' | 'agent' | 'idle' | 'left';

/** What decisions about a chat need to know of it. */
export type ChatLife = Readonly<{
  state: 'waiting' | 'active' | 'ended';
  /** Since when it waits for somebody of ours; null when it does not. */
  waitingSince: Date | null;
  acceptedById: string | null;
  acceptedAt: Date | null;
  /** How long the visitor waited until somebody first took it, in milliseconds. */
  waitedMs: number | null;
  lastMessageAt: Date;
  /** The visitor's newest word; null when they have said nothing yet. */
  lastVisitorAt: Date | null;
  /** When they were asked whether they are still there; null when they spoke since. */
  warnedAt: Date | null;
  /** When the visitor's browser was last connected. */
  visitorSeenAt: Date;
  endedAt: Date | null;
  endedBy: ChatEnd | null;
  byMail: boolean;
}>;

/** A quiet line in the conversation, for both sides; `personId` is who joined, left or took over. */
export type ChatLine = Readonly<{
  kind: ChatLineKind;
  personId: string | null;
  detail: string | null;
}>;

export type ChatMove = Readonly<{ after: ChatLife; lines: readonly ChatLine[] }>;

const MINUTE = 60_000;
/** A browser that has not been heard of for so long is gone: a stream is renewed well within it. */
const AWAY_MS = 75_000;
/** Who waits and has been gone for so long is not coming back to the window. */
const LEFT_MS = 5 * MINUTE;

const line = (kind: ChatLine['kind'], personId: string | null = null, detail: string | null = null) =>
  ({ kind, personId, detail }) as const;

const still = (chat: ChatLife): ChatMove => ({ after: chat, lines: [] });

/** Somebody of ours takes the chat, or takes it over. An ended one stays ended. */
export function takeChat(chat: ChatLife, userId: string, at: Date): ChatMove {
  if (chat.state === 'ended' || (chat.state === 'active' && chat.acceptedById === userId)) return still(chat);
  const after: ChatLife = {
    ...chat,
    state: 'active',
    acceptedById: userId,
    acceptedAt: at,
    waitedMs: chat.waitedMs ?? at.getTime() - (chat.waitingSince ?? at).getTime(),
    waitingSince: null,
  };
  return { after, lines: [line(chat.state === 'active' ? 'transferred' : 'agent_joined', userId)] };
}

/** Whoever had the chat lets it go: it waits again, for somebody else. */
export function releaseChat(chat: ChatLife, at: Date): ChatMove {
  if (chat.state !== 'active') return still(chat);
  const after: ChatLife = { ...chat, state: 'waiting', waitingSince: at, acceptedById: null };
  return { after, lines: [line('agent_left', chat.acceptedById)] };
}

/** The visitor says something, which is never refused while the chat lasts. */
export function visitorSays(chat: ChatLife, at: Date): ChatLife {
  const waitingSince = chat.state === 'waiting' ? (chat.waitingSince ?? at) : chat.waitingSince;
  return {
    ...chat,
    waitingSince,
    lastMessageAt: at,
    lastVisitorAt: at,
    visitorSeenAt: at,
    warnedAt: null,
    byMail: false,
  };
}

/** Somebody of ours says something and thereby takes the chat. */
export function agentSays(chat: ChatLife, userId: string | null, at: Date): ChatMove {
  const taken = userId && chat.acceptedById === null ? takeChat(chat, userId, at) : still(chat);
  return { ...taken, after: { ...taken.after, lastMessageAt: at } };
}

/** The chat is over. What has ended stays as it ended. */
export function endChat(chat: ChatLife, by: ChatEnd, at: Date): ChatMove {
  if (chat.state === 'ended') return still(chat);
  const after: ChatLife = { ...chat, state: 'ended', endedAt: at, endedBy: by, waitingSince: null };
  return { after, lines: [line('ended')] };
}

/** After how many minutes of silence the visitor is asked, and after how many the chat ends. */
export type Patience = Readonly<{ warnMinutes: number; endMinutes: number }>;

/**
 * What time alone does to a chat. A visitor who was answered and says nothing is asked whether they are still there, and
 * later let go; one who waits is never sent away for our silence, but counts as gone when their browser has been away for
 * five minutes. Null when nothing is due.
 */
export function timePasses(chat: ChatLife, { warnMinutes, endMinutes }: Patience, at: Date): ChatMove | null {
  if (chat.state === 'ended') return null;
  const gone = at.getTime() - chat.visitorSeenAt.getTime();
  if (chat.state === 'waiting') return gone >= LEFT_MS ? endChat(chat, 'left', at) : null;
  if (gone >= endMinutes * MINUTE) return endChat(chat, 'left', at);
  if (!isAnswered(chat)) return null;
  const silent = at.getTime() - chat.lastMessageAt.getTime();
  if (silent >= endMinutes * MINUTE) return endChat(chat, 'idle', at);
  if (silent < warnMinutes * MINUTE || chat.warnedAt) return null;
  return { after: { ...chat, warnedAt: at }, lines: [line('still_there')] };
}

/** Our word was the last one. */
const isAnswered = ({ lastVisitorAt, lastMessageAt }: ChatLife) =>
  lastVisitorAt === null || lastVisitorAt < lastMessageAt;

/** True while the visitor's browser is there to show what we say. */
export const isThere = (chat: Pick<ChatLife, 'state' | 'visitorSeenAt'>, at: Date): boolean =>
  chat.state !== 'ended' && at.getTime() - chat.visitorSeenAt.getTime() < AWAY_MS;

/** How our next words reach the visitor: in the window, by mail when they have left and gave an address, or not at all. */
export type Reach = 'chat' | 'mail' | 'waits' | 'none';

/**
 * `waits`: they are away, gave no address, and find our words when they come back. `none`: the chat has ended and there is
 * no address.
 */
export function reachOf(
  chat: Pick<ChatLife, 'state' | 'visitorSeenAt' | 'byMail'>,
  address: string | null,
  at: Date,
): Reach {
  if (isThere(chat, at) && !chat.byMail) return 'chat';
  if (address) return 'mail';
  return chat.state === 'ended' ? 'none' : 'waits';
}

/** From now on our words go by mail; told once in the conversation. */
export function goOnByMail(chat: ChatLife, address: string): ChatMove {
  if (chat.byMail) return still(chat);
  return { after: { ...chat, byMail: true }, lines: [line('mail_continues', null, address)] };
}
