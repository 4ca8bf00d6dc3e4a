import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { localTimeOf } from '@/domain/shared/local-time';
import type { Book, Cell, NumberLook, Sheet } from './book';

/** The media type of `.xlsx` files (ECMA-376). */
export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A book as the bytes of an Excel file. Words are never formulas, whatever they begin with. Moments stand in the time of
 * `timeZone`, since spreadsheets know of no zones.
 */
export async function asExcel({ sheets }: Book, timeZone: string): Promise<Uint8Array> {
  const written = sheets.map((sheet, index) => ({
    sheet: sheetName(sheet.name, index),
    stickyRowsCount: 1,
    columns: sheet.columns.map(({ head, width }) => ({ width: width ?? Math.max(10, head.length + 2) })),
    data: [headOf(sheet), ...sheet.rows.map((row) => row.map((cell) => cellOf(cell, timeZone)))],
  }));
  return new Uint8Array(await writeExcelFile(written).toBuffer());
}

const headOf = ({ columns }: Sheet): CellObject[] =>
  columns.map(({ head }) => ({
    value: clean(head),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    backgroundColor: '#eef0f4',
  }));

const LOOKS: Readonly<Record<NumberLook, string>> = {
  whole: '#,##0',
  fine: '#,##0.00',
  share: '0.0%',
  points: '+0;-0;0',
};

function cellOf(cell: Cell, timeZone: string): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: clean(cell), type: String, alignVertical: 'top' };
  if ('number' in cell) return { value: cell.number, type: Number, format: LOOKS[cell.look] };
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  const local = new Date(`${localTimeOf(cell.at, timeZone).slice(0, 16)}:00Z`);
  return { value: local, type: Date, format: 'yyyy-mm-dd hh:mm' };
}

/** Excel shows no more of a cell. */
const LONGEST = 32_767;

/** These may not stand in XML (XML 1.0, 2.2), and Excel refuses such a file. */
const NO_XML = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

const clean = (text: string): string => text.toWellFormed().replace(NO_XML, '').slice(0, LONGEST);

const LONGEST_NAME = 31;

/** Excel refuses some signs, and names that are long, empty or there twice. */
function sheetName(name: string, index: number): string {
  const plain = clean(name)
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim();
  return (plain || String(index + 1)).slice(0, LONGEST_NAME);
}
