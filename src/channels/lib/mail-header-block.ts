import { fieldOf, type HeaderField, labelsOf } from './mail-words';

/** The values of a printed header, as written; a repeated field keeps its first value. */
export type PrintedHeader = Readonly<Partial<Record<HeaderField, string>>>;

/** A printed header and the number of the line behind it. */
export type HeaderBlock = Readonly<{ header: PrintedHeader; end: number }>;

/** `Label: value`, also indented, `*bold*`, or with the French space before its colon. */
const FIELD_LINE = /^[ \t*_]{0,8}(\p{L}[\p{L}\p{M} .'’-]{0,24}?)[ \t*_]{0,3}[:：][*_]?[ \t]*(.*)$/u;

const MAX_LINES = 40;

/**
 * Returns the header that a mail program printed at this line, or null. At least three known fields in a row,
 * `From` among them, and an address or a subject with a date, so that a form that a customer filled in
 * ("From: Riga / To: Budapest / Date: …") is not taken for one; two are enough where `From` has an address in
 * brackets. Give lines without quote marks.
 */
export function headerBlockAt(lines: readonly string[], start: number): HeaderBlock | null {
  const header: Partial<Record<HeaderField, string>> = {};
  let at = start;
  while (at < Math.min(lines.length, start + MAX_LINES)) {
    const field = printedField(lines[at] ?? '');
    if (field === null) break;
    const next = endOfValue(lines, at);
    header[field.name] ??= [field.value, ...lines.slice(at + 1, next)].join(' ').trim();
    at = next;
  }
  return isMailHeader(header) ? { header, end: at } : null;
}

/** Returns the field that a line prints, or null. */
function printedField(line: string): { name: HeaderField; value: string } | null {
  const match = FIELD_LINE.exec(line.slice(0, 2000));
  const name = fieldOf(match?.[1] ?? '');
  return name === null ? null : { name, value: (match?.[2] ?? '').replace(/[*_]+$/, '') };
}

/** A value may run on over the next lines: addresses do when the list is long or the width is small. */
function endOfValue(lines: readonly string[], at: number): number {
  for (let end = at + 1; end <= at + 4; end += 1) {
    const line = lines[end] ?? '';
    if (line.trim() === '') return at + 1;
    if (printedField(line) !== null) return end;
    if (!/@|[,;<]\s*$/.test(`${line} ${lines[end - 1] ?? ''}`)) return at + 1;
  }
  return at + 1;
}

function isMailHeader(header: PrintedHeader): boolean {
  if (header.from === undefined) return false;
  if (knownFields(header) < 3) return knownFields(header) === 2 && /[<[(][^\s<>]{1,200}@/.test(header.from);
  return header.from.includes('@') || (header.subject !== undefined && header.date !== undefined);
}

/** Returns how many fields it has that every mail has. */
export function knownFields(header: PrintedHeader): number {
  return Object.keys(header).filter((field) => field !== 'other').length;
}

const either = (field: HeaderField) => labelsOf(field).join('|').replaceAll('.', '[.]');

const FIRST_ON_LINE = new RegExp(`^\\s*(?:${either('from')})\\s?[:：]`, 'iu');
const BEHIND_ADDRESS = new RegExp(
  `>\\s*(${[either('to'), either('cc'), either('date')].join('|')})(?:\\s?[:：]\\s*|\\s+)`,
  'giu',
);
const SUBJECT_ON_LINE = new RegExp(
  `(${either('subject')})(?:\\s?[:：]\\s*|\\s+)(?!.*(?:${either('subject')})\\s?[:：])`,
  'u',
);

/**
 * Returns the fields of a header that was printed in one line without a space between them, as Yahoo does
 * (`From: A <a@b>To: C <c@d>Sent: …Subject: …`), each on a line of its own; or null where it is none.
 */
export function unrolledHeader(line: string): string[] | null {
  const bounded = line.slice(0, 4000);
  if (!FIRST_ON_LINE.test(bounded)) return null;
  const parts = bounded.trim().replace(BEHIND_ADDRESS, '>\n$1: ').split('\n');
  const last = parts.at(-1) ?? '';
  const subject = SUBJECT_ON_LINE.exec(last);
  if (parts.length < 2 || subject === null) return null;
  return [
    ...parts.slice(0, -1),
    last.slice(0, subject.index),
    `Subject: ${last.slice(subject.index + subject[0].length)}`,
  ];
}
