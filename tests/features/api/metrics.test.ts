import { expect, test } from 'vitest';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { apiWorld, caller, keyOf } from './calls';

const MARCH = 'from=2026-03-01&to=2026-03-31';

async function threeTickets() {
  const api = await apiWorld();
  const { world, admin } = api;
  const agent = await world.member({ name: 'Emma Clarke' });
  await world.ticket(agent, { tags: ['grinder'], assigneeId: agent.actor.id });
  await world.ticket(agent, { tags: ['grinder', 'parcel'], priority: 'high' });
  world.pass(86_400);
  await world.ticket(agent, {});
  const count = () => countWorkspace(world, world.workspaceId);
  await count();
  return { ...api, admin, agent, count };
}

test('metrics are read, put in line and split, and what stands behind them is listed page by page', async () => {
  const { call } = await threeTickets();
  const { json } = await call(`/metrics?metrics=created,backlog,sla&${MARCH}`);
  expect(json.data.map((each: { value: number | null }) => each.value)).toEqual([3, 3, null]);
  for (const number of json.data) {
    expect(number).toMatchObject({ version: expect.any(Number), anchor: expect.any(String) });
    expect([number.definition.length > 20, number.population.length > 20]).toEqual([true, true]);
  }
  const hu = await call(`/metrics?metrics=backlog&${MARCH}&locale=hu`);
  expect(hu.json.data[0].name).toBe('Hátralék');
  const line = await call(`/metrics/backlog/series?${MARCH}&bucket=week`);
  expect(line.json.about).toMatchObject({ metric: 'backlog', version: 1 });
  const values = line.json.lines[0].points.map((point: { value: number | null }) => point.value);
  expect(values).toEqual([0, 3, 3, 3, 3, 3]);
  const byTag = await call(`/metrics/created/split?${MARCH}&by=tag`);
  const parts = byTag.json.data.map((part: { label: string; value: number }) => [part.label, part.value]);
  expect(parts.sort()).toEqual([
    [null, 1],
    ['grinder', 2],
    ['parcel', 1],
  ]);
  const high = await call(`/metrics?metrics=created&${MARCH}&priority=high&tag=none`);
  expect(high.json.data[0].value).toBe(0);
  const first = await call(`/metrics/created/rows?${MARCH}&limit=2`);
  const next = await call(`/metrics/created/rows?${MARCH}&limit=2&cursor=${first.json.nextCursor}`);
  expect([first.json.data.length, next.json.data.length, next.json.nextCursor]).toEqual([2, 1, null]);
  expect(next.json.data[0].ticket.subject).toBe('Broken kettle');
});

test('metrics are described in the languages of the product', async () => {
  const { call } = await apiWorld(['insights:read']);
  const { json } = await call('/metrics/definitions?language=hu&limit=200');
  const first = json.data.find(({ metric }: { metric: string }) => metric === 'first_response');
  expect(first).toMatchObject({
    name: 'Első válasz ideje',
    unit: 'minutes',
    hours: ['business', 'calendar'],
  });
});

test('how the workspace counts is set by who runs it, and counted again', async () => {
  const { call, admin, count } = await threeTickets();
  const body = { fcrDays: 14, fcrVariant: 'b', targets: [{ metric: 'sla', value: 0.9 }] };
  const { json } = await call('/metrics/settings', { method: 'PATCH', body });
  expect(json).toMatchObject({ ...body, hours: 'business', waiting: 0 });
  expect((await call('/metrics/rebuild', { method: 'POST' })).status).toBe(204);
  expect((await call('/metrics/settings')).json.waiting).toBe(3);
  await count();
  const after = await call(`/metrics?metrics=created,sla&${MARCH}`);
  expect(after.json.data[0].value).toBe(3);
  expect(after.json.data[1].target).toEqual({ value: 0.9, met: null });
  const reader = caller(await keyOf(admin, ['insights:read']));
  expect((await reader('/metrics/settings', { method: 'PATCH', body })).status).toBe(403);
  expect((await call('/metrics/settings', { method: 'PATCH', body: { fcrDays: 0 } })).status).toBe(422);
});

test('a key without the scope reads no numbers', async () => {
  const { call } = await apiWorld(['tickets:read']);
  expect((await call(`/metrics?metrics=created&${MARCH}`)).status).toBe(403);
});
