import { timingSafeEqual } from 'node:crypto';
import { shortMac } from './keys';

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** `support+t1042.<mac>@host`: an answer to it belongs to this ticket, whatever the headers say (contracts A.2). */
export function replyAddress(mailbox: string, workspaceId: string, ticketNumber: number): string {
  return withTag(mailbox, `t${ticketNumber}.${shortMac('reply', `${workspaceId}/${ticketNumber}`)}`);
}

/** `support+n1042.<user mac>@host`: an answer of this agent, written in their own mail client (notification mails). */
export function agentReplyAddress(
  mailbox: string,
  ...[workspaceId, ticketNumber, userId]: [string, number, string]
): string {
  return withTag(
    mailbox,
    `n${ticketNumber}.${shortMac('agent', `${workspaceId}/${ticketNumber}/${userId}`)}`,
  );
}

/** `support+b<mail id>.<mac>@host`: the envelope sender, to which bounces of this one mail return (VERP). */
export function bounceAddress(mailbox: string, mailId: string): string {
  const id = mailId.replaceAll('-', '');
  return withTag(mailbox, `b${id}.${shortMac('bounce', id, 10)}`);
}

/** `support+s<id>.<mac>@host`: an answer to it belongs to this conversation beside a ticket, and never on the ticket itself. */
export function sideAddress(mailbox: string, workspaceId: string, sideId: string): string {
  const id = sideId.replaceAll('-', '');
  return withTag(mailbox, `s${id}.${shortMac('side', `${workspaceId}/${id}`)}`);
}

export type MailToken =
  | Readonly<{ kind: 'reply'; ticketNumber: number }>
  | Readonly<{ kind: 'agent'; ticketNumber: number; isOf: (userId: string) => boolean }>
  | Readonly<{ kind: 'side'; sideId: string }>
  | Readonly<{ kind: 'bounce'; mailId: string }>;

/** Reads a signed address of this workspace; null when it is none or the signature is wrong. */
export function readMailToken(address: string, workspaceId: string): MailToken | null {
  const match = /\+([tnbs])([0-9a-f]{1,32})\.([a-z2-7]{10,16})@/.exec(address.toLowerCase());
  if (!match) return null;
  const [, letter, id = '', mac = ''] = match;
  if (letter === 'b') return bounceToken(id, mac);
  if (letter === 's') return sideToken(workspaceId, id, mac);
  const ticketNumber = Number(id);
  if (!Number.isSafeInteger(ticketNumber)) return null;
  if (letter === 'n') {
    const isOf = (userId: string) => same(mac, shortMac('agent', `${workspaceId}/${ticketNumber}/${userId}`));
    return { kind: 'agent', ticketNumber, isOf };
  }
  return same(mac, shortMac('reply', `${workspaceId}/${ticketNumber}`))
    ? { kind: 'reply', ticketNumber }
    : null;
}

function bounceToken(id: string, mac: string): MailToken | null {
  if (id.length !== 32 || !same(mac, shortMac('bounce', id, 10))) return null;
  return { kind: 'bounce', mailId: uuidOf(id) };
}

function sideToken(workspaceId: string, id: string, mac: string): MailToken | null {
  if (id.length !== 32 || !same(mac, shortMac('side', `${workspaceId}/${id}`))) return null;
  return { kind: 'side', sideId: uuidOf(id) };
}

const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The mailbox without anything after a plus sign in its local part. */
export function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}

function withTag(mailbox: string, tag: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+${tag}${mailbox.slice(at)}`;
}
