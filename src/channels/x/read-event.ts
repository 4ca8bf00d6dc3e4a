import type { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { readJson, unreadable } from '@/channels/lib/read-json';
import type { ChannelEvent, ChannelMessage, Correspondent } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';
import type { XConfig } from './config';
import { direct, envelope, post, type XDirect, type XEvent, type XPost, type XUser } from './payload';

type Read = Result<readonly ChannelEvent[], Unreadable>;

/** What one event says: a mention, an answer to us, or a direct message. */
export function readEvent({ bytes }: RawInboundBytes, config: XConfig): Read {
  const parsed = readJson(envelope, bytes);
  if (!parsed.ok) return parsed;
  const event = parsed.value.data;
  const type = event.event_type;
  if (type === 'post.mention.create' || type === 'post.reply.create') return readPost(event, config);
  if (type === 'dm.received') return readDirect(event, config);
  return ok([ignored(`type_${type}`.slice(0, 60))]);
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function readPost(event: XEvent, config: XConfig): Read {
  const parsed = post.safeParse(event.payload);
  if (!parsed.success) return unreadable(`payload.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const written = parsed.data;
  if (written.author_id === config.userId) return ok([ignored('own_message')]);
  const author = (event.includes?.users ?? []).find(({ id }) => id === written.author_id);
  return ok([{ kind: 'message', message: postMessage(written, author, { event, config }) }]);
}

type Around = Readonly<{ event: XEvent; config: XConfig }>;

/** X lets an app answer only who mentioned or quoted it: whether they did is kept with the thread. */
function isSummoned(written: XPost, { event, config }: Around): boolean {
  if (event.event_type === 'post.mention.create') return true;
  const mentions = written.entities?.mentions ?? [];
  const ownName = config.username.toLowerCase();
  return (
    mentions.some(
      ({ id, username }) => id === config.userId || (ownName !== '' && username.toLowerCase() === ownName),
    ) || written.referenced_tweets.some(({ type }) => type === 'quoted')
  );
}

function postMessage(written: XPost, author: XUser | undefined, around: Around): ChannelMessage {
  const { id, author_id: authorId, conversation_id: thread = id, text, created_at: at } = written;
  const answered = written.referenced_tweets.find(({ type }) => type === 'replied_to')?.id ?? null;
  const person = personOf(authorId, author);
  return {
    channel: 'x',
    account: null,
    externalId: id,
    conversation: {
      key: `post:${thread}:${authorId}`,
      isPublic: true,
      data: { summoned: isSummoned(written, around) },
    },
    author: person,
    text,
    files: [],
    sentAt: new Date(Date.parse(at ?? '') || 0),
    inReplyTo: answered,
    permalink: linkOf(id, author?.username ?? ''),
  };
}

/** Where a post can be seen; null for names and ids that X does not give. */
function linkOf(id: string, username: string): string | null {
  if (!/^\d{1,25}$/.test(id)) return null;
  return `https://x.com/${/^\w{1,30}$/.test(username) ? username : 'i'}/status/${id}`;
}

function personOf(value: string, user: Partial<XUser> | undefined): Correspondent {
  const { name = '', username = '' } = user ?? {};
  return { kind: 'x', value, name, handle: username ? `@${username}` : '', locale: null, also: [] };
}

function readDirect(event: XEvent, config: XConfig): Read {
  const parsed = direct.safeParse(event.payload);
  if (!parsed.success) return unreadable(`payload.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { direct_message_events: messages, users } = parsed.data;
  return ok(messages.map((each) => directEvent(each, users, config)));
}

type People = z.output<typeof direct>['users'];

function directEvent(each: XDirect, ...[users, config]: [People, XConfig]): ChannelEvent {
  const { id, message_create: made, created_timestamp: at } = each;
  if (!made) return ignored(`direct_${each.type}`.slice(0, 60));
  const { sender_id: sender, message_data: words } = made;
  if (sender === config.userId) return ignored('own_message');
  const known = users[sender];
  const person = known && 'data' in known ? known.data : known;
  return {
    kind: 'message',
    message: {
      channel: 'x',
      account: null,
      externalId: id,
      conversation: { key: `dm:${sender}`, isPublic: false, data: { participant: sender } },
      author: personOf(sender, person as Partial<XUser> | undefined),
      text: words.text,
      files: [],
      sentAt: new Date(Number(at) || 0),
      inReplyTo: null,
      permalink: null,
    },
  };
}
