import { decodeCharset } from './charset';

/** Sizes in the stream of the property types of fixed length ([MS-OXCDATA] §2.11.1), padded to four bytes. */
const FIXED = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);

const OBJECT = 0x0d;
const STRING_8 = 0x1e;
const UNICODE = 0x1f;
const MULTIPLE = 0x1000;
const FIRST_NAMED = 0x8000;
const MAX_PROPERTIES = 5000;

type Cursor = { bytes: Buffer; at: number };

/**
 * Text and binary properties of an encapsulated MAPI property list ([MS-OXTNEF] §2.1.3.4) by id; numbers and dates
 * are passed over. A broken list gives what stands before the break.
 */
export function readProperties(bytes: Buffer | undefined, charset: string): Map<number, Buffer | string> {
  const found = new Map<number, Buffer | string>();
  const cursor = { bytes: bytes ?? Buffer.alloc(0), at: 4 };
  const count = cursor.bytes.length < 4 ? 0 : Math.min(cursor.bytes.readUInt32LE(0), MAX_PROPERTIES);
  for (let index = 0; index < count && cursor.at + 4 <= cursor.bytes.length; index += 1) {
    const { id, value } = readProperty(cursor, charset);
    if (value === null) break;
    if (value !== '' && !found.has(id)) found.set(id, value);
  }
  return found;
}

function readProperty(cursor: Cursor, charset: string): { id: number; value: Buffer | string | null } {
  const type = cursor.bytes.readUInt16LE(cursor.at);
  const id = cursor.bytes.readUInt16LE(cursor.at + 2);
  cursor.at += 4;
  if (id >= FIRST_NAMED) skipName(cursor);
  return { id, value: readValues(cursor, type, charset) };
}

/** A GUID, then a number or a name. */
function skipName(cursor: Cursor): void {
  const kind = uint32(cursor, cursor.at + 16);
  const length = kind === 0 ? 4 : 4 + padded(uint32(cursor, cursor.at + 20));
  cursor.at += 20 + length;
}

/** The first value of the property; an empty string for one that we do not use, null when the stream ends. */
function readValues(cursor: Cursor, type: number, charset: string): Buffer | string | null {
  const base = type & ~MULTIPLE;
  const fixed = FIXED.get(base);
  if (fixed !== undefined) {
    const times = type === base ? 1 : uint32(cursor, cursor.at);
    cursor.at += (type === base ? 0 : 4) + times * Math.max(fixed, 4);
    return '';
  }
  const count = uint32(cursor, cursor.at);
  cursor.at += 4;
  let first: Buffer | string | null = null;
  for (let index = 0; index < count; index += 1) {
    const value = readVariable(cursor, base, charset);
    if (value === null) return null;
    first ??= value;
  }
  return first ?? '';
}

function readVariable(cursor: Cursor, type: number, charset: string): Buffer | string | null {
  const length = uint32(cursor, cursor.at);
  const start = cursor.at + 4;
  if (start + length > cursor.bytes.length) return null;
  cursor.at = start + padded(length);
  const data = cursor.bytes.subarray(start, start + length);
  if (type === STRING_8) return decodeCharset(data, charset);
  if (type === UNICODE) return decodeCharset(data, 'utf-16le');
  return type === OBJECT ? data.subarray(16) : data;
}

function padded(length: number): number {
  return length + ((4 - (length % 4)) % 4);
}

/** Past the end it reads as a length that nothing can have. */
function uint32(cursor: Cursor, at: number): number {
  return at + 4 <= cursor.bytes.length ? cursor.bytes.readUInt32LE(at) : 0xffffffff;
}
