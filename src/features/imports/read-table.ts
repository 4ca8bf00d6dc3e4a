import { parse } from 'csv-parse/sync';
import { DELIMITERS, type ENCODINGS } from '@/domain/import/columns';
import { markOpenQuotes, STRAY } from '@/domain/import/open-quotes';

type Encoding = (typeof ENCODINGS)[number];

/** A record; `unclosed` where one of its cells begins with a quotation mark that is never closed, which stays in the cell. */
type TableRow = Readonly<{ cells: readonly string[]; unclosed: boolean }>;

export type Table = Readonly<{
  encoding: Encoding;
  delimiter: string;
  heads: readonly string[];
  rows: readonly TableRow[];
}>;

/** What somebody says of a file, who sees better than we how it is to be read. */
type Format = Readonly<{ encoding: Encoding; delimiter: (typeof DELIMITERS)[number] }>;
const HEAD_LENGTH = 20_000;

/**
 * Reads a CSV file as people save it (RFC 4180; Excel in Hungarian and Latvian separates by semicolons and writes
 * windows-1250 and windows-1257). Null when it is no table: no heads, or nothing that separates them and one column alone
 * without any line. Encoding and separator are found out, unless they are said. A quotation mark that is never closed holds no
 * line back but its own.
 */
export function readTable(bytes: Uint8Array, said?: Format): Table | null {
  const encoding = said?.encoding ?? encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '');
  if (text.includes('\0')) return null;
  const delimiter = said?.delimiter ?? delimiterOf(text.slice(0, HEAD_LENGTH));
  const newline = newlineOf(text);
  try {
    const records: string[][] = parse(markOpenQuotes({ text, delimiter, newline }), {
      delimiter,
      record_delimiter: newline,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: false,
    });
    const [heads, ...rows] = records;
    if (!heads || heads.every((head) => head.trim() === '')) return null;
    return {
      encoding,
      delimiter,
      heads: heads.map((head) => head.replaceAll(STRAY, '').trim()),
      rows: rows.map(rowOf),
    };
  } catch {
    return null;
  }
}

const rowOf = (cells: readonly string[]): TableRow => {
  const unclosed = cells.some((cell) => cell.includes(STRAY));
  return { cells: unclosed ? cells.map((cell) => cell.replaceAll(STRAY, '"')) : cells, unclosed };
};

/** By its byte order mark, else UTF-8 where the bytes are valid UTF-8, else the code page whose letters make more sense. */
function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return count(bytes, 'windows-1257', LATVIAN) > count(bytes, 'windows-1250', HUNGARIAN)
      ? 'windows-1257'
      : 'windows-1250';
  }
}

const LATVIAN = /[āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]/g;
const HUNGARIAN = /[áéíóöőúüűÁÉÍÓÖŐÚÜŰ]/g;

const count = (bytes: Uint8Array, encoding: Encoding, letters: RegExp): number =>
  new TextDecoder(encoding).decode(bytes).match(letters)?.length ?? 0;

/** The sign that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const line = (text.split(/\r?\n/).find((each) => each.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const found = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length - 1 }));
  const most = found.reduce((best, each) => (each.count > best.count ? each : best));
  return most.count > 0 ? most.sign : ',';
}

const NEWLINE = /\r\n|\n|\r/;

/** What ends the first line; line breaks within quotes can be others, as Excel writes them. */
const newlineOf = (text: string): string =>
  (NEWLINE.exec(text.slice(0, HEAD_LENGTH).replace(/"[^"]*"/g, '')) ?? NEWLINE.exec(text))?.[0] ?? '\n';
