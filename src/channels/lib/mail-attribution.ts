import { ATTRIBUTION_STARTS, WROTE_WORD } from './mail-words';

const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b/;
const TIME = /\b\d{1,2}[:.h]\d{2}\b/;
const ADDRESS = /[^\s<>()[\]"',;:]@[^\s<>()[\]"',;:]/;
const ENDS = /[:：]\s*[-*_]*\s*$/;
const ENDS_WITH_ADDRESS = /[>)\]]\s*[:：]\s*$/;

const WROTE_LAST = new RegExp(`(?:${WROTE_WORD.source})\\s*-*\\s*$`, 'iu');

/** `Éva <eva@example.com> wrote:` needs no date: nobody writes like this but a machine. */
const ADDRESS_WROTE = new RegExp(
  `@[^<>()[\\]\\s]{1,100}[>)\\]]\\s*(?:${WROTE_WORD.source})\\s*[:：]\\s*$`,
  'iu',
);

const MAX_LINES = 4;
const MAX_LENGTH = 400;

/** The lines of `On 2 March 2026 Éva <eva@example.com> wrote:`; `end` is the line behind it. */
export type Attribution = Readonly<{ start: number; end: number; text: string }>;

/**
 * Returns the attribution that ends in this line, or null. It names a date or a time, and has a verb of writing
 * in one of the known languages or an address before its colon; a mere "he wrote:" counts only right above a
 * quotation. Give lines without quote marks.
 */
export function attributionEndingAt(lines: readonly string[], last: number): Attribution | null {
  const ending = lines[last] ?? '';
  if (ending.length > MAX_LENGTH || !mayEnd(ending)) return null;
  const aboveQuote = isQuoted(lines, last + 1);
  const starts = linesOfParagraph(lines, last);
  const start = starts.find((at) => isAttribution(joined(lines, at, last), aboveQuote));
  return start === undefined ? null : grown(lines, start, last);
}

/** The line itself and those right above it that may belong to it, the nearest first. */
function linesOfParagraph(lines: readonly string[], last: number): number[] {
  const candidates = Array.from({ length: Math.min(MAX_LINES, last + 1) }, (_, above) => last - above);
  const gap = candidates.findIndex((at) => (lines[at] ?? '').trim() === '');
  return gap === -1 ? candidates : candidates.slice(0, gap);
}

function mayEnd(line: string): boolean {
  return ENDS.test(line) || WROTE_LAST.test(line);
}

function joined(lines: readonly string[], start: number, last: number): string {
  return lines
    .slice(start, last + 1)
    .map((line) => line.trim())
    .join(' ');
}

function isAttribution(text: string, aboveQuote: boolean): boolean {
  if (text.length > MAX_LENGTH) return false;
  const dated = DATE.test(text);
  const timed = TIME.test(text.replace(DATE, ' '));
  const addressed = ADDRESS.test(text);
  if (!WROTE_WORD.test(text)) return dated && timed && addressed && ENDS_WITH_ADDRESS.test(text);
  if ((aboveQuote && text.length <= 120) || ADDRESS_WROTE.test(text)) return true;
  return addressed || ATTRIBUTION_STARTS.test(text) ? dated || timed : dated && timed;
}

/** Takes in lines above that visibly belong to it: `On Monday, 2 March 2026` / `at 9:12 Éva wrote:`. */
function grown(lines: readonly string[], start: number, last: number): Attribution {
  let first = start;
  for (let above = start - 1; above > last - MAX_LINES && above >= 0; above -= 1) {
    const line = (lines[above] ?? '').trim();
    if (line === '') break;
    const starts = ATTRIBUTION_STARTS.test(line) && (DATE.test(line) || TIME.test(line));
    if (starts && !/[.!?]$/.test(line)) first = above;
  }
  return { start: first, end: last + 1, text: joined(lines, first, last) };
}

function isQuoted(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 6).find((line) => line.trim() !== '');
  return next?.trimStart().startsWith('>') === true;
}
