import { metaInstant } from '@/channels/lib/meta-webhook';
import type { ChannelEvent, Correspondent } from '@/domain/channel/conversation';
import { filesOf, textOf, unshownOf } from './content';
import type { WhatsappContact, WhatsappMessage } from './payload';

type Around = Readonly<{ account: string | null; contacts: readonly WhatsappContact[] }>;

/** What one message says; that somebody has another id is said in a message of type `system`. */
export function messageEvent(message: WhatsappMessage, around: Around): ChannelEvent {
  if (message.type === 'system') return renamed(message, around);
  if (message.type === 'request_welcome') return { kind: 'ignored', why: message.type };
  const author = authorOf(message, around.contacts);
  if (!author) return { kind: 'ignored', why: 'unreadable_item' };
  if (message.type === 'reaction') return reactionOf(message, author, around);
  return {
    kind: 'message',
    message: {
      channel: 'whatsapp',
      account: around.account,
      externalId: message.id,
      conversation: {
        key: author.value,
        isPublic: false,
        data: { number: message.from ?? null, userId: message.from_user_id ?? null },
      },
      author,
      text: textOf(message),
      files: filesOf(message),
      sentAt: metaInstant(message.timestamp),
      inReplyTo: message.context?.id ?? null,
      permalink: null,
      unshown: unshownOf(message),
    },
  };
}

/** Without an emoji it was taken back. */
function reactionOf(
  { reaction, timestamp }: WhatsappMessage,
  ...[author, { account }]: [Correspondent, Around]
): ChannelEvent {
  if (!reaction) return { kind: 'ignored', why: 'unreadable_item' };
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
