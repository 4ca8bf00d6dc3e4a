import { expect, test } from 'vitest';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { listAudit } from '@/features/audit/queries';
import { transaction } from '@/server/db/transaction';
import { newWorld } from '../../support/world';

test('the log is read newest first, fifty at a time, and misses nothing', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager', name: 'Jānis' });
  await transaction(manager, async (tx) => {
    for (let number = 1; number <= 120; number++) {
      await recordAudit(
        tx,
        { ...manager, ip: '192.0.2.1' },
        { action: 'team.created', target: `Team ${number}` },
      );
    }
  });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listAudit(manager, cursor);
    expect(page.rows.length).toBeLessThanOrEqual(50);
    seen.push(...page.rows.map(({ target }) => target));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `Team ${120 - index}`));
  const [newest] = (await listAudit(manager, null)).rows;
  expect(newest).toMatchObject({ actorName: 'Jānis', actorKind: 'user', ip: '192.0.2.1' });
});

test('an entry stands or falls with the change that it tells of', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const broken = transaction(manager, async (tx) => {
    await recordAudit(tx, manager, { action: 'team.created', target: 'Billing' });
    throw new Error('the change failed');
  });
  await expect(broken).rejects.toThrow('the change failed');
  expect((await listAudit(manager, null)).rows).toEqual([]);
});

test('the log of another workspace is not read, even by its cursor', async () => {
  const [here, there] = [await newWorld(), await newWorld()];
  const [me, them] = [await here.member({ role: 'owner' }), await there.member({ role: 'owner' })];
  await transaction(them, (tx) => recordAudit(tx, them, { action: 'team.created', target: 'Theirs' }));
  expect((await listAudit(me, null)).rows).toEqual([]);
  expect((await listAudit(me, here.workspaceId.replace(/^./, 'f'))).rows).toEqual([]);
});
