import type { Reach } from '@/domain/chat/life';
import type { CallPromised, ChatEntry } from '@/domain/chat/protocol';

/** A chat in a list of ours. Times are ISO 8601. */
export type ChatCard = Readonly<{
  id: string;
  ticketNumber: number;
  name: string;
  state: 'waiting' | 'active' | 'ended';
  /** The ticket is this member's. */
  mine: boolean;
  preview: string;
  /** What the visitor said and nobody of ours has seen. */
  unread: number;
  waitingSince: string | null;
  /** Until when it waits for this very member's answer; null when it was not offered. */
  answerBy: string | null;
  /** The visitor's browser is there. */
  there: boolean;
}>;

export type ChatList = Readonly<{ mine: readonly ChatCard[]; waiting: readonly ChatCard[] }>;

/** A chat as the member sees it who talks in it. */
export type ChatDesk = Readonly<{
  id: string;
  ticketId: string;
  ticketNumber: number;
  name: string;
  state: 'waiting' | 'active' | 'ended';
  mine: boolean;
  /** Who has it; null while it waits. */
  agent: string | null;
  answerBy: string | null;
  waitingSince: string | null;
  there: boolean;
  reach: Reach;
  email: string | null;
  verified: boolean;
  language: string;
  page: Readonly<{ url: string; title: string; referrer: string }>;
  openedBy: string | null;
  /** What was asked before the chat, by the label of the field. */
  answers: readonly Readonly<{ label: string; value: string }>[];
  call: CallPromised | null;
  /** How far the visitor has read, and how far our words go. */
  visitorRead: number;
  sequence: number;
}>;

export type ChatNews = Readonly<{ chat: ChatDesk; entries: readonly ChatEntry[] }>;

/** What the stream of the desk says of a chat: what was said, and how far the visitor has read. */
export type DeskNews = Readonly<{
  topic: string;
  sequence: number;
  visitorRead: number;
  entries: readonly ChatEntry[];
}>;
