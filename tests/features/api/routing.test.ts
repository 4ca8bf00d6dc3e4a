import { expect, test } from 'vitest';
import { apiWorld, keyOf } from './calls';

const TICKET = { subject: 'Kettle', requester: { email: 'anna@customer.test' }, text: 'It is broken.' };

test('a queue is set up, work is asked for, and the workload tells of it', async () => {
  const { world, call } = await apiWorld();
  const teamId = await world.team('Orders');
  const { actor } = await world.member({ name: 'Emma', teamIds: [teamId] });
  const userId = actor.id ?? '';
  const [listed] = (await call('/routing/queues')).json.data;
  expect(listed).toMatchObject({ teamId, team: 'Orders', members: 1, mode: 'off' });
  const path = `/routing/queues/${teamId}`;
  const set = await call(path, { method: 'PATCH', body: { mode: 'pull', order: 'priority' } });
  expect([set.status, set.json]).toMatchObject([
    200,
    { mode: 'pull', order: 'priority', matchLanguage: true },
  ]);

  const nothing = await call('/tickets/next', { method: 'POST', body: { userId } });
  expect([nothing.status, nothing.json.code]).toEqual([404, 'routing.nothing_waits']);
  const opened = await call('/tickets', { method: 'POST', body: { ...TICKET, teamId } });
  const before = (await call('/workload')).json;
  expect(before.queues[0]).toMatchObject({ teamId, waiting: 1, oldestSince: opened.json.createdAt });
  const taken = await call('/tickets/next', { method: 'POST', body: { userId } });
  expect(taken.json).toEqual({ id: opened.json.id, number: opened.json.number });
  const after = (await call('/workload')).json;
  expect(after.queues[0]).toMatchObject({ waiting: 0, oldestSince: null });
  const emma = after.people.find((person: { userId: string }) => person.userId === userId);
  expect(emma).toMatchObject({ tickets: 1, load: { mail: 1 }, percent: 5, state: 'offline' });
});

test('availability is set for somebody, and time off is planned, seen and cancelled', async () => {
  const { world, call } = await apiWorld();
  const userId = (await world.member({ name: 'Emma' })).actor.id ?? '';
  const substituteId = (await world.member({ name: 'Zsófia' })).actor.id ?? '';
  const set = await call(`/availability/${userId}`, { method: 'PATCH', body: { state: 'online' } });
  expect([set.status, set.json]).toMatchObject([200, { userId, state: 'online', awayUntil: null }]);
  expect((await call('/availability')).json.data).toContainEqual(set.json);

  const today = new Date().toISOString().slice(0, 10);
  const body = { userId, fromOn: '2026-01-01', untilOn: '2099-12-31', substituteId };
  const planned = await call('/time-off', { method: 'POST', body });
  expect([planned.status, planned.json]).toMatchObject([201, { ...body, substitute: 'Zsófia', note: '' }]);
  const away = (await call(`/availability/${userId}`)).json;
  expect(away.awayUntil >= today).toBe(true);
  expect((await call(`/time-off/${planned.json.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call('/time-off')).json.data).toEqual([]);
  const backwards = { ...body, fromOn: '2026-02-02', untilOn: '2026-02-01' };
  expect((await call('/time-off', { method: 'POST', body: backwards })).status).toBe(422);
});

test('skills, capacities and what a user can do are set and read', async () => {
  const { world, call } = await apiWorld();
  const userId = (await world.member({ name: 'Emma' })).actor.id ?? '';
  const made = await call('/routing/skills', {
    method: 'POST',
    body: { name: 'Invoices', tags: ['Billing'] },
  });
  expect([made.status, made.json]).toMatchObject([201, { name: 'Invoices', tags: ['billing'], members: 0 }]);
  const skill = `/routing/skills/${made.json.id}`;
  const renamed = await call(skill, { method: 'PATCH', body: { name: 'Bills' } });
  expect(renamed.json).toMatchObject({ name: 'Bills', tags: ['billing'] });
  const again = await call('/routing/skills', { method: 'POST', body: { name: 'Bills' } });
  expect([again.status, again.json.code]).toEqual([409, 'name.taken']);

  const profile = `/users/${userId}/work-profile`;
  const body = { languages: ['hu'], skillIds: [made.json.id] };
  expect((await call(profile, { method: 'PATCH', body })).json).toEqual({
    userId,
    ...body,
    capacities: { mail: null, chat: null, phone: null, social: null },
  });
  expect((await call('/routing/skills')).json.data[0]).toMatchObject({ members: 1 });
  const settings = await call('/routing/settings', { method: 'PATCH', body: { offlineAfterMinutes: 5 } });
  expect(settings.json).toMatchObject({ offlineAfterMinutes: 5, capacities: { mail: 20 } });
  expect((await call(skill, { method: 'DELETE' })).status).toBe(204);
  expect((await call(profile)).json.skillIds).toEqual([]);
});

test('a key that may only read people sets nothing, and what is elsewhere is not found', async () => {
  const { admin, world, call } = await apiWorld();
  const other = await apiWorld();
  const stranger = (await other.world.member()).actor.id ?? '';
  const teamElsewhere = await other.world.team();
  const reader = await apiWorldWith(admin);
  const userId = (await world.member()).actor.id ?? '';
  const forbidden = await reader(`/availability/${userId}`, { method: 'PATCH', body: { state: 'online' } });
  expect(forbidden.status).toBe(403);
  for (const [path, body] of [
    [`/availability/${stranger}`, { state: 'online' }],
    [`/routing/queues/${teamElsewhere}`, { mode: 'push' }],
    [`/users/${stranger}/work-profile`, { languages: ['hu'] }],
  ] as const) {
    expect((await call(path, { method: 'PATCH', body })).status).toBe(404);
  }
});

async function apiWorldWith(admin: Parameters<typeof keyOf>[0]) {
  const { caller } = await import('./calls');
  return caller(await keyOf(admin, ['people:read']));
}
