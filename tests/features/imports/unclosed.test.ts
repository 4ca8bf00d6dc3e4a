import { expect, test } from 'vitest';
import { beginImport } from '@/features/imports/commands/begin-import';
import { takeInLines } from '@/features/imports/commands/take-in-lines';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport, importReport } from '@/features/imports/queries';
import { readTable } from '@/features/imports/read-table';
import { newWorld } from '../../support/world';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The cells of the lines of a table; those of a line with a mark that is never closed behind a `!`. */
const linesOf = (text: string) =>
  readTable(bytesOf(text))?.rows.map(({ cells, unclosed }) => (unclosed ? ['!', ...cells] : cells));

test('a quotation mark that is never closed swallows no line', () => {
  const head = 'name,email,note\n';
  expect(linesOf(`${head}"Anna,a@x.hu,\nBéla,b@x.hu,\n`)).toEqual([
    ['!', '"Anna', 'a@x.hu', ''],
    ['Béla', 'b@x.hu', ''],
  ]);
  const cili = ['Cili', 'c@x.hu', 'two\nlines, "all" right'];
  expect(
    linesOf(
      `name,email,note\r\nA,"a@x.hu,\r\nBéla,b@x.hu,""\r\n"Cili",c@x.hu,"two\nlines, ""all"" right"\r\n`,
    ),
  ).toEqual([['!', 'A', '"a@x.hu', ''], ['Béla', 'b@x.hu', ''], cili]);
  expect(linesOf(`${head}"Anna","a@x.hu,"x"\n"Béla","b@x.hu",""\n`)).toEqual([
    ['!', 'Anna', '"a@x.hu', 'x'],
    ['Béla', 'b@x.hu', ''],
  ]);
  // Closed by the sign for inches in another line, which looks like one long cell.
  expect(linesOf(`${head}"Anna,a@x.hu,\nBéla,b@x.hu,\nCső 5",c@x.hu,\n`)).toHaveLength(3);
  expect(linesOf('"name,email\nAnna,a@x.hu\n"Béla",b@x.hu\n')).toEqual([
    ['Anna', 'a@x.hu'],
    ['Béla', 'b@x.hu'],
  ]);
  const long = 'a\n\n"b", c\n';
  expect(linesOf(`${head}A,a@x.hu,"${long.replaceAll('"', '""')}"\n`)).toEqual([['A', 'a@x.hu', long]]);
  expect(linesOf(`${head}${'"A,'.repeat(40)}\nBéla,b@x.hu,`)).toHaveLength(2);
});

test('the line of such a mark is refused and named, and all others are taken in', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const text = 'name,email\nAnna,a@x.hu\n"Béla,b@x.hu\nCili,c@x.hu\n"Dóra",d@x.hu\n';
  const kept = await uploadImport(ctx, { name: 'x.csv', bytes: bytesOf(text) });
  const file = kept.ok && (await getImport(ctx, kept.value.importId));
  if (!file) throw new Error('no file');
  await beginImport(ctx, mappingInput.parse({ importId: file.id, ...file.mapping, run: true }));
  while (await takeInLines(world.system(), file.id));
  const done = await getImport(ctx, file.id);
  expect(done).toMatchObject({ state: 'done', rows: 4, created: 3, failed: 1 });
  const problems = [{ code: 'quote', field: null, value: '"Béla' }];
  expect(done?.wrong).toMatchObject([{ row: 2, outcome: 'fail', problems }]);
  const report = await new Response(await importReport(ctx, { file, locale: 'hu' })).text();
  expect(report.split('\r\n')[2]).toContain('Nincs bezárva egy idézőjel: ""Béla');
});
