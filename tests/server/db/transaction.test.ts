import { expect, test } from 'vitest';
import { ConcurrentChange, transaction } from '@/server/db/transaction';
import { newWorld } from '../../support/world';

test('work that lost a race runs again, and its first attempt leaves nothing', async () => {
  const world = await newWorld();
  let attempts = 0;
  await transaction(world, async (tx) => {
    attempts += 1;
    await tx.team.create({
      data: { workspaceId: world.workspaceId, id: crypto.randomUUID(), name: `Team ${attempts}` },
    });
    if (attempts < 3) throw new ConcurrentChange('somebody was faster');
  });
  const teams = await world.db.team.findMany({ where: { workspaceId: world.workspaceId } });
  expect(attempts).toBe(3);
  expect(teams.map(({ name }) => name)).toEqual(['Team 3']);
});

test('work that always loses gives up with the reason', async () => {
  const world = await newWorld();
  let attempts = 0;
  const lost = transaction(world, async () => {
    attempts += 1;
    throw new ConcurrentChange('always somebody faster');
  });
  await expect(lost).rejects.toThrow('always somebody faster');
  expect(attempts).toBe(5);
});

test('any other failure is not tried again', async () => {
  const world = await newWorld();
  let attempts = 0;
  const broken = transaction(world, async () => {
    attempts += 1;
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(attempts).toBe(1);
});
