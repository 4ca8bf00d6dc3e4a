import { z } from 'zod';
import type { ChannelEvent, ChannelMessage, RemoteFile } from '@/domain/channel/conversation';
import { metaInstant } from './meta-webhook';

const party = z.object({ id: z.string().min(1) });

const attachment = z.object({
  type: z.string().default('file'),
  payload: z.object({ url: z.string().optional(), title: z.string().optional() }).nullish(),
});

const written = z.object({
  mid: z.string().min(1),
  text: z.string().default(''),
  is_echo: z.boolean().optional(),
  is_deleted: z.boolean().optional(),
  is_unsupported: z.boolean().optional(),
  reply_to: z
    .object({ mid: z.string().optional(), story: z.object({ url: z.string().optional() }).optional() })
    .optional(),
  attachments: z.array(attachment).default([]),
});

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
  read: z.object({ mid: z.string().optional(), watermark: z.number().optional() }).optional(),
});
type MessagingEvent = z.output<typeof messagingEvent>;

type Way = Readonly<{ channel: 'messenger' | 'instagram'; account: string }>;

/** What private events say of messages, reports and changes; our own posts come back as echoes and are left alone. */
export function messagingEvents(raw: unknown, way: Way): ChannelEvent[] {
  const parsed = messagingEvent.safeParse(raw);
  if (!parsed.success) return [ignored('unreadable_item')];
  const event = parsed.data;
  if (event.message?.is_echo || event.sender.id === way.account) return [ignored('own_message')];
  if (event.message?.is_deleted) return [deletion(event, event.message.mid, way)];
  if (event.message || event.postback) return [{ kind: 'message', message: messageOf(event, way) }];
  if (event.message_edit) {
    return [
      { kind: 'edit', message: messageOf(event, way), at: metaInstant(event.timestamp), wholeFiles: false },
    ];
  }
  return reportsOf(event, way);
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function deletion({ timestamp }: MessagingEvent, ...[externalId, way]: [string, Way]): ChannelEvent {
  return { kind: 'deletion', ...way, externalId, at: metaInstant(timestamp) };
}

/** Messenger names the delivered messages, both name an instant up to which all was read. */
function reportsOf({ sender, delivery, read, timestamp }: MessagingEvent, way: Way): ChannelEvent[] {
  const at = metaInstant(timestamp);
  const delivered = (delivery?.mids ?? []).map(
    (externalId): ChannelEvent => ({ ...NOTHING_WRONG, ...way, externalId, state: 'delivered', at }),
  );
  const seen: ChannelEvent[] = read?.watermark
    ? [{ kind: 'seen', ...way, conversation: sender.id, state: 'read', upTo: metaInstant(read.watermark) }]
    : [];
  const one: ChannelEvent[] = read?.mid
    ? [{ ...NOTHING_WRONG, ...way, externalId: read.mid, state: 'read', at }]
    : [];
  const all = [...delivered, ...seen, ...one];
  return all.length > 0 ? all : [ignored('other_event')];
}

const NOTHING_WRONG = { kind: 'receipt', ours: null, code: '', detail: '' } as const;

function messageOf(event: MessagingEvent, { channel, account }: Way): ChannelMessage {
  const { sender, message, message_edit: edit, postback, timestamp } = event;
  const mid = message?.mid ?? edit?.mid ?? postback?.mid ?? `${sender.id}/${timestamp}`;
  const story = message?.reply_to?.story?.url ?? '';
  return {
    channel,
    account,
    externalId: mid,
    conversation: { key: sender.id, isPublic: false, data: {} },
    author: { kind: channel, value: sender.id, name: '', handle: '', locale: null, also: [] },
    text: [message?.text, edit?.text, postback?.title, story].filter(Boolean).join('\n'),
    files: (message?.attachments ?? []).flatMap(fileOf),
    sentAt: metaInstant(timestamp),
    inReplyTo: message?.reply_to?.mid ?? null,
    permalink: null,
  };
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  image: ['picture.jpg', 'image/jpeg'],
  video: ['film.mp4', 'video/mp4'],
  reel: ['reel.mp4', 'video/mp4'],
  ig_reel: ['reel.mp4', 'video/mp4'],
  audio: ['sound.mp4', 'audio/mp4'],
  sticker: ['sticker.png', 'image/png'],
};

/** Addresses of files run out: they are fetched as soon as the event is read. */
function fileOf({ type, payload }: z.output<typeof attachment>): RemoteFile[] {
  if (!payload?.url) return [];
  const [name, claimedType] = TYPES[type] ?? [payload.title || type, 'application/octet-stream'];
  return [{ name, claimedType, url: payload.url, ref: null, size: null }];
}
