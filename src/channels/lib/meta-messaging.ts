import { z } from 'zod';
import type { ChannelEvent, ChannelMessage } from '@/domain/channel/conversation';
import { entryOf } from '@/domain/shared/entry-of';
import { contentOf, written } from './meta-content';
import { metaInstant } from './meta-webhook';

/** `emoji` is left out for kinds that have a name only. */
const reaction = z.object({
  mid: z.string().min(1),
  action: z.string().default('react'),
  reaction: z.string().default(''),
  emoji: z.string().default(''),
});

const party = z.object({ id: z.string().min(1) });

/** One private event of Messenger or Instagram (contracts D.1). */
const messagingEvent = z.object({
  sender: party,
  recipient: party,
  timestamp: z.number().default(0),
  message: written.optional(),
  message_edit: z
    .object({ mid: z.string().min(1), text: z.string().default(''), num_edit: z.number().optional() })
    .optional(),
  postback: z
    .object({ mid: z.string().optional(), title: z.string().default(''), payload: z.string().default('') })
    .optional(),
  delivery: z.object({ mids: z.array(z.string()).default([]), watermark: z.number().optional() }).optional(),
  reaction: reaction.optional(),
  read: z.object({ mid: z.string().optional(), watermark: z.number().optional() }).optional(),
});
type MessagingEvent = z.output<typeof messagingEvent>;

type Way = Readonly<{ channel: 'messenger' | 'instagram'; account: string }>;

/** What private events say of messages, reports and changes; what was written for the account comes back as an echo. */
export function messagingEvents(raw: unknown, way: Way): ChannelEvent[] {
  const parsed = messagingEvent.safeParse(raw);
  if (!parsed.success) return [ignored('unreadable_item')];
  const event = parsed.data;
  if (event.message?.is_echo || event.sender.id === way.account) return [echoOf(event, way)];
  if (event.message?.is_deleted) return [deletion(event, event.message.mid, way)];
  if (event.message || event.postback) return [{ kind: 'message', message: messageOf(event, way) }];
  if (event.reaction) return [reactionOf(event, event.reaction, way)];
  if (event.message_edit) {
    return [
      { kind: 'edit', message: messageOf(event, way), at: metaInstant(event.timestamp), wholeFiles: false },
    ];
  }
  return reportsOf(event, way);
}

/** The inbox of a page, where people write; any other app is a program. */
const PAGE_INBOX = '263902037430900';

function echoOf({ message, recipient, timestamp }: MessagingEvent, way: Way): ChannelEvent {
  if (!message || message.is_deleted || recipient.id === way.account) return ignored('own_message');
  const content = contentOf(message);
  const app = message.app_id === undefined ? PAGE_INBOX : String(message.app_id);
  return {
    kind: 'echo',
    ...way,
    externalId: message.mid,
    conversation: recipient.id,
    inReplyTo: message.reply_to?.mid ?? null,
    text: [message.text, ...content.words].filter(Boolean).join('\n'),
    files: content.files,
    sentAt: metaInstant(timestamp),
    permalink: null,
    // Instagram names itself as the app of what people write in it.
    byProgram: way.channel === 'messenger' && app !== PAGE_INBOX,
  };
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

const NAMED: Readonly<Record<string, string>> = {
  love: '❤️',
  like: '👍',
  dislike: '👎',
  smile: '😆',
  laugh: '😆',
  sad: '😢',
  wow: '😮',
  angry: '😠',
};

function reactionOf(
  { sender, timestamp }: MessagingEvent,
  ...[{ mid, action, emoji, reaction: name }, way]: [z.output<typeof reaction>, Way]
): ChannelEvent {
  const shown = emoji || entryOf(NAMED, name) || '👍';
  return {
    kind: 'reaction',
    ...way,
    externalId: mid,
    by: sender.id,
    name: '',
    emoji: action === 'unreact' ? null : shown,
    at: metaInstant(timestamp),
  };
}

function deletion({ timestamp }: MessagingEvent, ...[externalId, way]: [string, Way]): ChannelEvent {
  return { kind: 'deletion', ...way, externalId, at: metaInstant(timestamp) };
}

/** Messenger names the delivered messages, both name an instant up to which all was read. */
function reportsOf({ sender, delivery, read, timestamp }: MessagingEvent, way: Way): ChannelEvent[] {
  const at = metaInstant(timestamp);
  const delivered = (delivery?.mids ?? []).map(
    (externalId): ChannelEvent => ({ ...NOTHING_WRONG, ...way, externalId, state: 'delivered', at }),
  );
  const seen = [
    ...upTo('delivered', delivery?.watermark, { sender, way }),
    ...upTo('read', read?.watermark, { sender, way }),
  ];
  const one: ChannelEvent[] = read?.mid
    ? [{ ...NOTHING_WRONG, ...way, externalId: read.mid, state: 'read', at }]
    : [];
  const all = [...delivered, ...seen, ...one];
  return all.length > 0 ? all : [ignored('other_event')];
}

type Place = Readonly<{ sender: MessagingEvent['sender']; way: Way }>;

const upTo = (
  state: 'delivered' | 'read',
  ...[watermark, { sender, way }]: [number | undefined, Place]
): ChannelEvent[] =>
  watermark ? [{ kind: 'seen', ...way, conversation: sender.id, state, upTo: metaInstant(watermark) }] : [];

const NOTHING_WRONG = { kind: 'receipt', ours: null, code: '', detail: '' } as const;

function messageOf(event: MessagingEvent, { channel, account }: Way): ChannelMessage {
  const { sender, message, message_edit: edit, postback, timestamp } = event;
  const mid = message?.mid ?? edit?.mid ?? postback?.mid ?? `${sender.id}/${timestamp}`;
  const content = contentOf(message);
  return {
    channel,
    account,
    externalId: mid,
    conversation: { key: sender.id, isPublic: false, data: {} },
    author: { kind: channel, value: sender.id, name: '', handle: '', locale: null, also: [] },
    text: [message?.text, edit?.text, postback?.title, ...content.words].filter(Boolean).join('\n'),
    files: content.files,
    sentAt: metaInstant(timestamp),
    inReplyTo: message?.reply_to?.mid ?? null,
    permalink: message?.reply_to?.story?.url ?? null,
    unshown: content.unshown,
  };
}
