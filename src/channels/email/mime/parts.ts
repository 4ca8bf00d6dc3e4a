import { type HeaderField, lastValue, readHeaderBlock } from './header-block';
import { type Parameterised, readParameterised } from './parameters';

/** One node of the MIME tree; a multipart has children, every other part a body. */
export type MimePart = Readonly<{
  fields: readonly HeaderField[];
  /** Lower case, `text/plain` where the sender names none (`message/rfc822` inside a digest). */
  type: string;
  contentType: Parameterised;
  disposition: Parameterised;
  /** Content-Transfer-Encoding in lower case, or an empty string. */
  encoding: string;
  children: readonly MimePart[];
  /** Still in its transfer encoding. */
  body: Buffer;
  /** Cut off: no boundary line closes the part, or the multipart never opens. */
  torn: boolean;
}>;

type Delimiter = Readonly<{ level: number; line: number; next: number; closes: boolean }>;
/** `--boundary`, and the line where it was last found to come next. */
type Boundary = { readonly dashed: Buffer; nextLine: number };
type Shell = Omit<MimePart, 'children' | 'body' | 'torn'>;
type Read = Readonly<{ part: MimePart; stop: Delimiter | null }>;
type Open = Readonly<{ parentType: string; depth: number }>;

const MAX_DEPTH = 60;
const MAX_PARTS = 3000;
const DASH = 0x2d;

/**
 * Reads a whole message into a tree (RFC 2045–2046). Never fails: missing boundaries, wrong nesting and bare line
 * feeds give the parts that can be made out, and every byte of the body stays in some part.
 * Deeper than 60 levels or past 3,000 parts the rest is one part.
 */
export function readParts(bytes: Buffer): MimePart {
  return new PartReader(bytes).read(messageStart(bytes), { parentType: 'message/rfc822', depth: 0 }).part;
}

/** Some stores put empty lines before the first field. */
function messageStart(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at += 1;
  return /^[A-Za-z-]+:/.test(bytes.toString('latin1', at, at + 80)) ? at : 0;
}

class PartReader {
  readonly #bytes: Buffer;
  readonly #boundaries: Boundary[] = [];
  #count = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(start: number, open: Open): Read {
    this.#count += 1;
    const { fields, bodyStart } = readHeaderBlock(this.#bytes, start, (line) => this.#isDelimiter(line));
    const contentType = readParameterised(lastValue(fields, 'content-type'));
    const shell = {
      fields,
      contentType,
      type: typeOf(contentType.value, open.parentType),
      disposition: readParameterised(lastValue(fields, 'content-disposition')),
      encoding: readParameterised(lastValue(fields, 'content-transfer-encoding')).value.replaceAll('"', ''),
    };
    if (!shell.type.startsWith('multipart/')) return this.#leaf(shell, bodyStart, false);
    return this.#multipart(shell, bodyStart, open.depth) ?? this.#leaf(shell, bodyStart, true);
  }

  #leaf(shell: Shell, start: number, broken: boolean): Read {
    const stop = this.#nextDelimiter(start);
    const end = stop === null ? this.#bytes.length : Math.max(start, this.#contentEnd(stop.line));
    const torn = broken || (stop === null && this.#boundaries.length > 0);
    return { part: { ...shell, children: [], body: this.#bytes.subarray(start, end), torn }, stop };
  }

  /** Null when no line opens the multipart. */
  #multipart(shell: Shell, start: number, depth: number): Read | null {
    const boundary = shell.contentType.parameters.get('boundary') ?? '';
    if (boundary === '' || depth >= MAX_DEPTH || this.#count >= MAX_PARTS) return null;
    const level = this.#boundaries.length;
    this.#boundaries.push({ dashed: Buffer.from(`--${boundary}`), nextLine: -1 });
    const first = this.#nextDelimiter(start);
    const opens = first?.level === level;
    const { children, stop } = this.#children(shell.type, opens ? first : null, { level, depth });
    this.#boundaries.pop();
    if (!opens || children.length === 0) return null;
    const next = stop?.level === level ? this.#nextDelimiter(stop.next) : stop;
    return {
      part: { ...shell, children, body: this.#bytes.subarray(start, start), torn: false },
      stop: next,
    };
  }

  /** The parts from one boundary line of this level to its last; one with nothing after it is the last, closed or not. */
  #children(type: string, first: Delimiter | null, at: { level: number; depth: number }) {
    const children: MimePart[] = [];
    let stop = first;
    while (stop?.level === at.level && !stop.closes && stop.next < this.#bytes.length) {
      const child: Read = this.read(stop.next, { parentType: type, depth: at.depth + 1 });
      children.push(child.part);
      stop = child.stop;
    }
    return { children, stop };
  }

  #contentEnd(line: number): number {
    if (this.#bytes[line - 1] !== 0x0a) return line;
    return this.#bytes[line - 2] === 0x0d ? line - 2 : line - 1;
  }

  /** The first line from `start` on that names an open boundary; of two such, the innermost (RFC 2046 §5.1.1). */
  #nextDelimiter(start: number): Delimiter | null {
    if (this.#boundaries.length === 0 || this.#count >= MAX_PARTS) return null;
    const lines = this.#boundaries.map((boundary) => this.#nextLine(boundary, start));
    const line = Math.min(...lines);
    return line === Number.POSITIVE_INFINITY
      ? this.#delimiterInLine(start)
      : this.#delimiter(line, lines.lastIndexOf(line));
  }

  /** Remembers what it finds, so that all searches together read the mail once for each level. */
  #nextLine(boundary: Boundary, start: number): number {
    if (boundary.nextLine >= start) return boundary.nextLine;
    let at = this.#bytes.indexOf(boundary.dashed, start);
    while (at !== -1 && !this.#names(at, boundary)) at = this.#bytes.indexOf(boundary.dashed, at + 1);
    boundary.nextLine = at === -1 ? Number.POSITIVE_INFINITY : at;
    return boundary.nextLine;
  }

  /** Where no line is left that starts with a boundary, one inside a line may be meant: `last words--boundary--`. */
  #delimiterInLine(start: number): Delimiter | null {
    const level = this.#boundaries.length - 1;
    const line = this.#bytes.indexOf(this.#boundaries[level]?.dashed ?? '', start);
    return line === -1 ? null : this.#delimiter(line, level);
  }

  #isDelimiter(line: number): boolean {
    return this.#bytes[line] === DASH && this.#boundaries.some((boundary) => this.#names(line, boundary));
  }

  /** Whether the line that starts here is that boundary, open or closing. */
  #names(line: number, { dashed }: Boundary): boolean {
    if (line > 0 && this.#bytes[line - 1] !== 0x0a) return false;
    for (let index = 0; index < dashed.length; index += 1) {
      if (this.#bytes[line + index] !== dashed[index]) return false;
    }
    const end = line + dashed.length;
    return isLineBlank(this.#bytes[end]) || this.#closesAt(end);
  }

  #closesAt(at: number): boolean {
    return this.#bytes[at] === DASH && this.#bytes[at + 1] === DASH;
  }

  #delimiter(line: number, level: number): Delimiter {
    const end = line + (this.#boundaries[level]?.dashed.length ?? 0);
    const newline = this.#bytes.indexOf(0x0a, end);
    const next = newline === -1 ? this.#bytes.length : newline + 1;
    return { level, line, next, closes: this.#closesAt(end) };
  }
}

function isLineBlank(byte: number | undefined): boolean {
  return byte === undefined || byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09;
}

function typeOf(value: string, parentType: string): string {
  if (/^[\w.+-]+\/[\w.+-]+$/.test(value)) return value;
  if (value === 'text' || value === '')
    return parentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return value.startsWith('multipart/') ? 'multipart/mixed' : 'application/octet-stream';
}
