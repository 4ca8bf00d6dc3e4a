import { expect, test } from 'vitest';
import { beginImport } from '@/features/imports/commands/begin-import';
import { rereadImport } from '@/features/imports/commands/reread-import';
import { takeInLines } from '@/features/imports/commands/take-in-lines';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport } from '@/features/imports/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

async function countryOf(ctx: StaffContext, importId: string): Promise<string | undefined> {
  return (await getImport(ctx, importId))?.mapping.country;
}

async function uploaded(ctx: StaffContext): Promise<string> {
  const bytes = new TextEncoder().encode('name,phone\nJānis,29 123 456\n');
  const kept = await uploadImport(ctx, { name: 'x.csv', bytes });
  if (!kept.ok) throw new Error(kept.error.code);
  return kept.value.importId;
}

test('numbers without a country are those of where the workspace is, and of what it says', async () => {
  const world = await newWorld();
  const { db, workspaceId } = world;
  await db.workspace.update({ where: { id: workspaceId }, data: { timeZone: 'Europe/Riga' } });
  const ctx = await world.member({ role: 'manager' });
  const id = await uploaded(ctx);
  expect(await countryOf(ctx, id)).toBe('LV');
  await beginImport(
    ctx,
    mappingInput.parse({ importId: id, ...(await getImport(ctx, id))?.mapping, run: true }),
  );
  while (await takeInLines(world.system(), id));
  const kept = await db.customerIdentity.findFirst({ where: { workspaceId, kind: 'phone' } });
  expect(kept?.value).toBe('+37129123456');
  await db.workspace.update({ where: { id: workspaceId }, data: { timeZone: 'UTC', locale: 'lv' } });
  expect(await countryOf(ctx, await uploaded(ctx))).toBe('LV');
  await db.phoneSettings.create({ data: { workspaceId, country: 'EE' } });
  expect(await countryOf(ctx, await uploaded(ctx))).toBe('EE');
});

test('a file that is read once more keeps the country that was chosen', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const importId = await uploaded(ctx);
  expect(await countryOf(ctx, importId)).toBe('HU');
  const mapping = { columns: { name: 0, phone: 1 }, known: 'skip', country: 'LV' };
  await beginImport(ctx, mappingInput.parse({ importId, ...mapping, run: false }));
  while (await takeInLines(world.system(), importId));
  const read = await rereadImport(ctx, { importId, encoding: 'windows-1257', delimiter: ',' });
  expect(read).toMatchObject({ ok: true });
  expect((await getImport(ctx, importId))?.mapping).toMatchObject(mapping);
});
