import type { Address, HeaderMap, InboundMessage } from '@/domain/channel/message';

/** RFC 5322 §2.1.1: a line has at most 998 characters, and so has an id; an index cannot hold much more. */
const LINE_LIMIT = 998;
const ADDRESS_LIMIT = 320;
const TEXT_LIMIT = 1_000_000;
const ID_LIMIT = 500;
const ADDRESSES_LIMIT = 1000;

/**
 * The mail as PostgreSQL can hold it: no NUL, no half of a surrogate pair, no addresses in capitals, and no field without
 * end. What is cut here stays whole in the stored source.
 */
export function storable(mail: InboundMessage): InboundMessage {
  return {
    ...mail,
    messageId: mail.messageId === null ? null : line(mail.messageId) || null,
    inReplyTo: mail.inReplyTo.slice(0, ID_LIMIT).map(line),
    references: mail.references.slice(-ID_LIMIT).map(line),
    reportedMessageId: mail.reportedMessageId === null ? null : line(mail.reportedMessageId),
    sender: mail.sender && addressOf(mail.sender),
    from: addresses(mail.from),
    replyTo: addresses(mail.replyTo),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    deliveredTo: mail.deliveredTo.map((address) => address.toLowerCase()),
    subject: line(mail.subject),
    text: cut(mail.text, TEXT_LIMIT),
    visibleText: cut(mail.visibleText, TEXT_LIMIT),
    html: mail.html === null ? null : cut(mail.html, TEXT_LIMIT * 2),
    headers: headersOf(mail.headers),
    files: mail.files.map((file) => ({
      ...file,
      name: cut(file.name, 255),
      contentId: file.contentId === null ? null : line(file.contentId),
    })),
  };
}

const cut = (text: string, limit: number) =>
  text
    .replaceAll('\0', '')
    .slice(0, limit)
    .replace(/\p{Surrogate}/gu, '\ufffd');

const line = (text: string) => cut(text, LINE_LIMIT);

const addressOf = ({ address, name }: Address): Address => ({
  address: cut(address, ADDRESS_LIMIT).toLowerCase(),
  name: name === null ? null : line(name),
});

const addresses = (list: readonly Address[]) => list.slice(0, ADDRESSES_LIMIT).map(addressOf);

function headersOf(headers: HeaderMap): HeaderMap {
  const entries = Object.entries(headers).map(([name, value]) => [
    line(name),
    typeof value === 'string' ? cut(value, TEXT_LIMIT) : value.map((each) => cut(each, TEXT_LIMIT)),
  ]);
  return Object.fromEntries(entries);
}
