import { attributionEndingAt } from './mail-attribution';
import { boundaryAt, endAboveRules } from './mail-boundary';
import { signatureStart } from './mail-signature';

const MAX_LENGTH = 200_000;
const MAX_LINES = 5000;

/** What our own mails say above the quotation: `##- Please write above this line -##`. */
const OUR_DELIMITER = /^[>\s*_]{0,20}##- ?.{1,200} ?-##/;

const QUOTED = /^\s{0,3}>/;

/** A narrow window breaks `<eva@example.com>:` before its last bracket, which then looks like a quote mark. */
const ADDRESS_START = /<[^<>\s]{1,150}@[^<>\s]{1,150}$/;
const ADDRESS_END = /^>[^>]{0,20}[:：]\s*$/;

type Kind = 'own' | 'quote' | 'blank';
type Run = Readonly<{ kind: 'own' | 'quote'; start: number; end: number; attributed: boolean }>;

/**
 * Returns what the sender wrote now: without the mail quoted or forwarded below, its header, and the signature
 * (contracts A.7). Answers between the lines keep the lines they answer. Where nothing would remain, the whole
 * text is returned. Linear time; looks at the first 200,000 characters. The full text is stored beside it.
 */
export function visibleText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').slice(0, MAX_LENGTH).split('\n').slice(0, MAX_LINES);
  const visible = trimmed(ownLines(aboveOurDelimiter(lines)));
  return visible === '' ? trimmed(lines) : visible;
}

function aboveOurDelimiter(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => OUR_DELIMITER.test(line.slice(0, 300)));
  return at > 0 ? lines.slice(0, at) : lines;
}

function ownLines(lines: readonly string[]): readonly string[] {
  const { kinds, attributed, end } = classified(lines);
  const above = runsOf(kinds.slice(0, end === lines.length ? end : endAboveRules(lines, end)), attributed);
  const withSignature = upToLastOwn(above);
  const signature = signatureStart(lines.slice(0, withSignature.at(-1)?.end ?? 0));
  const told = upToLastOwn(runsOf(kinds.slice(0, signature), attributed));
  const quotes = told.filter((run) => run.kind === 'quote');
  const hidden = quotes.length === 1 && isForeign(quotes[0]) ? quotes[0] : undefined;
  return lines
    .slice(0, told.at(-1)?.end ?? 0)
    .filter((_, at) => hidden === undefined || at < hidden.start || at >= hidden.end);
}

function upToLastOwn(runs: readonly Run[]): readonly Run[] {
  return runs.slice(0, runs.findLastIndex((run) => run.kind === 'own') + 1);
}

/** One quotation above the answer is the mail that is answered; a few lines without a name were picked by hand. */
function isForeign(run: Run | undefined): boolean {
  return run !== undefined && (run.attributed || run.end - run.start > 5);
}

/** Tells of each line whose it is, up to the line from which on nothing is the sender's own. */
function classified(lines: readonly string[]) {
  const kinds = lines.map(kindOf);
  const attributed = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    if (kinds[at] !== 'own') continue;
    if (boundaryAt(lines, at) !== null) return { kinds, attributed, end: at };
    const attribution = attributionEndingAt(lines, at);
    if (attribution === null) continue;
    if (!isQuoteBelow(kinds, attribution.end)) return { kinds, attributed, end: attribution.start };
    attributed.add(attribution.start);
    kinds.fill('quote', attribution.start, attribution.end);
  }
  return { kinds, attributed, end: lines.length };
}

function kindOf(line: string, at: number, lines: readonly string[]): Kind {
  if (line.trim() === '') return 'blank';
  if (ADDRESS_END.test(line) && ADDRESS_START.test((lines[at - 1] ?? '').slice(-200))) return 'own';
  return QUOTED.test(line) || isWrappedQuote(line, at, lines) ? 'quote' : 'own';
}

/** Some mail programs wrap what they quote and mark only the first of the two lines. */
function isWrappedQuote(line: string, at: number, lines: readonly string[]): boolean {
  const above = lines[at - 1] ?? '';
  return (
    QUOTED.test(above) && above.length >= 50 && line.length < above.length && QUOTED.test(lines[at + 1] ?? '')
  );
}

function isQuoteBelow(kinds: readonly Kind[], from: number): boolean {
  const next = kinds.findIndex((kind, at) => at >= from && kind !== 'blank');
  return kinds[next] === 'quote';
}

function runsOf(kinds: readonly Kind[], attributed: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (const [at, kind] of kinds.entries()) {
    if (kind === 'blank') continue;
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { ...last, end: at + 1 };
    else runs.push({ kind, start: at, end: at + 1, attributed: attributed.has(at) });
  }
  return runs;
}

function trimmed(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .replaceAll('\uFEFF', '')
    .trimEnd();
}
