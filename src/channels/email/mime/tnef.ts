import { decodeCharset } from './charset';
import { readProperties } from './tnef-properties';

/** What a `winmail.dat` holds. */
export type Tnef = Readonly<{ text: string; html: string; files: readonly TnefFile[] }>;

type TnefFile = Readonly<{ name: string; type: string; bytes: Buffer; contentId: string | null }>;

type Attribute = Readonly<{ id: number; data: Buffer }>;

const SIGNATURE = 0x223e9f78;
const BODY = 0x800c;
const MESSAGE_PROPERTIES = 0x9003;
const CODE_PAGE = 0x9007;
const NEXT_FILE = 0x9002;
const FILE_TITLE = 0x8010;
const FILE_DATA = 0x800f;
const FILE_PROPERTIES = 0x9005;

const PR_BODY = 0x1000;
const PR_HTML = 0x1013;
const PR_FILE_DATA = 0x3701;
const PR_SHORT_NAME = 0x3704;
const PR_LONG_NAME = 0x3707;
const PR_MIME_TYPE = 0x370e;
const PR_CONTENT_ID = 0x3712;

/**
 * Reads Microsoft's Transport Neutral Encapsulation Format ([MS-OXTNEF]): the files and, where it is not only RTF,
 * the body. Null when the bytes are none; a cut-off stream gives what is whole.
 */
export function readTnef(bytes: Buffer): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const attributes = [...attributesOf(bytes)];
  const page = attributes.find(({ id }) => id === CODE_PAGE)?.data;
  const charset = `windows-${page && page.length >= 4 ? page.readUInt32LE(0) : 1252}`;
  const body = attributes.find(({ id }) => id === BODY)?.data;
  const properties = readProperties(attributes.find(({ id }) => id === MESSAGE_PROPERTIES)?.data, charset);
  const html = properties.get(PR_HTML);
  return {
    text: clean(body ? decodeCharset(body, charset) : asText(properties.get(PR_BODY), charset)),
    html: clean(asText(html, 'utf-8')),
    files: filesOf(attributes, charset).filter((file) => file.bytes.length > 0),
  };
}

/** Level (1), id (2), type (2), length (4), data, checksum (2). */
function* attributesOf(bytes: Buffer): Generator<Attribute> {
  let at = 6;
  while (at + 11 <= bytes.length) {
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const end = at + 9 + length;
    if (end > bytes.length) return;
    yield { id, data: bytes.subarray(at + 9, end) };
    at = end + 2;
  }
}

function filesOf(attributes: readonly Attribute[], charset: string): TnefFile[] {
  const groups: Attribute[][] = [];
  for (const attribute of attributes) {
    if (attribute.id === NEXT_FILE) groups.push([]);
    else groups.at(-1)?.push(attribute);
  }
  return groups.map((group) => fileOf(group, charset));
}

function fileOf(group: readonly Attribute[], charset: string): TnefFile {
  const data = (id: number) => group.find((attribute) => attribute.id === id)?.data;
  const properties = readProperties(data(FILE_PROPERTIES), charset);
  const text = (id: number) => clean(asText(properties.get(id), charset));
  const title = clean(decodeCharset(data(FILE_TITLE) ?? Buffer.alloc(0), charset));
  const inner = properties.get(PR_FILE_DATA);
  return {
    name: text(PR_LONG_NAME) || title || text(PR_SHORT_NAME) || 'attachment.bin',
    type: text(PR_MIME_TYPE) || 'application/octet-stream',
    bytes: data(FILE_DATA) ?? (Buffer.isBuffer(inner) ? inner : Buffer.alloc(0)),
    contentId: text(PR_CONTENT_ID) || null,
  };
}

function asText(value: Buffer | string | undefined, charset: string): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : decodeCharset(value, charset);
}

function clean(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
}
