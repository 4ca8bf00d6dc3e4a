import { stringify } from 'csv-stringify/sync';
import type { Cell, Sheet } from './book';

/**
 * A table as CSV: UTF-8 with a byte order mark, CRLF (RFC 4180), dates as ISO 8601, numbers with a point. Words that a
 * spreadsheet would take for a formula get an apostrophe before them; numbers stay numbers.
 */
export function asCsv({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ head }) => guarded(head)), ...rows.map((row) => row.map(written))];
  return `\ufeff${stringify(lines, { record_delimiter: 'windows' })}`;
}

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell);
  if ('number' in cell) return String(cell.number);
  return 'day' in cell ? cell.day : cell.at.toISOString();
}
