import { decodeCharset } from './charset';
import type { MimePart } from './parts';
import { decodeTransfer, isFalseBase64 } from './transfer';

/** Of a text part longer than this (a megabyte) only the beginning is shown. */
const MAX_SHOWN_BYTES = 1_000_000;

const decoded = new WeakMap<MimePart, Buffer>();

/** The bytes of a part without their transfer encoding. */
export function bytesOf(part: MimePart): Buffer {
  const known = decoded.get(part);
  if (known !== undefined) return known;
  const bytes = isUndecodable(part) ? part.body : decodeTransfer(part.body, part.encoding);
  decoded.set(part, bytes);
  return bytes;
}

/** Whether {@link textOf} leaves out the end. */
export function isOverlong(part: MimePart): boolean {
  return bytesOf(part).length > MAX_SHOWN_BYTES;
}

/** A text that says it is base64 and is none: it stays as it came. */
export function isUndecodable(part: MimePart): boolean {
  return part.encoding === 'base64' && part.type.startsWith('text/') && isFalseBase64(part.body);
}

/** The text of a text part, of a long one the first megabyte: charset resolved, flowed lines joined (RFC 3676), line ends as `\n`, no NUL. */
export function textOf(part: MimePart): string {
  const bytes = bytesOf(part).subarray(0, MAX_SHOWN_BYTES);
  const label = part.contentType.parameters.get('charset') ?? metaCharset(part, bytes);
  const text = decodeCharset(bytes, label).replace(/\r\n?/g, '\n').replaceAll('\0', '');
  const flowed = part.contentType.parameters.get('format')?.toLowerCase() === 'flowed';
  if (!flowed) return text;
  return unflow(text, part.contentType.parameters.get('delsp')?.toLowerCase() === 'yes');
}

/** What HTML says about itself, where the mail does not. */
function metaCharset(part: MimePart, bytes: Buffer): string | null {
  if (part.type !== 'text/html') return null;
  const head = bytes.toString('latin1', 0, 4096);
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(head)?.[1] ?? null;
}

/** Joins the lines that a mailer broke (RFC 3676 §4); quoted lines are joined within their depth only. */
function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open: FlowedLine | null = null;
  for (const line of text.split('\n').map(flowedLine)) {
    const kept: string = line.flows && deleteSpace ? line.content.slice(0, -1) : line.content;
    if (continues(line, open)) out[out.length - 1] += kept;
    else out.push(line.depth === 0 ? kept : `${'>'.repeat(line.depth)} ${kept}`);
    open = line;
  }
  return out.join('\n');
}

function continues(line: FlowedLine, open: FlowedLine | null): boolean {
  return open?.flows === true && open.depth === line.depth && !line.isRule;
}

/** `isRule` for the line above a signature, which never joins another. */
type FlowedLine = Readonly<{ depth: number; content: string; flows: boolean; isRule: boolean }>;

function flowedLine(line: string): FlowedLine {
  const depth = /^>*/.exec(line)?.[0].length ?? 0;
  const content = line.slice(depth).replace(/^ /, '');
  const isRule = content === '-- ';
  return { depth, content, flows: content.endsWith(' ') && !isRule, isRule };
}
