import {
  type HeaderBlock,
  headerBlockAt,
  knownFields,
  type PrintedHeader,
  unrolledHeader,
} from './mail-header-block';
import { announcedBy, opensForward } from './mail-words';

/**
 * Where another mail begins inside a text: announced as forwarded, announced as the original, or by its printed
 * header alone, which says neither. `end` is the line behind the announcement and its header.
 */
export type Boundary = Readonly<{
  kind: 'forwarded' | 'original' | 'header';
  header: PrintedHeader | null;
  end: number;
}>;

const RULER = /^\s*[-–—_=]{2,}\s*([^\s_=–—-][^\n]{2,80}?)\s*[-–—_=]{2,}/u;
const RULE = /^\s*(?:[-–—_=*]{3,}\s*)?$/u;
const QUOTE_MARK = /^\s{0,3}>[^\S\n]?/;

/** Returns a line without its outermost quote mark. */
export function unquoted(line: string): string {
  return line.replace(QUOTE_MARK, '');
}

/**
 * Returns what begins at this line, or null. Without an announcement a header needs three fields: the mails of
 * contact forms print two ("From: … / Subject: …") and their text below. Give the line without quote marks.
 */
export function boundaryAt(lines: readonly string[], at: number): Boundary | null {
  const line = (lines[at] ?? '').slice(0, 4000);
  const ruler = RULER.exec(line);
  if (ruler !== null) return announcement(ruler, lines, at);
  if (opensForward(line)) {
    const block = blockBelow(lines, at + 1);
    return block === null ? null : { kind: 'forwarded', ...block };
  }
  const block = headerBlockAt(lines, at);
  return block === null || knownFields(block.header) < 3 ? null : { kind: 'header', ...block };
}

/** Returns where the text above a boundary ends: before the line that Outlook draws, and empty ones. */
export function endAboveRules(lines: readonly string[], end: number): number {
  return lines.slice(0, end).findLastIndex((line) => !RULE.test(line)) + 1;
}

function announcement(ruler: RegExpExecArray, lines: readonly string[], at: number): Boundary | null {
  const kind = announcedBy(ruler[1] ?? '');
  const behind = ruler.input.slice(ruler[0].length);
  const block = blockOnLine(behind, at) ?? blockBelow(lines, at + 1);
  if (kind === null && block === null) return null;
  return { kind: kind ?? 'header', ...(block ?? { header: null, end: at + 1 }) };
}

function blockOnLine(text: string, at: number): HeaderBlock | null {
  const unrolled = unrolledHeader(text);
  const block = unrolled === null ? null : headerBlockAt(unrolled, 0);
  return block === null ? null : { header: block.header, end: at + 1 };
}

/** The header may stand below empty lines, and be quoted although its announcement is not. */
function blockBelow(lines: readonly string[], from: number): HeaderBlock | null {
  const next = lines.slice(from, from + 45).map(unquoted);
  const filled = next.findIndex((line) => line.trim() !== '');
  if (filled === -1 || filled > 3) return null;
  const onLine = blockOnLine(next[filled] ?? '', from + filled);
  const block = onLine === null ? headerBlockAt(next, filled) : null;
  return block === null ? onLine : { header: block.header, end: from + block.end };
}
