import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ownFieldsOf } from '@/features/fields/queries';
import { beginImport, deleteImport } from '@/features/imports/commands/begin-import';
import { takeInLines } from '@/features/imports/commands/take-in-lines';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport, importReport, listImports } from '@/features/imports/queries';
import { readTable } from '@/features/imports/read-table';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { newField } from '../fields/support';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Text in windows-1250, in which Hungarian Excel saves. */
const HUNGARIAN: Readonly<Record<string, number>> = {
  é: 0xe9,
  á: 0xe1,
  ő: 0xf5,
  ű: 0xfb,
  ó: 0xf3,
  í: 0xed,
  É: 0xc9,
};
const LATVIAN: Readonly<Record<string, number>> = { ā: 0xe2, ē: 0xe7, ī: 0xee, š: 0xf0, ņ: 0xf2, ž: 0xfe };
const encoded = (text: string, letters: Readonly<Record<string, number>>) =>
  Uint8Array.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));

test('tables are read as people save them', () => {
  const hungarian = readTable(encoded('Név;E-mail cím\r\n"Erdős; Éva";eva@x.hu\r\n', HUNGARIAN));
  expect(hungarian).toMatchObject({ encoding: 'windows-1250', delimiter: ';' });
  expect(hungarian?.rows).toEqual([{ cells: ['Erdős; Éva', 'eva@x.hu'], unclosed: false }]);
  const latvian = readTable(encoded('Vārds\tE-pasts\nŽanis Bērziņš\tz@x.lv\n'.replace('Ž', 'ž'), LATVIAN));
  expect(latvian).toMatchObject({ encoding: 'windows-1257', delimiter: '\t', heads: ['Vārds', 'E-pasts'] });
  expect(readTable(bytesOf('\ufeffname,email\n"A ""B""","a@x.hu"\n'))).toMatchObject({
    encoding: 'utf-8',
    heads: ['name', 'email'],
    rows: [{ cells: ['A "B"', 'a@x.hu'] }],
  });
  expect(readTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
});

async function uploaded(ctx: StaffContext, text: string) {
  const kept = await uploadImport(ctx, { name: 'x.csv', bytes: bytesOf(text) });
  if (!kept.ok) throw new Error(kept.error.code);
  const file = await getImport(ctx, kept.value.importId);
  if (!file) throw new Error('no file');
  return file;
}

const begin = (ctx: StaffContext, file: Awaited<ReturnType<typeof uploaded>>, over = {}) =>
  beginImport(ctx, mappingInput.parse({ importId: file.id, ...file.mapping, run: true, ...over }));

const MANY = 1200;
/** Every tenth line has a fault. */
const manyLines = () => [
  'Név,Email,Azonosító',
  ...Array.from(
    { length: MANY },
    (_, at) => `Ügyfél ${at},${at % 10 === 9 ? 'rossz' : `u${at}@x.hu`},K${at}`,
  ),
];

test('a look first changes nothing; then every line is taken in once, and every fault is named', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const system = world.system();
  const file = await uploaded(ctx, manyLines().join('\n'));
  const count = () => world.db.customer.count({ where: { workspaceId: world.workspaceId } });
  await begin(ctx, file, { run: false });
  while (await takeInLines(system, file.id));
  expect(await getImport(ctx, file.id)).toMatchObject({ state: 'checked', created: 1080, failed: 120 });
  expect(await count()).toBe(0);
  await begin(ctx, file);
  expect(await begin(ctx, file)).toMatchObject({ error: { code: 'import.busy' } });
  // Two workers at once, as after one that was thought dead: they take turns, and no line is taken twice.
  const work = async () => {
    for (let tries = 0; tries < 20; tries++) await takeInLines(system, file.id);
  };
  await Promise.all([work(), work()]);
  const done = await getImport(ctx, file.id);
  expect(done).toMatchObject({ state: 'done', cursor: MANY, created: 1080, updated: 0, failed: 120 });
  expect(await count()).toBe(1080);
  expect(done?.wrong[0]).toMatchObject({
    row: 10,
    outcome: 'fail',
    problems: [{ code: 'email', value: 'rossz' }],
  });
  const report = await new Response(await importReport(ctx, { file, locale: null })).text();
  expect(report.split('\r\n').filter((line) => line.includes(',fail,'))).toHaveLength(120);
  expect(report.trim().split('\r\n')).toHaveLength(MANY + 1);
});

test('a transaction that dies leaves the cursor where it stood', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const file = await uploaded(ctx, manyLines().join('\n'));
  await begin(ctx, file);
  const system = world.system();
  await takeInLines(system, file.id);
  const dying = {
    ...system,
    newId: () => {
      throw new Error('killed');
    },
  };
  await expect(takeInLines(dying, file.id)).rejects.toThrow('killed');
  expect(await getImport(ctx, file.id)).toMatchObject({ state: 'running', cursor: 500, created: 450 });
  while (await takeInLines(system, file.id));
  expect(await getImport(ctx, file.id)).toMatchObject({ state: 'done', created: 1080, failed: 120 });
  expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(1080);
});

test('who is here already is known by id, address or number, and filled in or left alone', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const { db, workspaceId } = world;
  await world.ticket(ctx, { requester: { email: 'anna@x.hu', name: 'Anna' } });
  await world.ticket(ctx, { requester: { email: 'bela@x.hu', name: 'Béla' } });
  const text =
    'name,email,phone,company,language\nNagy Anna,ANNA@x.hu,06 30 123 4567,Firma,magyar\n,anna@x.hu,,,\n';
  const run = async (over = {}, rows = text) => {
    const file = await uploaded(ctx, rows);
    await begin(ctx, file, over);
    while (await takeInLines(world.system(), file.id));
    return getImport(ctx, file.id);
  };
  expect(await run({ known: 'skip' })).toMatchObject({ skipped: 2, updated: 0 });
  expect(await run()).toMatchObject({ updated: 2, created: 0 });
  const anna = await db.customer.findFirstOrThrow({
    where: { workspaceId, displayName: 'Nagy Anna' },
    select: { locale: true, organization: true, identities: { select: { value: true } } },
  });
  expect(anna).toMatchObject({ locale: 'hu', organization: { name: 'Firma' } });
  expect(anna.identities.map(({ value }) => value).sort()).toEqual(['+36301234567', 'anna@x.hu']);
  expect(await run({}, 'email,phone\nbela@x.hu,+36301234567\n')).toMatchObject({
    failed: 1,
    wrong: [{ problems: [{ code: 'taken' }] }],
  });
});

test('only who may imports; files of others are not found; what works is not deleted', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const file = await uploaded(ctx, 'name\nA\n');
  const agent = await world.member();
  const kept = await uploadImport(agent, { name: 'x', bytes: bytesOf('name\nA\n') });
  expect(kept).toMatchObject({ error: { code: 'forbidden' } });
  expect(await begin(ctx, file, { columns: {} })).toMatchObject({ error: { code: 'import.mapping' } });
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await begin(stranger, file)).toMatchObject({ error: { code: 'not_found' } });
  expect(await getImport(stranger, file.id)).toBeNull();
  await begin(ctx, file);
  expect(await deleteImport(ctx, { importId: file.id })).toMatchObject({ error: { code: 'import.busy' } });
  while (await takeInLines(world.system(), file.id));
  expect(await deleteImport(ctx, { importId: file.id })).toMatchObject({ ok: true });
  expect(await listImports(ctx)).toEqual([]);
});

test('columns go to own fields; what is no value of theirs is left out, and the line says so', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'owner' });
  const card = await newField(ctx, { entity: 'customer', key: 'card', names: { en: 'Loyalty card' } });
  const since = await newField(ctx, {
    entity: 'customer',
    key: 'since',
    kind: 'date',
    names: { hu: 'Vevő óta' },
  });
  const rows = 'name,email,Loyalty card,Vevo ota\nAnna,a@x.hu,LC-1,2026. 3. 1.\nBéla,b@x.hu,LC-2,régen\n';
  const file = await uploaded(ctx, rows);
  expect(file.mapping.columns).toEqual({ name: 0, email: 1, [`own.${card}`]: 2, [`own.${since}`]: 3 });
  await begin(ctx, file);
  while (await takeInLines(world.system(), file.id));
  const done = await getImport(ctx, file.id);
  expect(done).toMatchObject({ state: 'done', created: 2, failed: 0 });
  expect(done?.wrong).toMatchObject([
    { row: 2, outcome: 'create', problems: [{ code: 'own', value: 'since: régen' }] },
  ]);
  const { workspaceId, db } = world;
  const valuesOf = async (displayName: string) => {
    const { id } = await db.customer.findFirstOrThrow({ where: { workspaceId, displayName } });
    return (await ownFieldsOf(ctx, { entity: 'customer', ownerId: id })).values;
  };
  expect(await valuesOf('Anna')).toEqual({ [card]: 'LC-1', [since]: '2026-03-01' });
  expect(await valuesOf('Béla')).toEqual({ [card]: 'LC-2' });
  // The same person again: what the file gives is set, what it leaves empty stays.
  const again = await uploaded(ctx, 'email,card,since\na@x.hu,,2026-04-01\na@x.hu,LC-9,\n');
  await begin(ctx, again);
  while (await takeInLines(world.system(), again.id));
  expect(await valuesOf('Anna')).toEqual({ [card]: 'LC-9', [since]: '2026-04-01' });
});

const FORMULAS = ['=1+1', '+3630', '-2', '@cmd', '\t=1', '\r=1', '\n=1'];

/** A line that was taken in, one that was refused, one left out in part, and one for each way to begin a formula. */
async function reported(locale: 'hu' | 'lv' | null) {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const cell = (text: string) => `"${text}"`;
  const rows = [
    'name,email,language,note,=head',
    'Anna,a@x.hu,hu,,',
    'Béla,rossz,klingon,,',
    'Anna,a@x.hu,,,',
    ...FORMULAS.map((text, at) => `C${at},c${at}@x.hu,,${cell(text)},`),
  ];
  const file = await uploaded(ctx, rows.join('\r\n'));
  await begin(ctx, file);
  while (await takeInLines(world.system(), file.id));
  const text = await new Response(await importReport(ctx, { file, locale })).text();
  return parse(text.replace('\ufeff', ''), { record_delimiter: '\r\n' });
}

test.each([
  [
    'hu',
    ['Sor', 'Eredmény', 'Miért'],
    ['Új', 'Nem vettük át', 'Frissítve'],
    'Nem teljes e-mail-cím: rossz; Ismeretlen nyelv, kihagyva: klingon',
  ],
  [
    'lv',
    ['Rinda', 'Iznākums', 'Kāpēc'],
    ['Jauns', 'Nav pārņemts', 'Atjaunināts'],
    'Nav pilna e-pasta adrese: rossz; Nezināma valoda, izlaista: klingon',
  ],
  [null, ['row', 'outcome', 'problems'], ['create', 'fail', 'update'], 'email rossz; language klingon'],
] as const)(
  'a report in %s says what became of each line, and no cell of it is a formula',
  async (...told) => {
    const [locale, heads, outcomes, why] = told;
    const [head, ...lines] = await reported(locale);
    expect(head).toEqual([...heads, 'name', 'email', 'language', 'note', "'=head"]);
    expect(lines.slice(0, 3).map(([, outcome]) => outcome)).toEqual(outcomes);
    expect(lines.map(([, , problems]) => problems)).toEqual(['', why, ...Array(8).fill('')]);
    expect(lines.slice(3).map((cells) => cells[6])).toEqual(FORMULAS.map((text) => `'${text}`));
  },
);

test('a name that is longer than we keep is shortened, and the screen and the report name the line', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const file = await uploaded(ctx, `name,email\n${'a'.repeat(201)},a@x.hu\nB,b@x.hu\n`);
  await begin(ctx, file);
  while (await takeInLines(world.system(), file.id));
  const done = await getImport(ctx, file.id);
  expect(done).toMatchObject({ created: 2, failed: 0 });
  expect(done?.wrong).toMatchObject([{ row: 1, problems: [{ code: 'shortened', field: 'name' }] }]);
  const report = async (locale: 'en' | 'hu' | 'lv' | null) =>
    (await new Response(await importReport(ctx, { file, locale })).text()).split('\r\n')[1] ?? '';
  expect(await report(null)).toContain('shortened name aaa');
  expect(await report('en')).toContain('Too long, the end left out: Name, aaa');
  expect(await report('hu')).toContain('Túl hosszú, a vége kimaradt: Név, aaa');
  expect(await report('lv')).toContain('Par garu, beigas izlaistas: Vārds');
});
