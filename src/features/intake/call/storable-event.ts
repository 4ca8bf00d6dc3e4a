import type {
  ChannelEcho,
  ChannelEvent,
  ChannelMessage,
  ConversationData,
  Correspondent,
} from '@/domain/channel/conversation';

const TEXT_LIMIT = 100_000;
const LINE_LIMIT = 300;
/** An index cannot hold much more. */
const ID_LIMIT = 500;
const DETAIL_LIMIT = 500;
const EMOJI_LIMIT = 40;

/**
 * The event as PostgreSQL can hold it: no NUL, no half of a surrogate pair, nothing without end, and no instant that no clock
 * has shown. An event of which nothing is left to know it by is one that cannot be read.
 */
export function storableEvent(event: ChannelEvent): ChannelEvent {
  const stored = cleaned(event);
  return idsOf(stored).includes('') ? { kind: 'ignored', why: 'unreadable_item' } : stored;
}

function cleaned(event: ChannelEvent): ChannelEvent {
  switch (event.kind) {
    case 'ignored':
      return { ...event, why: cut(event.why, LINE_LIMIT) };
    case 'message':
      return { ...event, message: storableMessage(event.message) };
    case 'edit':
      return { ...event, message: storableMessage(event.message), at: instant(event.at) };
    case 'echo':
      return storableEcho(event);
    case 'reaction':
      return {
        ...event,
        ...originOf(event),
        externalId: cut(event.externalId, ID_LIMIT),
        by: cut(event.by, ID_LIMIT),
        name: cut(event.name, LINE_LIMIT).trim(),
        emoji: event.emoji === null ? null : cut(event.emoji, EMOJI_LIMIT) || null,
        at: instant(event.at),
      };
    case 'revoked':
      return { ...event, ...originOf(event), at: instant(event.at) };
    case 'seen':
      return {
        ...event,
        ...originOf(event),
        conversation: cut(event.conversation, ID_LIMIT),
        upTo: instant(event.upTo),
      };
    case 'reach':
      return {
        ...event,
        ...originOf(event),
        conversation: cut(event.conversation, ID_LIMIT),
        at: instant(event.at),
      };
    case 'renamed':
      return {
        ...event,
        ...originOf(event),
        from: cut(event.from, ID_LIMIT),
        to: correspondent(event.to),
        data: dataOf(event.data),
        at: instant(event.at),
      };
    case 'receipt':
    case 'deletion':
      return aboutMessage(event);
  }
}

function aboutMessage(event: Extract<ChannelEvent, { kind: 'receipt' | 'deletion' }>): ChannelEvent {
  const known = { ...originOf(event), externalId: cut(event.externalId, ID_LIMIT), at: instant(event.at) };
  if (event.kind === 'deletion') return { ...event, ...known };
  const { ours, code, detail } = event;
  return {
    ...event,
    ...known,
    ours: ours === null ? null : cut(ours, ID_LIMIT),
    code: cut(code, LINE_LIMIT),
    detail: cut(detail, DETAIL_LIMIT),
  };
}

function storableEcho(echo: ChannelEcho): ChannelEcho {
  const { conversation, inReplyTo, permalink } = echo;
  return {
    ...echo,
    ...originOf(echo),
    externalId: cut(echo.externalId, ID_LIMIT),
    conversation: conversation === null ? null : cut(conversation, ID_LIMIT),
    inReplyTo: inReplyTo === null ? null : cut(inReplyTo, ID_LIMIT),
    text: cut(echo.text, TEXT_LIMIT),
    files: echo.files.map((file) => ({ ...file, name: cut(file.name, LINE_LIMIT) || 'file' })),
    sentAt: instant(echo.sentAt),
    permalink: permalink === null || !isLink(permalink) ? null : cut(permalink, ID_LIMIT),
  };
}

/** By what an event is known: of whom, and of what. */
function idsOf(event: ChannelEvent): readonly string[] {
  switch (event.kind) {
    case 'message':
    case 'edit':
      return [event.message.externalId, event.message.conversation.key, event.message.author.value];
    case 'receipt':
    case 'deletion':
    case 'echo':
      return [event.externalId];
    case 'reaction':
      return [event.externalId, event.by];
    case 'seen':
    case 'reach':
      return [event.conversation];
    case 'renamed':
      return [event.from, event.to.value];
    default:
      return [];
  }
}

const originOf = ({ account }: Readonly<{ account: string | null }>) => ({
  account: account === null ? null : cut(account, ID_LIMIT),
});

/** A message as PostgreSQL can hold it. */
export function storableMessage(message: ChannelMessage): ChannelMessage {
  const { conversation, author, inReplyTo, permalink } = message;
  const key = cut(conversation.key, ID_LIMIT);
  return {
    ...message,
    ...originOf(message),
    externalId: cut(message.externalId, ID_LIMIT),
    conversation: { ...conversation, key, data: dataOf(conversation.data) },
    author: correspondent(author),
    text: cut(message.text, TEXT_LIMIT),
    sentAt: instant(message.sentAt),
    inReplyTo: inReplyTo === null ? null : cut(inReplyTo, ID_LIMIT),
    permalink: permalink === null || !isLink(permalink) ? null : cut(permalink, ID_LIMIT),
    files: message.files.map((file) => ({ ...file, name: cut(file.name, LINE_LIMIT) || 'file' })),
  };
}

function dataOf(data: ConversationData): ConversationData {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'string' ? cut(value, ID_LIMIT) : value,
  ]);
  return Object.fromEntries(entries);
}

function correspondent(author: Correspondent): Correspondent {
  const { value, name, handle, also } = author;
  return {
    ...author,
    value: cut(value, ID_LIMIT),
    name: cut(name, LINE_LIMIT).trim(),
    handle: cut(handle, LINE_LIMIT),
    also: also.map((each) => ({
      ...each,
      value: cut(each.value, ID_LIMIT),
      label: cut(each.label, LINE_LIMIT),
    })),
  };
}

/** Shown as a link, and therefore nothing but an address of the web. */
const isLink = (address: string) => /^https:\/\/[^\s"'<>]+$/.test(address);

const cut = (text: string, limit: number) =>
  text
    .replaceAll('\0', '')
    .slice(0, limit)
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** The end of the year 2200 in ms. */
const LAST = 7_289_654_400_000;

/** From 1970 to 2200. */
const instant = (at: Date): Date => new Date(Math.min(Math.max(at.getTime() || 0, 0), LAST));
