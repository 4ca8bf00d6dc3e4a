import { metaInstant } from '@/channels/lib/meta-webhook';
import type { ChannelEvent, ChannelMessage, Correspondent } from '@/domain/channel/conversation';
import { filesOf, textOf, unshownOf } from './content';
import type { WhatsappContact, WhatsappContent, WhatsappEcho, WhatsappMessage } from './payload';

type Around = Readonly<{ account: string | null; contacts: readonly WhatsappContact[] }>;

/**
 * What one message says: that somebody changed or took back an earlier one, or has another id since, comes as a message of a
 * type of its own.
 */
export function messageEvent(message: WhatsappMessage, around: Around): ChannelEvent {
  const { type } = message;
  if (type === 'system') return renamed(message, around);
  if (type === 'request_welcome') return { kind: 'ignored', why: type };
  if (type === 'revoke') return takenBack(message, around);
  const author = authorOf(message, around.contacts);
  if (!author) return UNREADABLE;
  if (type === 'reaction') return reactionOf(message, author, around);
  if (type === 'edit') return changed(message, author, around);
  return { kind: 'message', message: written(message, { id: message.id, message, author }, around) };
}

const UNREADABLE: ChannelEvent = { kind: 'ignored', why: 'unreadable_item' };

type By = Readonly<{ id: string; message: WhatsappMessage; author: Correspondent }>;

function written(
  content: WhatsappContent,
  ...[{ id, message, author }, { account }]: [By, Around]
): ChannelMessage {
  return {
    channel: 'whatsapp',
    account,
    externalId: id,
    conversation: {
      key: author.value,
      isPublic: false,
      data: { number: message.from ?? null, userId: message.from_user_id ?? null },
    },
    author,
    text: textOf(content),
    files: filesOf(content),
    sentAt: metaInstant(message.timestamp),
    inReplyTo: content.context?.id ?? null,
    permalink: null,
    unshown: unshownOf(content),
  };
}

/** Words and captions can be changed, files cannot. */
function changed(message: WhatsappMessage, ...[author, around]: [Correspondent, Around]): ChannelEvent {
  const { edit, timestamp } = message;
  // What cannot be read takes the place of nothing.
  if (!edit || unshownOf(edit.message).includes('unsupported')) return UNREADABLE;
  const now = written(edit.message, { id: edit.original_message_id, message, author }, around);
  return { kind: 'edit', message: now, at: metaInstant(timestamp), wholeFiles: false };
}

function takenBack({ revoke, timestamp }: WhatsappMessage, { account }: Around): ChannelEvent {
  if (!revoke) return UNREADABLE;
  const externalId = revoke.original_message_id;
  return { kind: 'deletion', channel: 'whatsapp', account, externalId, at: metaInstant(timestamp) };
}

/** Of ours, not answers: what a colleague changed, took back or reacted to in the app. */
const NO_ANSWERS: readonly string[] = ['edit', 'revoke', 'reaction', 'system'];

/** What a colleague wrote in the WhatsApp Business app. */
export function echoEvent(echo: WhatsappEcho, { account, contacts }: Around): ChannelEvent {
  if (NO_ANSWERS.includes(echo.type)) return { kind: 'ignored', why: 'own_message' };
  const { to, to_user_id: userId } = echo;
  const known = contacts.find((each) => to !== undefined && each.wa_id === to)?.user_id;
  const conversation = userId ?? known ?? to ?? null;
  if (!conversation) return UNREADABLE;
  return {
    kind: 'echo',
    channel: 'whatsapp',
    account,
    externalId: echo.id,
    conversation,
    addressedBy: 'whatsapp',
    inReplyTo: echo.context?.id ?? null,
    text: textOf(echo),
    files: filesOf(echo),
    sentAt: metaInstant(echo.timestamp),
    permalink: null,
    byProgram: false,
  };
}

/** Without an emoji it was taken back. */
function reactionOf(
  { reaction, timestamp }: WhatsappMessage,
  ...[author, { account }]: [Correspondent, Around]
): ChannelEvent {
  if (!reaction) return UNREADABLE;
  return {
    kind: 'reaction',
    channel: 'whatsapp',
    account,
    externalId: reaction.message_id,
    by: author.value,
    name: author.name,
    emoji: reaction.emoji || null,
    at: metaInstant(timestamp),
  };
}

/** The user id stands for the person (contracts 0.9); the number, where it is told, is theirs as well. */
function authorOf(message: WhatsappMessage, contacts: readonly WhatsappContact[]): Correspondent | null {
  const { from, from_user_id: userId } = message;
  const value = userId ?? from;
  if (!value) return null;
  const contact = contacts.find(
    (each) =>
      (userId !== undefined && each.user_id === userId) || (from !== undefined && each.wa_id === from),
  );
  const { name = '', username = '' } = contact?.profile ?? {};
  const number = from ? `+${from.replace(/^\+/, '')}` : '';
  return {
    kind: 'whatsapp',
    value,
    name,
    handle: number || (username ? `@${username}` : ''),
    locale: null,
    also: [
      ...(number ? [{ kind: 'phone' as const, value: number, label: '' }] : []),
      ...(userId && from ? [{ kind: 'whatsapp' as const, value: from, label: number }] : []),
    ],
  };
}

function renamed(message: WhatsappMessage, { account }: Around): ChannelEvent {
  const { system, from, from_user_id: userId, timestamp } = message;
  const before = system?.previous_user_id ?? (system?.type === 'user_changed_number' ? from : undefined);
  const after = system?.user_id ?? userId ?? system?.wa_id;
  if (!before || !after || before === after) return { kind: 'ignored', why: 'system' };
  const number = system?.wa_id ? `+${system.wa_id}` : '';
  return {
    kind: 'renamed',
    channel: 'whatsapp',
    account,
    identity: 'whatsapp',
    from: before,
    to: { kind: 'whatsapp', value: after, name: '', handle: number, locale: null, also: [] },
    data: { number: system?.wa_id ?? null, userId: system?.user_id ?? userId ?? null },
    at: metaInstant(timestamp),
  };
}
