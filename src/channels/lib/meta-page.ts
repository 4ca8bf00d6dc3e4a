import { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import type { ChannelEvent } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';
import { messagingEvents } from './meta-messaging';
import { metaInstant } from './meta-webhook';
import { readJson } from './read-json';

const payload = z.object({
  object: z.literal('page'),
  entry: z.array(
    z.object({
      id: z.string(),
      messaging: z.array(z.unknown()).default([]),
      changes: z.array(z.object({ field: z.string(), value: z.unknown().optional() })).default([]),
    }),
  ),
});

/** What Meta brings of a page: private messages for Messenger, comments for Facebook, of several pages in one call. */
export function readPage({ bytes }: RawInboundBytes): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(payload, bytes);
  if (!parsed.ok) return parsed;
  const events = parsed.value.entry.flatMap(({ id, messaging, changes }) => [
    ...messaging.flatMap((raw) => messagingEvents(raw, { channel: 'messenger', account: id })),
    ...changes.map(({ field, value }) =>
      field === 'feed' ? commentEvent(value, id) : ignored(`field_${field}`.slice(0, 60)),
    ),
  ]);
  return ok(events);
}

const comment = z.object({
  item: z.string(),
  verb: z.string(),
  comment_id: z.string().min(1).optional(),
  post_id: z.string().default(''),
  parent_id: z.string().default(''),
  from: z.object({ id: z.string().min(1), name: z.string().default('') }).optional(),
  message: z.string().default(''),
  photo: z.string().optional(),
  created_time: z.union([z.number(), z.string()]).default(0),
  post: z.object({ permalink_url: z.string().optional() }).optional(),
});

type Comment = z.output<typeof comment> & Readonly<{ comment_id: string }>;

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function commentEvent(raw: unknown, page: string): ChannelEvent {
  const parsed = comment.safeParse(raw);
  if (!parsed.success) return ignored('unreadable_item');
  const { item, verb, from, comment_id: id, created_time: time } = parsed.data;
  if (item !== 'comment' || id === undefined) return ignored(`item_${item}`.slice(0, 60));
  if (from?.id === page) return ignored('own_message');
  const origin = { channel: 'facebook', account: page } as const;
  if (verb === 'remove') return { kind: 'deletion', ...origin, externalId: id, at: metaInstant(time) };
  if (!from || !['add', 'edited'].includes(verb)) return ignored(`verb_${verb}`.slice(0, 60));
  const message = messageOf({ ...parsed.data, comment_id: id }, page);
  return verb === 'edited'
    ? { kind: 'edit', message, at: metaInstant(time), wholeFiles: true }
    : { kind: 'message', message };
}

/** A thread is a comment with what is said below it; a comment right below the post begins one. */
function messageOf(value: Comment, page: string) {
  const {
    comment_id: id,
    parent_id: parent,
    post_id: post,
    from,
    message,
    photo,
    created_time: time,
  } = value;
  const isRoot = parent === '' || parent === post;
  const root = isRoot ? id : parent;
  return {
    channel: 'facebook',
    account: page,
    externalId: id,
    conversation: { key: root, isPublic: true, data: { commentId: id, rootId: root, postId: post } },
    author: {
      kind: 'facebook',
      value: from?.id ?? '',
      name: from?.name ?? '',
      handle: from?.name ?? '',
      locale: null,
      also: [],
    },
    text: message,
    files: photo
      ? [{ name: 'picture.jpg', claimedType: 'image/jpeg', url: photo, ref: null, size: null }]
      : [],
    sentAt: metaInstant(time),
    inReplyTo: isRoot ? null : parent,
    permalink: value.post?.permalink_url ?? null,
  } as const;
}
