import { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { namelessWriter } from '@/channels/lib/meta-look-up';
import { messagingEvents } from '@/channels/lib/meta-messaging';
import { metaInstant } from '@/channels/lib/meta-webhook';
import { readJson } from '@/channels/lib/read-json';
import type { ChannelEvent } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';

const change = { field: z.string().optional(), value: z.unknown().optional() };

/** `field` and `value` stand in the entry itself or in `changes`, by the kind of sign-in (contracts D.1): both are read. */
const payload = z.object({
  object: z.literal('instagram'),
  entry: z.array(
    z.object({
      id: z.string(),
      time: z.number().default(0),
      messaging: z.array(z.unknown()).default([]),
      changes: z.array(z.unknown()).default([]),
      ...change,
    }),
  ),
});

type Entry = z.output<typeof payload>['entry'][number];

/** What Meta brings of Instagram accounts: private messages, and comments below their pictures. */
export function readInstagram({ bytes }: RawInboundBytes): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(payload, bytes);
  return parsed.ok ? ok(parsed.value.entry.flatMap(eventsOf)) : parsed;
}

function eventsOf(entry: Entry): ChannelEvent[] {
  const { id, messaging, changes, field, value } = entry;
  const all = field === undefined ? changes : [...changes, { field, value }];
  return [
    ...messaging.flatMap((raw) => messagingEvents(raw, { channel: 'instagram', account: id })),
    ...all.map((each) => {
      const told = z.object(change).safeParse(each);
      return told.success ? changeEvent(told.data, entry) : ignored('unreadable_item');
    }),
  ];
}

function changeEvent(
  { field = '', value }: Readonly<{ field?: string | undefined; value?: unknown }>,
  entry: Entry,
): ChannelEvent {
  if (field === 'comments' || field === 'live_comments') return commentEvent(value, entry);
  if (field === 'mentions') return mentionEvent(value, entry);
  return ignored(`field_${field}`.slice(0, 60));
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

const comment = z.object({
  id: z.string().min(1),
  text: z.string().default(''),
  parent_id: z.string().optional(),
  from: z.object({
    id: z.string().min(1),
    username: z.string().default(''),
    self_ig_scoped_id: z.string().optional(),
  }),
  media: z.object({ id: z.string() }).optional(),
});

function commentEvent(raw: unknown, { id: account, time }: Entry): ChannelEvent {
  const parsed = comment.safeParse(raw);
  if (!parsed.success) return ignored('unreadable_item');
  const { id, text, parent_id: parent, from, media } = parsed.data;
  if (from.id === account || from.self_ig_scoped_id === account)
    return ownComment(parsed.data, { account, time });
  const root = parent ?? id;
  const handle = from.username ? `@${from.username}` : '';
  return {
    kind: 'message',
    message: {
      channel: 'instagram',
      account,
      externalId: id,
      conversation: {
        key: `comment:${root}`,
        isPublic: true,
        data: { commentId: id, rootId: root, mediaId: media?.id ?? null },
      },
      author: { kind: 'instagram', value: from.id, name: from.username, handle, locale: null, also: [] },
      text,
      files: [],
      sentAt: metaInstant(time),
      inReplyTo: parent ?? null,
      permalink: null,
    },
  };
}

/** What was written as the account, here or on Instagram itself: an answer where it stands below a comment. */
function ownComment(
  { id, text, parent_id: parent }: z.output<typeof comment>,
  { account, time }: Readonly<{ account: string; time: number }>,
): ChannelEvent {
  if (parent === undefined) return ignored('own_message');
  return {
    kind: 'echo',
    channel: 'instagram',
    account,
    externalId: id,
    conversation: null,
    inReplyTo: parent,
    text,
    files: [],
    sentAt: metaInstant(time),
    permalink: null,
    byProgram: false,
  };
}

const mention = z.object({ media_id: z.string().min(1), comment_id: z.string().min(1).optional() });

/** Somebody named the account below a picture of others, or in its caption: what they wrote has to be asked for. */
function mentionEvent(raw: unknown, { id: account, time }: Entry): ChannelEvent {
  const parsed = mention.safeParse(raw);
  if (!parsed.success) return ignored('unreadable_item');
  const { media_id: mediaId, comment_id: commentId } = parsed.data;
  const id = commentId ?? mediaId;
  const author = { kind: 'instagram', value: namelessWriter(id), name: '', handle: '' } as const;
  return {
    kind: 'message',
    message: {
      channel: 'instagram',
      account,
      externalId: id,
      conversation: {
        key: `${commentId ? 'comment' : 'media'}:${id}`,
        isPublic: true,
        data: { mention: true, mediaId, commentId: commentId ?? null },
      },
      author: { ...author, locale: null, also: [] },
      text: '',
      files: [],
      sentAt: metaInstant(time),
      inReplyTo: null,
      permalink: null,
      unshown: ['mention'],
    },
  };
}
