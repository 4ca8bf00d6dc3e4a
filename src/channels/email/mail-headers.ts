import type { Address, HeaderMap } from '@/domain/channel/message';
import { readAddresses } from './mime/addresses';
import { decodeHeaderText } from './mime/encoded-words';
import { firstValue, type HeaderField } from './mime/header-block';

const MAX_IDS = 500;
const MAX_HEADER = 20_000;

/** Fields that name an address by which the mail may have reached us, besides To and Cc. */
const DELIVERED = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
  'x-delivered-to',
  'x-rcpt-to',
  'x-original-recipient',
  'original-recipient',
  'apparently-to',
  'resent-to',
];

/** All fields, decoded and unfolded; a repeated one as a list in its order. */
export function toHeaderMap(fields: readonly HeaderField[]): HeaderMap {
  const map = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const text = decodeHeaderText(value.slice(0, MAX_HEADER)).replace(/\s+/g, ' ').trim();
    map.set(name, [...(map.get(name) ?? []), text]);
  }
  return Object.fromEntries(
    [...map].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** Mailboxes of the first field of that name; a repeated To or Cc is read as one list. */
export function addressesOf(fields: readonly HeaderField[], name: string): Address[] {
  return fields.filter((field) => field.name === name).flatMap((field) => readAddresses(field.value));
}

/** Every address by which the mail may have come, lower case, each once. */
export function deliveredAddresses(fields: readonly HeaderField[]): string[] {
  const direct = ['to', 'cc', ...DELIVERED]
    .flatMap((name) => addressesOf(fields, name))
    .map(({ address }) => address);
  const received = fields
    .filter((field) => field.name === 'received')
    .flatMap((field) => /\bfor\s+<([^<>\s]+@[^<>\s]+)>/i.exec(field.value)?.[1] ?? []);
  return [...new Set([...direct, ...received].map((address) => address.toLowerCase()))].filter((address) =>
    address.includes('@'),
  );
}

/** Message identifiers of a field without angle brackets, in their order (RFC 5322 §3.6.4). */
export function idsOf(fields: readonly HeaderField[], name: string): string[] {
  const value = decodeHeaderText(firstValue(fields, name)).slice(0, 100_000);
  const bracketed = [...value.matchAll(/<([^<>]*)>/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ''));
  const bare = value.replace(/<[^<>]*>/g, ' ').split(/[\s,;]+/);
  const found = bracketed.length > 0 ? bracketed : bare.filter((word) => /^[^\s"()]+@[^\s"()]+$/.test(word));
  const all = found.length > 0 ? found : bare;
  return [...new Set(all.filter((id) => id !== ''))].slice(0, MAX_IDS);
}

/** The subject as the sender wrote it, on one line. */
export function subjectOf(fields: readonly HeaderField[]): string {
  return decodeHeaderText(firstValue(fields, 'subject')).replace(/[\t\r\n]+/g, ' ');
}

/**
 * Who is to be answered: Reply-To, unless it is only the mailing list or group itself; else X-Original-Sender (groups that
 * rewrite From); else From; in a mail without an author Sender, else Return-Path. Where no name is given, the local
 * part stands for it.
 */
export function senderOf(fields: readonly HeaderField[]): Address | null {
  const from = mailboxesOf(fields, 'from');
  const original = mailboxesOf(fields, 'x-original-sender');
  const lists = [...addressesOf(fields, 'list-post'), ...(original.length > 0 ? from : [])];
  const isList = new Set(lists.map(({ address }) => address.toLowerCase()));
  const replyTo = mailboxesOf(fields, 'reply-to').filter((to) => !isList.has(to.address.toLowerCase()));
  const others = ['sender', 'return-path'].flatMap((name) => mailboxesOf(fields, name));
  const chosen = [...replyTo, ...original, ...from, ...others][0];
  if (chosen === undefined) return null;
  const name = chosen.name ?? nameFrom(from[0], chosen, original.length > 0);
  return { address: chosen.address, name: name ?? chosen.address.slice(0, chosen.address.lastIndexOf('@')) };
}

function mailboxesOf(fields: readonly HeaderField[], name: string): Address[] {
  return addressesOf(fields, name).filter(hasAddress);
}

function hasAddress(address: Address): boolean {
  return /^[^@]+@[^@]+$|^".*"@[^@]+$/.test(address.address);
}

/** The name in From belongs to the sender when the address is the same, or when a group wrote "Name via Group". */
function nameFrom(from: Address | undefined, chosen: Address, viaGroup: boolean): string | null {
  if (from === undefined || from.name === null) return null;
  if (from.address.toLowerCase() === chosen.address.toLowerCase()) return from.name;
  return viaGroup ? (/^'?(.+?)'? via \S/.exec(from.name)?.[1] ?? null) : null;
}
