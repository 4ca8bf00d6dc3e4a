import type { Address, ForwardedMessage } from '@/domain/channel/message';
import { printedAddresses } from './mail-addresses';
import { type Attribution, attributionEndingAt } from './mail-attribution';
import { type Boundary, boundaryAt, endAboveRules, unquoted } from './mail-boundary';
import type { PrintedHeader } from './mail-header-block';

const MAX_LENGTH = 200_000;
const MAX_LINES = 5000;

/** `VS` is a reply in Finnish and a forward in Danish, so it stands in neither list. */
const FORWARD_PREFIX =
  /^\s*(?:\[[^\]]{1,60}\]\s*)?(?:fwd?|wg|tr|i|rv|enc|doorst|vb|vl|pd|fs|vd|prosl|proslijeđeno|tov|továbbítás|továbbított|pārs|pārsūtīts|pārsūtīšana|persiųsta|ilt|i̇lt|yön|rif?|trans|redir|пересл|перес|转发|轉寄|転送|전달)\s?(?:\[\d{1,3}\])?[:：]\s*/iu;

const REPLY_PREFIX =
  /^\s*(?:\[[^\]]{1,60}\]\s*)?(?:re|aw|antw|antwort|sv|r|ré|rép|odp|odpověď|vá|válasz|atb|atbilde|ats|vs|ynt|yanıt|απ|αντ|σχετ|回复|回覆|返信|답장|res|resp|bls|ad|hv|на)\s?(?:\[\d{1,3}\])?[:：]/iu;

/**
 * Returns the mail that somebody forwarded by hand inside this text, or null. Its header may be printed in any of
 * the languages of mail programs. A header without an announcement, which replies carry too, counts unless the
 * subject is that of a reply; a mere "On … X wrote:" counts only where the subject says that it was forwarded.
 */
export function readForwarded(text: string, subject: string): ForwardedMessage | null {
  const lines = text
    .replaceAll('\uFEFF', '')
    .replace(/\r\n?/g, '\n')
    .slice(0, MAX_LENGTH)
    .split('\n')
    .slice(0, MAX_LINES);
  const found = firstFind(lines.map(unquoted));
  if (found === null) return null;
  const forwarded = 'kind' in found ? fromBoundary(found, subject) : fromAttribution(found, subject);
  if (forwarded === null) return null;
  return { ...forwarded, comment: commentAbove(lines, found.start), text: textBelow(lines, found.end) };
}

type Find = (Boundary & { start: number }) | Attribution;
type Envelope = Omit<ForwardedMessage, 'comment' | 'text'>;

function firstFind(lines: readonly string[]): Find | null {
  for (const start of lines.keys()) {
    const boundary = boundaryAt(lines, start);
    if (boundary !== null) return { ...boundary, start };
    const attribution = attributionEndingAt(lines, start);
    if (attribution !== null) return attribution;
  }
  return null;
}

function fromBoundary({ kind, header }: Boundary, subject: string): Envelope | null {
  const isReply = REPLY_PREFIX.test(subject.slice(0, 200)) && !FORWARD_PREFIX.test(subject.slice(0, 200));
  if (header === null || (kind !== 'forwarded' && isReply)) return null;
  const [from] = printedAddresses(header.from ?? '');
  return from === undefined ? null : { from, ...restOf(header) };
}

function restOf(header: PrintedHeader): Omit<Envelope, 'from'> {
  return {
    to: printedAddresses(header.to ?? ''),
    cc: printedAddresses(header.cc ?? ''),
    date: header.date?.trim() || null,
    subject: header.subject?.trim() || null,
  };
}

function fromAttribution({ text }: Attribution, subject: string): Envelope | null {
  if (!FORWARD_PREFIX.test(subject.slice(0, 200))) return null;
  const from = authorOf(text);
  if (from === null) return null;
  return { from, to: [], cc: [], date: null, subject: withoutPrefixes(subject) };
}

const AUTHOR = /^(.*?)[<([]\s*(?:mailto:)?([^\s<>()[\]]{1,250}@[^\s<>()[\]]{1,250}?)\s*[>)\]]/s;

/** Between date and name stand only small words, a verb, or a mark of the clock. */
const NO_NAME =
  /^(?:[\s,.:;—–-]|AM\b|PM\b|GMT\S*|UTC\S*|CES?T\b|EES?T\b|Uhr\b|[+-]\d{4}|\p{Ll}[\p{L}.]*(?=\s))+/u;

function authorOf(attribution: string): Address | null {
  const match = AUTHOR.exec(attribution);
  if (match === null) return null;
  const behindDate = (match[1] ?? '').replace(/^.*\d(?=\D*$)/s, '').replace(NO_NAME, '');
  return printedAddresses(`${behindDate} <${match[2] ?? ''}>`)[0] ?? null;
}

function withoutPrefixes(subject: string): string | null {
  let bare = subject.trim();
  for (let round = 0; round < 5; round += 1) bare = bare.replace(FORWARD_PREFIX, '');
  return bare === '' ? null : bare;
}

/** An announcement in a tongue that we do not know still stands inside the quotation. */
function commentAbove(lines: readonly string[], start: number): string {
  const quoted = (line: string) => line.startsWith('>');
  const above = lines.slice(0, endAboveRules(lines, start));
  const end = quoted(lines[start] ?? '') ? above.findLastIndex((line) => !quoted(line)) + 1 : above.length;
  return above.slice(0, end).join('\n').trim();
}

function textBelow(lines: readonly string[], from: number): string {
  const body = lines.slice(from);
  const first = body.find((line) => line.trim() !== '') ?? '';
  const bare = first.startsWith('>') ? body.map(unquoted) : body;
  const indent = Math.min(...bare.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return (indent > 0 && indent < 80 ? bare.map((line) => line.slice(indent)) : bare).join('\n').trim();
}
