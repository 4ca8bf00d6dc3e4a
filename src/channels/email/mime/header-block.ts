/** One header field: its name in lower case, its value unfolded, one character per byte, without outer blanks. */
export type HeaderField = Readonly<{ name: string; value: string }>;

export type HeaderBlock = Readonly<{ fields: readonly HeaderField[]; bodyStart: number }>;

const MAX_FIELDS = 5000;
const MAX_VALUE = 1_000_000;
const MAX_BLOCK = 4_000_000;

/**
 * Reads header fields from `start` to the first empty line (RFC 5322 §2.2), or to a line that `isBoundary` knows.
 * Lines that are no field are passed over; where there is no field at all, everything is body.
 */
export function readHeaderBlock(
  bytes: Buffer,
  start: number,
  isBoundary: (line: number) => boolean,
): HeaderBlock {
  const lines: string[] = [];
  let at = start;
  let strangers = 0;
  while (at < bytes.length && !isBoundary(at)) {
    const { line, next } = readLine(bytes, at);
    at = next;
    if (endsBlock(line, lines)) break;
    if (!takeLine(line, lines)) strangers += 1;
    at = isEndless(lines, at - start) ? nextEmptyLine(bytes, at) : at;
  }
  const headless = lines.length === 0 && strangers > 0;
  return { fields: lines.map(field), bodyStart: headless ? start : at };
}

/** A line without its end, one character per byte, without NUL. */
function readLine(bytes: Buffer, start: number): { line: string; next: number } {
  const newline = bytes.indexOf(0x0a, start);
  const next = newline === -1 ? bytes.length : newline + 1;
  const line = bytes.toString('latin1', start, Math.min(next, start + MAX_VALUE));
  return { line: line.replace(/[\r\n]+$/, '').replaceAll('\0', ''), next };
}

function isEndless(lines: readonly string[], length: number): boolean {
  return length > MAX_BLOCK || lines.length >= MAX_FIELDS;
}

/** Nobody writes so many fields: the rest of them is passed over. */
function nextEmptyLine(bytes: Buffer, start: number): number {
  const found = ['\n\n', '\n\r\n'].map((end) => bytes.indexOf(end, start - 1)).filter((at) => at !== -1);
  return found.length === 0 ? bytes.length : Math.min(...found) + 1;
}

/** An empty line ends the block; so does one of blanks, unless it continues a field (obsolete folding). */
function endsBlock(line: string, lines: readonly string[]): boolean {
  return line === '' || (lines.length === 0 && line.trim() === '');
}

/** Adds a line to the fields; says no when it is none. */
function takeLine(line: string, lines: string[]): boolean {
  const last = lines.length - 1;
  if (/^[ \t]/.test(line) && last >= 0) {
    if ((lines[last]?.length ?? 0) < MAX_VALUE) lines[last] += line;
    return true;
  }
  if (!/^\s*[^\s:][^:]*:/.test(line) || /^>?From [^:]/.test(line)) return false;
  lines.push(line);
  return true;
}

function field(line: string): HeaderField {
  const colon = line.indexOf(':');
  return {
    name: line.slice(0, colon).trim().toLowerCase(),
    value: line
      .slice(colon + 1)
      .replace(/[\r\n]/g, ' ')
      .trim(),
  };
}

/** The value of the first field of that name, or an empty string. */
export function firstValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((candidate) => candidate.name === name)?.value ?? '';
}

/** The value of the last field of that name, or an empty string: of doubled MIME fields, the one nearest the body. */
export function lastValue(fields: readonly HeaderField[], name: string): string {
  return fields.findLast((candidate) => candidate.name === name)?.value ?? '';
}
