import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Book } from '@/server/spreadsheet/book';
import { asCsv } from '@/server/spreadsheet/csv';
import { asExcel } from '@/server/spreadsheet/excel';

const RISKY = ['=1+1', '+cmd', '-2', '@SUM(A1)', '\tTab', '\r=x', '＝1'];

const sheet = {
  key: 'risky',
  name: "What's [this]: a/very long name of a sheet?",
  columns: [{ head: 'Words' }, { head: 'Number' }, { head: 'Day' }, { head: 'Moment' }],
  rows: [
    ...RISKY.map((words) => [words, null, null, null]),
    [
      'ő, ķ; "quoted"\nand a line',
      { number: -0.125, look: 'share' },
      { day: '2026-03-29' },
      { at: new Date('2026-03-29T01:30:00Z') },
    ],
    ['bad \u0000\u0007 signs \ud800', { number: 1e6, look: 'whole' }, null, null],
  ],
} as const;
const book: Book = { name: 'risky', sheets: [sheet, { ...sheet, name: '' }] };

test('CSV has a byte order mark and CRLF, keeps numbers, and disarms what a spreadsheet would count out', () => {
  const text = asCsv(sheet);
  expect(text.startsWith('\ufeffWords,Number,Day,Moment\r\n')).toBe(true);
  const rows = parse(text, { bom: true, from: 2 }) as string[][];
  expect(rows.slice(0, RISKY.length).map(([words]) => words)).toEqual(RISKY.map((words) => `'${words}`));
  expect(rows.at(-2)).toEqual([
    'ő, ķ; "quoted"\nand a line',
    '-0.125',
    '2026-03-29',
    '2026-03-29T01:30:00.000Z',
  ]);
});

test('a spreadsheet library reads back words as words, numbers as numbers and dates as dates', async () => {
  const bytes = Buffer.from(await asExcel(book, 'Europe/Budapest'));
  const sheets = await readExcelFile(bytes, { trim: false });
  expect(sheets.map((each) => each.sheet)).toEqual(['What s  this   a very long name', '2']);
  const rows = sheets[0]?.data ?? [];
  expect(rows.slice(1, RISKY.length).map(([words]) => words)).toEqual(
    RISKY.slice(0, -1).map((words) => words),
  );
  const [words, number, day, moment] = rows[RISKY.length + 1] ?? [];
  expect([words, number, day]).toEqual(['ő, ķ; "quoted"\nand a line', -0.125, new Date('2026-03-29')]);
  // Spreadsheets keep moments as parts of days: a thousandth of a second may be lost.
  const local = Date.parse('2026-03-29T03:30:00Z');
  expect(Math.abs(Number(moment) - local)).toBeLessThan(2);
  expect(rows.at(-1)?.slice(0, 2)).toEqual(['bad  signs ', 1_000_000]);
});
