import type { Address } from '@/domain/channel/message';
import { decodeHeaderText } from './encoded-words';

const MAX_ADDRESSES = 2000;
const MAX_PHRASE = 3000;

/** What has been read of one mailbox so far, one character per byte. */
type Draft = { words: string[]; angle: string | null; comments: string[] };

/**
 * Reads an address list (RFC 5322 §3.4 and the obsolete forms of §4.4) from a raw header value. Groups are flattened,
 * comments become the name where there is no other, routes are dropped. What holds no address is kept with an empty
 * one. Never fails.
 */
export function readAddresses(binary: string): Address[] {
  const found: Address[] = [];
  let draft = emptyDraft();
  for (const token of tokens(binary)) {
    if (token.kind !== 'separator') addTo(draft, token);
    else {
      found.push(...toAddress(draft));
      draft = emptyDraft();
    }
    if (found.length >= MAX_ADDRESSES) return found;
  }
  return [...found, ...toAddress(draft)];
}

function emptyDraft(): Draft {
  return { words: [], angle: null, comments: [] };
}

function addTo(draft: Draft, token: Token): void {
  if (token.kind === 'group') draft.words = [];
  else if (token.kind === 'comment') draft.comments.push(token.text);
  else if (token.kind === 'angle') draft.angle ??= token.text;
  else draft.words.push(token.text);
}

type Token = Readonly<{
  kind: 'word' | 'angle' | 'comment' | 'separator' | 'group';
  text: string;
  end: number;
}>;

/** What a character opens; any other one opens a word. */
const OPENERS: ReadonlyMap<string, (binary: string, at: number) => Token> = new Map([
  [',', separator],
  [';', separator],
  [':', group],
  ['(', comment],
  ['"', quoted],
  ['<', angle],
]);

/** Cuts the value at what has a meaning; words keep the blanks around them. */
function* tokens(binary: string): Generator<Token> {
  let at = 0;
  while (at < binary.length) {
    const token = (OPENERS.get(binary[at] ?? '') ?? word)(binary, at);
    yield token;
    at = token.end;
  }
}

function separator(_binary: string, at: number): Token {
  return { kind: 'separator', text: '', end: at + 1 };
}

function group(_binary: string, at: number): Token {
  return { kind: 'group', text: '', end: at + 1 };
}

function comment(binary: string, at: number): Token {
  const close = commentEnd(binary, at);
  return { kind: 'comment', text: withoutEscapes(binary.slice(at + 1, close)), end: close + 1 };
}

/** A quoted local part keeps its quotes, a quoted name loses them. */
function quoted(binary: string, at: number): Token {
  const close = quoteEnd(binary, at + 1);
  const isLocalPart = binary[close + 1] === '@';
  const text = isLocalPart ? binary.slice(at, close + 1) : withoutEscapes(binary.slice(at + 1, close));
  return { kind: 'word', text, end: close + 1 };
}

function angle(binary: string, at: number): Token {
  const close = angleEnd(binary, at + 1);
  return { kind: 'angle', text: binary.slice(at + 1, close), end: close + 1 };
}

function word(binary: string, at: number): Token {
  const end = wordEnd(binary, at);
  return { kind: 'word', text: binary.slice(at, end), end };
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1');
}

function quoteEnd(binary: string, start: number): number {
  let at = start;
  while (at < binary.length && binary[at] !== '"') at += binary[at] === '\\' ? 2 : 1;
  return Math.min(at, binary.length);
}

function commentEnd(binary: string, start: number): number {
  let depth = 0;
  for (let at = start; at < binary.length; at += 1) {
    if (binary[at] === '\\') at += 1;
    else if (binary[at] === '(') depth += 1;
    else if (binary[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return binary.length;
}

function angleEnd(binary: string, start: number): number {
  const near = binary.slice(start, start + MAX_PHRASE);
  const end = [near.indexOf('>'), near.indexOf(',')].find((found) => found !== -1);
  return start + (end ?? near.length);
}

/** A word ends where something else begins; an encoded-word is never cut. */
function wordEnd(binary: string, start: number): number {
  const encoded = /^=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,8000}\?=/.exec(binary.slice(start, start + 8100));
  if (encoded !== null) return start + encoded[0].length;
  let at = start + 1;
  while (at < binary.length && !',;:("<'.includes(binary[at] ?? '') && !binary.startsWith('=?', at)) at += 1;
  return at;
}

/** An address among words; begun only where a word begins, so that a long one is looked at once. */
const BARE = /(?<![^\s"])[^\s"]*"[^"]*"@\S+|(?<!\S)\S+@\S+/;

/** None or one. */
function toAddress(draft: Draft): Address[] {
  const phrase = draft.words.join('').slice(0, MAX_PHRASE);
  const bare = draft.angle === null ? (BARE.exec(phrase)?.[0] ?? '') : '';
  const mailbox = named(cleanAddress((draft.angle ?? bare).slice(0, MAX_PHRASE)), [
    bare === '' ? phrase : phrase.replace(bare, ' '),
    ...draft.comments,
  ]);
  return mailbox === null ? [] : [mailbox];
}

/** Without route, comments, blanks and stray brackets; the domain in lower case. */
function cleanAddress(raw: string): string {
  const bare = raw
    .replace(/\([^()]*\)/g, '')
    .replace(/^\s*@[^:]*:/, '')
    .replace(/^\s*mailto:/i, '')
    .replace(/[\s<>]/g, '');
  const decoded = bare.startsWith('=?')
    ? decodeHeaderText(bare)
    : Buffer.from(bare, 'latin1').toString('utf8');
  const at = decoded.lastIndexOf('@');
  return at === -1 ? decoded : decoded.slice(0, at + 1) + decoded.slice(at + 1).toLowerCase();
}

function named(address: string, rawNames: readonly string[]): Address | null {
  const name = rawNames
    .map((raw) => decodeHeaderText(raw.trim()).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text, index) => (index === 0 ? text : `(${text})`))
    .join(' ');
  const hidden = address === '' ? /^(.*?)<([^<>\s]+@[^<>\s]+)>$/.exec(name) : null;
  if (hidden?.[2] !== undefined) return { address: hidden[2], name: hidden[1]?.trim() || null };
  if (address === '' && name === '') return null;
  return { address, name: name === '' ? null : name };
}
