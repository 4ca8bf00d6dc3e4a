import type { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { readJson, unreadable } from '@/channels/lib/read-json';
import type { ChannelEvent, ChannelMessage, Correspondent, RemoteFile } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';
import type { XConfig } from './config';
import { fileOf } from './media';
import {
  direct,
  encrypted,
  envelope,
  fetchedDirect,
  post,
  reads,
  type XDirect,
  type XEvent,
  type XPost,
  type XUser,
} from './payload';
import { FETCHED_DIRECT } from './poll-directs';

type Read = Result<readonly ChannelEvent[], Unreadable>;

/** What one event says: a mention, an answer to us, a direct message or that ours were read, or that we may do so no more. */
export function readEvent({ bytes }: RawInboundBytes, config: XConfig): Read {
  const parsed = readJson(envelope, bytes);
  if (!parsed.ok) return parsed;
  const event = parsed.value.data;
  const type = event.event_type;
  if (type === 'post.mention.create' || type === 'post.reply.create') return readPost(event, config);
  if (type === 'dm.received' || type === 'dm.sent') return readDirect(event, config);
  if (type === FETCHED_DIRECT) return readFetched(event, config);
  if (type === 'dm.read') return readReads(event, config);
  if (type === 'chat.received') return readEncrypted(event, config);
  if (type === 'oauth.revoke') return ok([{ kind: 'revoked', ...OWN, at: new Date(0) }]);
  return ok([ignored(`type_${type}`.slice(0, 60))]);
}

const OWN = { channel: 'x', account: null } as const;

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function readPost(event: XEvent, config: XConfig): Read {
  const parsed = post.safeParse(event.payload);
  if (!parsed.success) return unreadable(`payload.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const written = parsed.data;
  if (written.author_id === config.userId) return ok([ownPost(written, event)]);
  const author = (event.includes?.users ?? []).find(({ id }) => id === written.author_id);
  return ok([{ kind: 'message', message: postMessage(written, author, { event, config }) }]);
}

/** What was posted as the account, here or on X itself: an answer where it answers something. */
function ownPost(written: XPost, event: XEvent): ChannelEvent {
  const { id, text, created_at: at, referenced_tweets: others } = written;
  const answered = others.find(({ type }) => type === 'replied_to')?.id;
  if (answered === undefined) return ignored('own_message');
  return {
    kind: 'echo',
    ...OWN,
    externalId: id,
    conversation: null,
    inReplyTo: answered,
    text,
    files: mediaOf(written, event),
    sentAt: new Date(Date.parse(at ?? '') || 0),
    permalink: linkOf(id, ''),
    byProgram: false,
  };
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
    files: mediaOf(written, around.event),
    sentAt: new Date(Date.parse(at ?? '') || 0),
    inReplyTo: answered,
    permalink: linkOf(id, author?.username ?? ''),
  };
}

/** The pictures and films of a post, which X puts beside it. */
function mediaOf({ attachments }: Pick<XPost, 'attachments'>, { includes }: XEvent): RemoteFile[] {
  const keys = attachments?.media_keys ?? [];
  return (includes?.media ?? []).filter(({ media_key: key }) => keys.includes(key)).map(fileOf);
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
  const { sender_id: sender, message_data: words, target } = made;
  const known = users[sender];
  const person = known && 'data' in known ? known.data : known;
  const said = {
    id,
    sender,
    recipient: target.recipient_id,
    person: person as Partial<XUser> | undefined,
    text: words.text,
    files: words.attachment?.media ? [fileOf(words.attachment.media)] : [],
    // Posts that are passed on come as their address; anything else can be seen on X only.
    isWhole: !words.attachment || words.attachment.media !== undefined,
    at: instantOf(at),
  };
  return directSaid(said, config);
}

/** A direct message that was fetched, since its call may have been lost; in a conversation of several nobody is answered. */
function readFetched(event: XEvent, config: XConfig): Read {
  const parsed = fetchedDirect.safeParse(event.payload);
  if (!parsed.success) return unreadable(`payload.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { id, event_type: type, sender_id: sender, text, created_at: at, attachments } = parsed.data;
  if (type !== 'MessageCreate') return ok([ignored(`direct_${type}`.slice(0, 60))]);
  const people = parsed.data.dm_conversation_id.split('-');
  const files = mediaOf({ attachments }, event);
  const said = {
    id,
    sender,
    recipient: people.length === 2 ? (people.find((each) => each !== sender) ?? null) : null,
    person: (event.includes?.users ?? []).find((each) => each.id === sender),
    text,
    files,
    isWhole: (attachments?.media_keys.length ?? 0) === files.length,
    at: new Date(Date.parse(at) || 0),
  };
  return ok([directSaid(said, config)]);
}

type DirectSaid = Readonly<{
  id: string;
  sender: string;
  /** Null where there are several. */
  recipient: string | null;
  person: Partial<XUser> | undefined;
  text: string;
  files: readonly RemoteFile[];
  isWhole: boolean;
  at: Date;
}>;

/** What somebody sent to the account in private, or was sent as the account, here or on X itself. */
function directSaid(said: DirectSaid, { userId }: XConfig): ChannelEvent {
  const { id: externalId, sender, recipient, person, text, files, isWhole, at: sentAt } = said;
  const written = { externalId, text, files, sentAt, inReplyTo: null, permalink: null };
  if (sender === userId) {
    if (recipient === null) return ignored('own_message');
    return { kind: 'echo', ...OWN, ...written, conversation: `dm:${recipient}`, byProgram: false };
  }
  return {
    kind: 'message',
    message: {
      ...OWN,
      ...written,
      conversation: { key: `dm:${sender}`, isPublic: false, data: { participant: sender } },
      author: personOf(sender, person),
      ...(!isWhole && { unshown: ['unsupported'] }),
    },
  };
}

/** The customer has read our direct messages up to an instant. */
function readReads(event: XEvent, config: XConfig): Read {
  const parsed = reads.safeParse(event.payload);
  if (!parsed.success) return unreadable(`payload.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  return ok(
    parsed.data.direct_message_mark_read_events.map(({ sender_id: reader, created_timestamp: at }) =>
      reader === config.userId
        ? ignored('own_message')
        : { kind: 'seen', ...OWN, conversation: `dm:${reader}`, state: 'read', upTo: instantOf(at) },
    ),
  );
}

/** A message that only X itself can show: that it came is known, and why it cannot be answered here. */
function readEncrypted(event: XEvent, config: XConfig): Read {
  const parsed = encrypted.safeParse(event.payload);
  if (!parsed.success) return unreadable(`payload.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { id, sender_id: sender, conversation_id: conversation, created_at_msec: at } = parsed.data;
  if (sender === config.userId) return ok([ignored('own_message')]);
  const author = (event.includes?.users ?? []).find((each) => each.id === sender);
  const message: ChannelMessage = {
    ...OWN,
    externalId: id,
    conversation: { key: `chat:${conversation}`, isPublic: false, data: { encrypted: true } },
    author: personOf(sender, author),
    text: '',
    files: [],
    sentAt: instantOf(at),
    inReplyTo: null,
    permalink: 'https://x.com/messages',
    unshown: ['encrypted'],
  };
  return ok([{ kind: 'message', message }]);
}

/** Milliseconds as X gives them, as a number or a text; the beginning of time for what is none. */
function instantOf(at: string | number): Date {
  const date = new Date(Number(at) || 0);
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}
