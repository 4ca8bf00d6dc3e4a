import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { readJson } from '@/channels/lib/read-json';
import type { ChannelEvent, ChannelMessage, Correspondent } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';
import { botIdOf, type TelegramConfig } from './config';
import { filesOf, isOnlyNews, textOf, unshownOf } from './content';
import {
  type TelegramMessage,
  type TelegramReaction,
  type TelegramUser,
  type Update,
  update,
} from './update';

/** What one update says: a message, a change of one, or that somebody blocked the bot or let it in again. */
export function readUpdate(
  { bytes }: RawInboundBytes,
  config: TelegramConfig,
): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(update, bytes);
  return parsed.ok ? ok([eventOf(parsed.value, config)]) : parsed;
}

const ORIGIN = { channel: 'telegram', account: null } as const;

function eventOf(
  { message, edited_message: edited, my_chat_member: member, message_reaction: reacted }: Update,
  config: TelegramConfig,
): ChannelEvent {
  const written = message ?? edited;
  if (written) {
    const why = unconcerning(written, config);
    if (why) return { kind: 'ignored', why };
    const read = messageOf(written);
    return edited
      ? { kind: 'edit', message: read, at: instant(written.edit_date ?? written.date), wholeFiles: true }
      : { kind: 'message', message: read };
  }
  if (reacted) return reactionOf(reacted);
  if (!member) return { kind: 'ignored', why: 'unknown_event' };
  const reachable = !['kicked', 'left'].includes(member.new_chat_member.status);
  const conversation = String(member.chat.id);
  return { ...ORIGIN, kind: 'reach', conversation, reachable, why: 'blocked', at: instant(member.date) };
}

function reactionOf({
  chat,
  message_id: id,
  user,
  actor_chat: as,
  date,
  new_reaction: now,
}: TelegramReaction) {
  const by = user?.id ?? as?.id;
  if (by === undefined) return { kind: 'ignored', why: 'nobody' } as const;
  const name = user ? authorOf(user).name : (as?.title ?? '');
  return {
    kind: 'reaction',
    ...ORIGIN,
    externalId: `${chat.id}/${id}`,
    by: String(by),
    name,
    emoji: now.map(({ emoji }) => emoji).join('') || null,
    at: instant(date),
  } as const;
}

/** Why a message is none of ours, or null: our own, another robot's, a channel's, or what a group says among itself. */
function unconcerning(message: TelegramMessage, config: TelegramConfig): string | null {
  const { from, chat } = message;
  if (!from || chat.type === 'channel') return 'channel_post';
  if (String(from.id) === botIdOf(config)) return 'own_message';
  if (from.is_bot) return 'robot';
  if (chat.type === 'private') return isOnlyNews(message) ? 'service' : null;
  return isForUs(message, config) ? null : 'not_for_us';
}

/** In a group only what mentions the bot, or answers it. */
function isForUs(
  { text, caption, reply_to_message: answered }: TelegramMessage,
  config: TelegramConfig,
): boolean {
  if (String(answered?.from?.id ?? '') === botIdOf(config)) return true;
  const words = `${text} ${caption}`.toLowerCase();
  return config.username !== '' && words.includes(`@${config.username.toLowerCase()}`);
}

function messageOf(message: TelegramMessage): ChannelMessage {
  const { chat, message_id: id, from, reply_to_message: answered, message_thread_id: thread } = message;
  const isPublic = chat.type !== 'private';
  return {
    ...ORIGIN,
    externalId: `${chat.id}/${id}`,
    conversation: {
      key: isPublic && thread ? `${chat.id}/${thread}` : String(chat.id),
      isPublic,
      data: { chatId: chat.id, ...(isPublic && thread && { threadId: thread }) },
    },
    author: authorOf(from),
    text: textOf(message),
    files: filesOf(message),
    sentAt: instant(message.date),
    inReplyTo: answered ? `${chat.id}/${answered.message_id}` : null,
    permalink: null,
    unshown: unshownOf(message),
  };
}

function authorOf(from: TelegramUser | undefined): Correspondent {
  const {
    id = 0,
    first_name: first = '',
    last_name: last = '',
    username = '',
    language_code: code = '',
  } = from ?? {};
  const language = code.slice(0, 2);
  return {
    kind: 'telegram',
    value: String(id),
    name: `${first} ${last}`.trim(),
    handle: username ? `@${username}` : '',
    locale: ['en', 'hu', 'lv'].includes(language) ? language : null,
    also: [],
  };
}

const instant = (seconds: number): Date => new Date(Math.min(Math.max(seconds, 0), LAST_SECOND) * 1000);
/** The end of the year 2200: what lies beyond was not written by a clock. */
const LAST_SECOND = 7_289_654_400;
