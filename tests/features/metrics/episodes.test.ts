import { expect, test } from 'vitest';
import { noteEverything } from '@/features/metrics/commands/count-changes';
import { caller, keyOf } from '../api/calls';
import { everything, newNumbers, rounded } from './support';

const on = (month: number, day: number, hour = 9) => new Date(Date.UTC(2026, month - 1, day, hour));
const JANUARY = { period: { from: '2026-01-01', to: '2026-01-31' }, hours: 'calendar' } as const;
const APRIL = { period: { from: '2026-04-01', to: '2026-04-30' }, hours: 'calendar' } as const;
const NAMES = [
  ...['solved', 'first_resolution', 'full_resolution', 'requester_wait', 'fcr_a', 'fcr_d', 'reopen_rate'],
  ...['one_touch', 'replies_per_resolution', 'no_reply', 'transfer_rate'],
] as Parameters<Awaited<ReturnType<typeof newNumbers>>['numbers']>[0];

/** Two tickets solved in January, after two hours and after four. */
async function january() {
  const numbers = await newNumbers(on(1, 12).toISOString());
  const { desk } = numbers;
  const ids: string[] = [];
  for (const name of ['anna', 'bela']) {
    const requester = { email: `${name}@customer.test`, name };
    ids.push((await desk.world.ticket(desk.agent, { kind: 'inbound', requester })).ticketId);
  }
  const [first = '', second = ''] = ids;
  desk.until(on(1, 12, 11));
  await desk.reply(first, 'solved');
  desk.until(on(1, 12, 13));
  await desk.reply(second, 'solved');
  desk.until(on(4, 20));
  return { ...numbers, first, second };
}

test('reopening a ticket of January in April leaves the numbers of January as they were', async () => {
  const { desk, numbers, first } = await january();
  const before = await numbers(NAMES, JANUARY);
  expect(rounded(before)).toMatchObject({
    solved: 2,
    first_resolution: 180,
    full_resolution: 180,
    fcr_d: 100,
  });

  await desk.customerWrites(first);
  expect(await numbers(NAMES, JANUARY)).toEqual(before);
  desk.until(on(4, 20, 12));
  await desk.reply(first, 'solved');
  desk.until(on(6, 1));
  expect(await numbers(NAMES, JANUARY)).toEqual(before);
  expect(rounded(await numbers(NAMES, APRIL))).toEqual({
    ...{ solved: 1, first_resolution: 180, full_resolution: 180, requester_wait: 180 },
    ...{ fcr_a: 100, fcr_d: 100, reopen_rate: 0, one_touch: 100, replies_per_resolution: 1, no_reply: 0 },
    transfer_rate: 0,
  });
  const call = caller(await keyOf(desk.owner, ['insights:read']));
  const period = 'from=2026-04-01&to=2026-04-30&compared=none&hours=calendar';
  const { json } = await call(`/metrics?metrics=full_resolution,first_resolution&${period}`);
  expect(json.data).toMatchObject([
    { value: 180, count: 1, version: 2 },
    { value: 180, count: 1, version: 2 },
  ]);
});

test('a further contact about the same counts against the solution that it follows, and no other', async () => {
  const { desk, numbers, first } = await january();
  await desk.change(first, { addTags: ['grinder'] });
  await desk.customerWrites(first);
  await desk.reply(first, 'solved');
  desk.until(on(4, 23));
  const requester = { email: 'anna@customer.test', name: 'anna' };
  await desk.world.ticket(desk.agent, { kind: 'inbound', requester, tags: ['grinder'] });
  desk.until(on(6, 1));
  expect(rounded(await numbers(['fcr_c'], JANUARY))).toEqual({ fcr_c: 100 });
  expect(rounded(await numbers(['fcr_c'], APRIL))).toEqual({ fcr_c: 0 });
});

test('what comes back within the days extends its solution, and counting again gives the same', async () => {
  const { desk, numbers, count, second } = await january();
  desk.until(on(4, 20));
  await desk.customerWrites(second);
  desk.until(on(4, 21));
  await desk.reply(second, 'solved');
  desk.until(on(4, 24));
  await desk.customerWrites(second);
  expect(rounded(await numbers(['full_resolution', 'solved'], APRIL))).toEqual({
    full_resolution: 1440,
    solved: 1,
  });
  desk.until(on(4, 25));
  await desk.reply(second, 'solved');
  expect(rounded(await numbers(['full_resolution', 'solved'], APRIL))).toEqual({
    full_resolution: 7200,
    solved: 1,
  });
  const kept = await everything(desk);
  const { db, workspaceId } = desk.world;
  await db.metricFact.deleteMany({ where: { workspaceId } });
  await db.metricDay.deleteMany({ where: { workspaceId } });
  await db.metricSketch.deleteMany({ where: { workspaceId } });
  await db.$transaction((tx) => noteEverything(tx, workspaceId));
  await count();
  expect(await everything(desk)).toEqual(kept);
});
