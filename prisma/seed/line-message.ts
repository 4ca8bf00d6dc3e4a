import { visibleText } from '@/channels/lib/reply-text';
import type { Address } from '@/domain/channel/message';
import { type Mention, mentionAsHtml } from '@/domain/ticket/mention';
import type { MessageAuthor, NewMessage } from '@/domain/ticket/ticket';
import { replyAddress } from '@/server/crypto/mail-tokens';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';
import type { Line, Person } from './story';

type Spoken = Readonly<{
  cast: Cast;
  customer: Person & { id: string };
  line: Line;
  at: Date;
  number: number;
  subject: string;
}>;

const MAILBOX: Address = { address: 'support@demo.test', name: 'Ozolo Coffee' };

/** What was said, as it would stand there had it come or gone by mail. */
export function lineMessage(spoken: Spoken): NewMessage {
  const { cast, customer, line, at } = spoken;
  const id = newId();
  return {
    ...(line.note ? NOT_MAILED : mailHead(spoken, id)),
    id,
    direction: directionOf(line),
    channel: 'email',
    author: authorOf(cast, customer, line),
    text: line.text,
    visibleText: line.by === 'customer' ? visibleText(line.text) : line.text,
    html: line.by === 'customer' ? null : writtenBy(cast, line).html,
    mentions: writtenBy(cast, line).mentions,
    inReplyTo: [],
    references: [],
    headers: null,
    cc: [],
    bcc: [],
    automated: null,
    threadedBy: threadedBy(line),
    language: customer.locale,
    unverified: false,
    thanks: false,
    sendAt: null,
    scheduled: false,
    sentAt: at,
    receivedAt: line.by === 'customer' ? at : null,
    rawInboundId: null,
    attachmentIds: [],
    files: [],
  };
}

const NOT_MAILED = {
  channelAccountId: null,
  subject: '',
  messageId: null,
  from: [],
  replyTo: [],
  to: [],
} as const;

function mailHead({ cast, customer, line, number, subject }: Spoken, id: string) {
  const { channelAccountId, workspaceId } = cast;
  const person: Address = { address: customer.email, name: customer.name };
  const later = line.after === 0 ? subject : `Re: ${subject}`;
  if (line.by === 'customer') {
    const messageId = `t${number}.${id}@customer.example`;
    return { channelAccountId, subject: later, messageId, from: [person], replyTo: [], to: [MAILBOX] };
  }
  const replyTo = { address: replyAddress(MAILBOX.address, workspaceId, number), name: MAILBOX.name };
  const messageId = `t${number}.${id}@demo.test`;
  return { channelAccountId, subject: later, messageId, from: [MAILBOX], replyTo: [replyTo], to: [person] };
}

function directionOf({ by, note }: Line) {
  if (note) return 'note';
  return by === 'customer' ? 'inbound' : 'outbound';
}

function threadedBy({ by, after }: Line) {
  if (by !== 'customer') return 'hand';
  return after === 0 ? 'new' : 'reply_token';
}

function authorOf(cast: Cast, customer: Person & { id: string }, line: Line): MessageAuthor {
  if (line.by === 'customer') {
    return { kind: 'customer', id: customer.id, name: customer.name, address: customer.email };
  }
  const user = cast.users.get(line.by);
  if (!user) throw new Error(`nobody plays ${line.by}`);
  return { kind: 'user', id: user.id, name: user.name, address: '' };
}

/** What a colleague wrote; in a note, `@` and the name of a person or a team mention them. */
function writtenBy(
  cast: Cast,
  { text, note }: Line,
): Readonly<{ html: string; mentions: readonly Mention[] }> {
  const html = asHtml(text);
  if (!note) return { html, mentions: [] };
  const people = [...cast.users.values()].map(({ id, name }) => ({ kind: 'user', id, name }) as const);
  const teams = [...cast.teams].map(([name, id]) => ({ kind: 'team', id, name }) as const);
  const named = [...people, ...teams].filter(({ name }) => text.includes(`@${name}`));
  const chips = named.reduce(
    (done, one) => done.replaceAll(`@${one.name}`, mentionAsHtml(one, one.name)),
    html,
  );
  return { html: chips, mentions: named.map(({ kind, id }) => ({ kind, id })) };
}

function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = escaped.split('\n\n').map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`);
  return paragraphs.join('');
}
