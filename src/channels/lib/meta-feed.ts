import { z } from 'zod';
import type { ChannelEvent, ChannelMessage, Correspondent, RemoteFile } from '@/domain/channel/conversation';
import { namelessWriter } from './meta-look-up';
import { metaInstant } from './meta-webhook';

const writer = z.object({ id: z.string().min(1), name: z.string().default('') });

/** A change of a page's feed, or a mention of the page elsewhere (contracts D.1; Page webhooks, "feed" and "mention"). */
const change = z.object({
  item: z.string(),
  verb: z.string(),
  comment_id: z.string().min(1).optional(),
  post_id: z.string().default(''),
  parent_id: z.string().default(''),
  from: writer.optional(),
  sender_id: z.string().min(1).optional(),
  sender_name: z.string().default(''),
  message: z.string().default(''),
  photo: z.string().optional(),
  photos: z.array(z.string()).default([]),
  link: z.string().optional(),
  created_time: z.union([z.number(), z.string()]).default(0),
  post: z.object({ permalink_url: z.string().optional() }).optional(),
});
type Change = z.output<typeof change>;

type Place = Readonly<{ page: string; field: 'feed' | 'mention' }>;

/** What people post themselves; likes, reactions and shares are no words to us. */
const POSTS = ['post', 'status', 'photo', 'video'];

/** What one change says: somebody commented, posted on the page or mentioned it, changed that, or took it back. */
export function feedEvent(raw: unknown, place: Place): ChannelEvent {
  const parsed = change.safeParse(raw);
  if (!parsed.success) return ignored('unreadable_item');
  const { item, verb, created_time: time } = parsed.data;
  const id = idOf(parsed.data);
  if (!id) return ignored(`item_${item}`);
  const { page } = place;
  const from = writerOf(parsed.data);
  const at = metaInstant(time);
  if (from?.id === page) return ownComment(parsed.data, { page, id, at });
  if (verb === 'remove') return { kind: 'deletion', channel: 'facebook', account: page, externalId: id, at };
  const message = messageOf(parsed.data, { ...place, id, from });
  if (verb === 'add') return { kind: 'message', message };
  return verb === 'edited' ? { kind: 'edit', message, at, wholeFiles: true } : ignored(`verb_${verb}`);
}

/** What was written as the page, here or on Facebook itself: an answer where it stands below something. */
function ownComment(
  { item, verb, parent_id: parent, message: text, post, ...value }: Change,
  { page, id, at }: Readonly<{ page: string; id: string; at: Date }>,
): ChannelEvent {
  if (item !== 'comment' || verb !== 'add' || parent === '') return ignored('own_message');
  return {
    kind: 'echo',
    channel: 'facebook',
    account: page,
    externalId: id,
    conversation: null,
    inReplyTo: parent,
    text,
    files: filesOf({ item, verb, parent_id: parent, message: text, post, ...value }),
    sentAt: at,
    permalink: post?.permalink_url ?? null,
    byProgram: false,
  };
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why: why.slice(0, 60) });

function idOf({ item, comment_id: comment, post_id: post }: Change): string | undefined {
  if (item === 'comment') return comment;
  return POSTS.includes(item) && post !== '' ? post : undefined;
}

type Writer = z.output<typeof writer>;

const writerOf = ({ from, sender_id: id, sender_name: name }: Change): Writer | null =>
  from ?? (id === undefined ? null : { id, name });

type Around = Place & Readonly<{ id: string; from: Writer | null }>;

/**
 * A thread is a comment with what is said below it, or a post of somebody else's; a comment right below a post begins a thread
 * unless that post is a thread here.
 */
function messageOf(value: Change, { page, field, id, from }: Around): ChannelMessage {
  const { item, parent_id: parent, post_id: post, message, created_time: time } = value;
  const isComment = item === 'comment';
  const isRoot = !isComment || parent === '' || parent === post;
  const root = isRoot ? id : parent;
  const isMention = field === 'mention';
  return {
    channel: 'facebook',
    account: page,
    externalId: id,
    conversation: {
      key: root,
      isPublic: true,
      data: {
        commentId: isComment ? id : null,
        rootId: root,
        postId: post,
        ...(isMention && { mention: true }),
      },
    },
    author: authorOf(id, from),
    text: message,
    files: filesOf(value),
    sentAt: metaInstant(time),
    inReplyTo: isRoot ? (isComment && post) || null : parent,
    permalink: value.post?.permalink_url ?? null,
    ...(isMention && message === '' && { unshown: ['mention'] }),
  };
}

function authorOf(id: string, from: Writer | null): Correspondent {
  const { id: value, name } = from ?? { id: namelessWriter(id), name: '' };
  return { kind: 'facebook', value, name, handle: name, locale: null, also: [] };
}

/** Of a picture or film that is posted by itself, `link` is its address; of words it is what they point to. */
function filesOf({ item, photo, photos, link }: Change): RemoteFile[] {
  const isFilm = item === 'video';
  const own = isFilm || item === 'photo' ? link : undefined;
  const all = [...new Set([photo, own, ...photos].filter((url) => url !== undefined))];
  const [name, claimedType] = isFilm ? ['film.mp4', 'video/mp4'] : ['picture.jpg', 'image/jpeg'];
  return all.map((url) => ({ name, claimedType, url, ref: null, size: null }));
}
