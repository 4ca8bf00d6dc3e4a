import { expect, test } from 'vitest';
import { checkMetrics } from '@/features/metrics/commands/check-metrics';
import { driftedFacts, driftedSketches, driftedSums } from '@/features/metrics/drift';
import { newNumbers } from './support';

const DAY = '2019-03-04';

async function yesterday() {
  const numbers = await newNumbers(`${DAY}T09:00:00Z`);
  const { world, agent } = numbers.desk;
  for (let index = 0; index < 3; index++) {
    const { ticketId } = await world.ticket(agent, { kind: 'inbound', tags: ['grinder', 'parcel'] });
    await numbers.desk.reply(ticketId, 'solved');
  }
  await numbers.count();
  const where = { workspaceId: world.workspaceId, day: DAY };
  const found = async () => ({
    facts: await world.db.$transaction((tx) => driftedFacts(tx, where)),
    sums: await world.db.$transaction((tx) => driftedSums(tx, where)),
    sketches: await world.db.$transaction((tx) => driftedSketches(tx, where)),
  });
  return { ...numbers, found };
}

test('what was counted as it happened is what a plain count of the day gives', async () => {
  const { found } = await yesterday();
  expect(await found()).toEqual({ facts: { checked: 3, drifted: [] }, sums: [], sketches: [] });
});

test('a fact or a sum that is wrong is found, and said on the page of the installation', async () => {
  const { found, desk } = await yesterday();
  const { db, workspaceId } = desk.world;
  const where = { workspaceId, measure: 'message_out', dimension: 'all', day: new Date(`${DAY}T00:00:00Z`) };
  await db.metricDay.updateMany({ where, data: { sum: { increment: 1 } } });
  await db.metricFact.updateMany({
    where: { workspaceId, kind: 'reply', sequence: 0 },
    data: { agentId: null },
  });
  await db.metricSketch.deleteMany({ where: { workspaceId, measure: 'first_reply', grain: 'day' } });
  const { facts, sums, sketches } = await found();
  expect(sketches).toEqual([{ measure: 'first_reply' }]);
  expect(facts.drifted).toHaveLength(3);
  expect(sums).toContainEqual({ measure: 'message_out', dimension: 'all', value: '' });
  expect(sums.some(({ dimension }) => dimension === 'agent')).toBe(true);
  const morning = new Date(`2019-03-05T03:00:00Z`);
  const { drifted } = await checkMetrics({ db, now: () => morning });
  expect(drifted).toBeGreaterThanOrEqual(facts.drifted.length + sums.length);
  const row = await db.heartbeat.findUniqueOrThrow({ where: { name: 'metrics-check' } });
  expect(JSON.parse(row.detail)).toMatchObject({ drifted });
});

test('what waits to be counted is no drift', async () => {
  const { found, desk } = await yesterday();
  const ticket = await desk.world.db.ticket.findFirstOrThrow({
    where: { workspaceId: desk.world.workspaceId },
  });
  await desk.change(ticket.id, { priority: 'high' });
  expect((await found()).facts).toEqual({ checked: 2, drifted: [] });
});

test('what is deleted is counted no more', async () => {
  const { numbers, desk } = await yesterday();
  const { db, workspaceId } = desk.world;
  const ticket = await db.ticket.findFirstOrThrow({ where: { workspaceId } });
  await db.ticket.delete({ where: { workspaceId_id: { workspaceId, id: ticket.id } } });
  const period = { from: DAY, to: DAY };
  expect((await numbers(['created'], { period }))['created']?.value).toBe(2);
});
