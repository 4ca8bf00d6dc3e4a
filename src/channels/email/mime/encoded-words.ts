import { decodeCharset, decodeUnlabelled } from './charset';
import { decodeBase64 } from './transfer';

type Word = Readonly<{ charset: string; encoding: string; bytes: Buffer; end: number }>;

const MAX_WORD = 8000;

/**
 * Text of a header value given as one character per byte: encoded-words (RFC 2047), raw UTF-8 (RFC 6532) and plain
 * ASCII, mixed as senders mix them. Blanks between two encoded-words vanish; a letter that was split between two
 * words of the same charset is put together again. Never fails; what is no encoded-word stays as it is.
 */
export function decodeHeaderText(binary: string): string {
  return decodeWords(binary).replaceAll('\0', '');
}

function decodeWords(binary: string): string {
  if (!binary.includes('=?')) return decodeRaw(binary);
  let out = '';
  let plainFrom = 0;
  let at = binary.indexOf('=?');
  let searches = 0;
  while (at !== -1 && searches < 20_000) {
    searches += 1;
    const word = readWord(binary, at);
    if (word === null) {
      at = binary.indexOf('=?', at + 2);
      continue;
    }
    const run = readRun(binary, word);
    out += decodeRaw(binary.slice(plainFrom, at)) + run.text;
    plainFrom = run.end;
    at = binary.indexOf('=?', run.end);
  }
  return out + decodeRaw(binary.slice(plainFrom));
}

/** Text of a raw header value or part of it, given as one character per byte. */
function decodeRaw(binary: string): string {
  return binary === '' ? '' : decodeUnlabelled(Buffer.from(binary, 'latin1'));
}

/** The words that follow one another with nothing but blanks between them, decoded together. */
function readRun(binary: string, first: Word): { text: string; end: number } {
  let text = '';
  let end = first.end;
  let open: Word = first;
  let pending: Buffer[] = [first.bytes];
  for (let next = nextWord(binary, end); next !== null; next = nextWord(binary, end)) {
    if (next.charset !== open.charset || next.encoding !== open.encoding) {
      text += decodeCharset(Buffer.concat(pending), open.charset);
      pending = [];
      open = next;
    }
    pending.push(next.bytes);
    end = next.end;
  }
  return { text: text + decodeCharset(Buffer.concat(pending), open.charset), end };
}

function nextWord(binary: string, from: number): Word | null {
  let at = from;
  while (isBlank(binary.charCodeAt(at))) at += 1;
  return binary.startsWith('=?', at) ? readWord(binary, at) : null;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Reads `=?charset*language?B|Q?text?=` at a place; null when there is none. */
function readWord(binary: string, at: number): Word | null {
  const window = binary.slice(at, at + MAX_WORD);
  const head = /^=\?([^?\s]{1,60})\?([bBqQ])\?/.exec(window);
  if (head === null) return null;
  const start = head[0].length;
  const close = window.indexOf('?=', start);
  if (close === -1) return null;
  const encoding = (head[2] ?? '').toLowerCase();
  const payload = Buffer.from(window.slice(start, close), 'latin1');
  return {
    charset: (head[1] ?? '').replace(/\*.*$/, '').toLowerCase(),
    encoding,
    bytes: encoding === 'b' ? decodeBase64(payload) : decodeQ(payload),
    end: at + close + 2,
  };
}

function decodeQ(payload: Buffer): Buffer {
  const text = payload
    .toString('latin1')
    .replaceAll('_', ' ')
    .replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
