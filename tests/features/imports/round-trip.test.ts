import { expect, test } from 'vitest';
import { beginImport } from '@/features/imports/commands/begin-import';
import { cancelImport, resumeImport } from '@/features/imports/commands/cancel-import';
import { rereadImport } from '@/features/imports/commands/reread-import';
import { takeInLines } from '@/features/imports/commands/take-in-lines';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport } from '@/features/imports/queries';
import { exportCustomers } from '@/features/segments/export-customers';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = async (ctx: StaffContext, importId: string) => {
  const file = await getImport(ctx, importId);
  if (!file) throw new Error('no file');
  return file;
};

async function uploaded(ctx: StaffContext, bytes: Uint8Array) {
  const kept = await uploadImport(ctx, { name: 'x.csv', bytes });
  if (!kept.ok) throw new Error(kept.error.code);
  return fileOf(ctx, kept.value.importId);
}

const begin = (ctx: StaffContext, file: Awaited<ReturnType<typeof uploaded>>) =>
  beginImport(ctx, mappingInput.parse({ importId: file.id, ...file.mapping, run: true }));

test('an export that is taken in again changes nothing, and nobody twice', async () => {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const { db, workspaceId } = world;
  const people = [
    {
      displayName: '=Anna',
      givenName: '=Anna',
      familyName: '@Ozola',
      externalId: '-77',
      note: "'+ordered\ntwice",
    },
    { displayName: 'No address', note: '', externalId: null, timeZone: 'Europe/Riga', locale: 'lv' },
    { displayName: "'Quoted", externalId: 'K 1', blockedAt: world.now() },
  ];
  for (const [at, person] of people.entries()) {
    const id = owner.newId();
    await db.customer.create({ data: { workspaceId, id, ...person } });
    if (at === 1) continue;
    const rows = { workspaceId, customerId: id };
    await db.customerIdentity.create({
      data: { ...rows, id: owner.newId(), kind: 'email', value: `a${at}@x.test` },
    });
    await db.customerIdentity.create({
      data: { ...rows, id: owner.newId(), kind: 'phone', value: `+3630123456${at}` },
    });
    const consent = { ...rows, kind: 'marketing', source: 'form', createdAt: world.now() };
    const year = (day: number) => new Date(Date.UTC(2025, 0, day));
    await db.customerConsent.create({ data: { ...consent, id: owner.newId(), given: true, at: year(1) } });
    await db.customerConsent.create({
      data: { ...consent, id: owner.newId(), given: at === 0, at: year(2) },
    });
  }
  const exported = async () => {
    const body = await exportCustomers(owner, { q: '', conditions: null, locale: 'en', what: '' });
    return new Uint8Array(await new Response(body).arrayBuffer());
  };
  const before = await exported();
  const text = new TextDecoder().decode(before);
  expect(text).toContain("''+ordered");
  expect(text).toContain('marketing given 2025-01-02');
  expect(text).toContain('marketing withdrawn 2025-01-02');
  const file = await uploaded(owner, before);
  expect(file.headers[file.mapping.columns['customerId'] ?? -1]).toBe('kalauz_id');
  expect(file.headers[file.mapping.columns['externalId'] ?? -1]).toBe('external_id');
  expect((await begin(owner, file)).ok).toBe(true);
  await takeInLines(world.system(), file.id);
  expect(await fileOf(owner, file.id)).toMatchObject({ state: 'done', created: 0, updated: 3, failed: 0 });
  expect(new TextDecoder().decode(await exported())).toBe(text);
});

test('a file that was read wrongly is read anew as somebody says, until it is taken in', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const latvian = Uint8Array.from(
    [...'name|e-mail, work\nJ\u00e2nis|j@x.lv\n'].map((each) => each.charCodeAt(0)),
  );
  const file = await uploaded(ctx, latvian);
  expect(file).toMatchObject({ delimiter: ',', rows: 1 });
  const said = { importId: file.id, encoding: 'windows-1257', delimiter: '|' } as const;
  expect(await rereadImport(ctx, said)).toMatchObject({ ok: true });
  const again = await fileOf(ctx, file.id);
  expect(again).toMatchObject({ headers: ['name', 'e-mail, work'], rows: 1, state: 'uploaded' });
  expect(again.examples.map(({ cells }) => cells)).toEqual([['Jānis', 'j@x.lv']]);
  expect(await rereadImport(ctx, { ...said, encoding: 'utf-16le' })).toMatchObject({ ok: false });
  expect((await fileOf(ctx, file.id)).encoding).toBe('windows-1257');
  await begin(ctx, again);
  expect(await rereadImport(ctx, said)).toMatchObject({ error: { code: 'import.busy' } });
});

test('a file is read anew whole or not at all: whoever looks meanwhile sees the old lines', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const lines = Array.from({ length: 5000 }, (_, at) => `Person ${at},p${at}@x.test`);
  const file = await uploaded(ctx, bytesOf(['Name;Work,Email', ...lines].join('\n')));
  const where = { workspaceId: world.workspaceId, importId: file.id };
  let isOver = false;
  const anew = rereadImport(ctx, { importId: file.id, encoding: 'utf-8', delimiter: ';' }).finally(() => {
    isOver = true;
  });
  const seen = new Set<string>();
  while (!isOver) {
    const [count, kept] = await world.db.$transaction(
      [
        world.db.customerImportLine.count({ where }),
        world.db.customerImport.findFirstOrThrow({ where: { id: file.id }, select: { rows: true } }),
      ],
      { isolationLevel: 'RepeatableRead' },
    );
    seen.add(`${count} of ${kept.rows}`);
  }
  expect(await anew).toMatchObject({ ok: true });
  expect([...seen]).toEqual(['5000 of 5000']);
  const first = await world.db.customerImportLine.findFirstOrThrow({ where: { ...where, row: 1 } });
  expect(first.cells).toEqual(['Person 0,p0@x.test']);
});

test('who stops an import keeps what was taken in, and goes on with the rest', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const lines = Array.from({ length: 600 }, (_, at) => `Person ${at},p${at}@x.test`);
  const file = await uploaded(ctx, bytesOf(['Name,Email', ...lines].join('\n')));
  const count = () => world.db.customer.count({ where: { workspaceId: world.workspaceId } });
  const nobody = { error: { code: 'import.busy' } };
  expect(await cancelImport(ctx, { importId: file.id })).toMatchObject(nobody);
  await begin(ctx, file);
  expect(await takeInLines(world.system(), file.id)).toBe(true);
  expect(await cancelImport(ctx, { importId: file.id })).toMatchObject({ ok: true });
  expect(await takeInLines(world.system(), file.id)).toBe(false);
  expect(await fileOf(ctx, file.id)).toMatchObject({
    state: 'cancelled',
    cursor: 500,
    created: 500,
    rows: 600,
  });
  expect(await count()).toBe(500);
  expect(await resumeImport(ctx, { importId: file.id })).toMatchObject({ ok: true });
  expect(await resumeImport(ctx, { importId: file.id })).toMatchObject(nobody);
  while (await takeInLines(world.system(), file.id));
  expect(await fileOf(ctx, file.id)).toMatchObject({ state: 'done', created: 600, failed: 0 });
  expect(await count()).toBe(600);
});
