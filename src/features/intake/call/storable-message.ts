import type { ChannelMessage, Correspondent } from '@/domain/channel/conversation';

const TEXT_LIMIT = 100_000;
const LINE_LIMIT = 300;
/** An index cannot hold much more. */
const ID_LIMIT = 500;

/** The message as PostgreSQL can hold it: no NUL, no half of a surrogate pair, nothing without end. */
export function storableMessage(message: ChannelMessage): ChannelMessage {
  const { conversation, author, inReplyTo, permalink } = message;
  return {
    ...message,
    externalId: cut(message.externalId, ID_LIMIT),
    conversation: { ...conversation, key: cut(conversation.key, ID_LIMIT) },
    author: correspondent(author),
    text: cut(message.text, TEXT_LIMIT),
    inReplyTo: inReplyTo === null ? null : cut(inReplyTo, ID_LIMIT),
    permalink: permalink === null || !isLink(permalink) ? null : cut(permalink, ID_LIMIT),
    files: message.files.map((file) => ({ ...file, name: cut(file.name, LINE_LIMIT) || 'file' })),
  };
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
