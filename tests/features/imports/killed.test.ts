import { expect, test } from 'vitest';
import { beginImport } from '@/features/imports/commands/begin-import';
import { runImport } from '@/features/imports/commands/run-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport } from '@/features/imports/queries';
import { victim } from '../../support/victim';
import { newWorld } from '../../support/world';

const LINES = 3000;

async function begun() {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const lines = Array.from(
    { length: LINES },
    (_, at) => `Customer ${at},${at % 10 === 9 ? 'wrong' : `c${at}@x.hu`},K${at}`,
  );
  const bytes = Buffer.from(['name,email,id', ...lines].join('\n'));
  const kept = await uploadImport(ctx, { name: 'customers.csv', bytes });
  if (!kept.ok) throw new Error(kept.error.code);
  const { importId } = kept.value;
  const file = await getImport(ctx, importId);
  if (!file) throw new Error('no file');
  const input = mappingInput.parse({ importId, ...file.mapping, run: true });
  expect((await beginImport(ctx, input)).ok).toBe(true);
  const errand = {
    work: 'import',
    workspaceId: world.workspaceId,
    ticketId: importId,
    at: new Date(),
  } as const;
  return { world, ctx, importId, errand };
}

test('a worker that is killed at any statement of an import loses no line and takes none in twice', async () => {
  const whole = await begun();
  const { statements, said } = await victim(whole.errand, 0);
  expect(statements, said).toBeGreaterThan(20);
  expect(await getImport(whole.ctx, whole.importId)).toMatchObject({ state: 'done' });

  const { world, ctx, importId, errand } = await begun();
  const count = () => world.db.customer.count({ where: { workspaceId: world.workspaceId } });
  let before = 0;
  for (const share of [0.1, 0.3, 0.3]) {
    const { signal } = await victim(errand, Math.max(2, Math.floor(statements * share)));
    expect(signal).toBe('SIGKILL');
    const file = await getImport(ctx, importId);
    // What is counted is there, and nothing else.
    expect(await count()).toBe(file?.created);
    expect(file?.cursor).toBe((file?.created ?? 0) + (file?.failed ?? 0));
    expect(file?.cursor).toBeGreaterThanOrEqual(before);
    before = file?.cursor ?? 0;
  }
  expect(before).toBeLessThan(LINES);
  await runImport(world.system(), importId);
  const done = { state: 'done', cursor: LINES, created: 2700, updated: 0, failed: 300 };
  expect(await getImport(ctx, importId)).toMatchObject(done);
  expect(await count()).toBe(2700);
}, 180_000);
