import { isAscii, isUtf8 } from 'node:buffer';
import { entryOf } from '@/domain/shared/entry-of';
import { codePageDecoder } from './code-pages';
import { decodeUtf7 } from './utf7';

type Decoder = (bytes: Buffer) => string;

/** Names that mailers use and the Encoding Standard does not list. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'windows-932': 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp1252: 'windows-1252',
  'euc-cn': 'gbk',
  gb18030_2000: 'gb18030',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  'iso-8859-8-e': 'iso-8859-8',
  'iso-10646-ucs-2': 'utf-16',
  'iso-10646/unicode': 'utf-8',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  koi8_u: 'koi8-u',
  'mac-roman': 'macintosh',
  'ucs-2': 'utf-16',
  utf: 'utf-8',
  unicode: 'utf-16',
};

/** Labels by which a sender says nothing: bytes with a high bit contradict them. */
const SILENT =
  /^(?:|us-?ascii|ascii|ansi[_-]x3\.4-\d+|646|iso-?646.*|7bit|8bit|binary|default|none|unknown.*|x-unknown|x-user-defined|_.*|%.*)$/;

/** Western and Baltic pages, whose text hardly ever happens to be valid UTF-8. */
const SINGLE_BYTE =
  /^(?:iso-?8859-?(?:1|2|4|9|10|13|14|15|16)|windows-125[0247]|cp125[0247]|latin-?\d|l\d)\b/;

const utf8 = new TextDecoder('utf-8');
const decoders = new Map<string, Decoder>();

/**
 * Text of the bytes under the charset that the sender names. Never fails.
 * A name that the bytes contradict is not believed: valid UTF-8 under an ASCII or one-byte label is UTF-8
 * (contracts A.6), and what is neither goes to {@link decodeUnlabelled}.
 */
export function decodeCharset(bytes: Buffer, label: string | null): string {
  const name = (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  if (isAscii(bytes) && !/^(?:utf-?7|utf-?16|utf-?32|iso-2022|hz|ucs|unicode|iso-10646)/.test(name)) {
    return plain(bytes);
  }
  if (SILENT.test(name) || name === 'utf-8' || name === 'utf8') return decodeUnlabelled(bytes);
  if (SINGLE_BYTE.test(name) && isUtf8(bytes)) return utf8.decode(bytes);
  return decoderOf(name)(bytes);
}

function plain(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.includes('\x1b') ? escaped(bytes, text) : text;
}

/** ISO-2022-JP is seven-bit and often goes unnamed. */
function escaped(bytes: Buffer, text: string): string {
  const japanese = ['\x1b$@', '\x1b$B', '\x1b(J'].some((sequence) => text.includes(sequence));
  return japanese ? decoderOf('iso-2022-jp')(bytes) : text;
}

function decoderOf(name: string): Decoder {
  const known = decoders.get(name);
  if (known) return known;
  const made = makeDecoder(name);
  if (decoders.size < 500) decoders.set(name, made);
  return made;
}

function makeDecoder(name: string): Decoder {
  if (/^(?:unicode-1-1-)?utf-?7/.test(name)) return decodeUtf7;
  const standard = entryOf(ALIASES, name) ?? name;
  if (standard === 'utf-16') return decodeUtf16;
  const page = codePageDecoder(standard);
  if (page) return page;
  try {
    const decoder = new TextDecoder(standard);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decodeUnlabelled;
  }
}

function decodeUtf16(bytes: Buffer): string {
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/** Marks that any text may have: no-break space, dashes, quotation marks. */
const MARKS = [0x84, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xbb];
/** Á É Í Ó Ő Ú Ű in windows-1250, capital and small; Ö and Ü alone would not tell Hungarian from German. */
const SURELY_HUNGARIAN = [0xc1, 0xc9, 0xcd, 0xd3, 0xd5, 0xda, 0xdb, 0xe1, 0xe9, 0xed, 0xf3, 0xf5, 0xfa, 0xfb];
const HUNGARIAN = new Set([...MARKS, ...SURELY_HUNGARIAN, 0xd6, 0xdc, 0xf6, 0xfc]);
/** Ā Č Ē Ģ Ī Ķ Ļ Ņ Š Ū Ž in windows-1257, capital and small. */
const SURELY_LATVIAN = [
  0xc2, 0xc7, 0xc8, 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd2, 0xdb, 0xde, 0xe2, 0xe7, 0xe8, 0xec, 0xed, 0xee, 0xef,
  0xf0, 0xf2, 0xfb, 0xfe,
];
const LATVIAN = new Set([...MARKS, ...SURELY_LATVIAN]);

/**
 * Text of bytes whose charset nobody named, or named wrongly: UTF-8, else windows-1250 or windows-1257 when every
 * letter is one of Hungarian or Latvian, else UTF-8 with U+FFFD in place of what is none (RFC 8621 §4.1.2.1).
 */
export function decodeUnlabelled(bytes: Buffer): string {
  if (isUtf8(bytes)) return utf8.decode(bytes);
  if (isWrittenIn(bytes, HUNGARIAN, SURELY_HUNGARIAN)) return decoderOf('windows-1250')(bytes);
  if (isWrittenIn(bytes, LATVIAN, SURELY_LATVIAN)) return decoderOf('windows-1257')(bytes);
  return utf8.decode(bytes);
}

function isWrittenIn(bytes: Buffer, letters: ReadonlySet<number>, sure: readonly number[]): boolean {
  for (const byte of bytes) {
    if (byte > 0x7f && !letters.has(byte)) return false;
  }
  return sure.some((letter) => bytes.includes(letter));
}
