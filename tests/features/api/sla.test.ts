import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const OFFICE = [{ from: 540, to: 1020 }];
const week = [[], OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []];

test('calendars and policies are made, read, changed and listed, and a ticket tells what is promised', async () => {
  const { call } = await apiWorld();
  const calendar = await call('/calendars', {
    method: 'POST',
    body: { name: 'Office', timeZone: 'Europe/Riga', week },
  });
  expect(calendar.status).toBe(201);
  expect(calendar.json).toMatchObject({ name: 'Office', timeZone: 'Europe/Riga', week, version: 1 });
  const edited = await call(`/calendars/${calendar.json.id}`, { method: 'PATCH', body: { name: 'Rīga' } });
  expect(edited.json).toMatchObject({ name: 'Rīga', timeZone: 'Europe/Riga', week, version: 2 });

  const targets = [
    { metric: 'first_reply', priority: 'normal', minutes: 60, hours: 'calendar' },
    { metric: 'resolution', priority: 'normal', minutes: 600 },
  ];
  const body = { name: 'Standard', calendarId: calendar.json.id, targets };
  const policy = await call('/sla-policies', { method: 'POST', body });
  expect(policy.status).toBe(201);
  const { id } = policy.json;
  expect(policy.json).toMatchObject({ version: 1, warnMinutes: 60, conditions: null, active: true });
  const changed = await call(`/sla-policies/${id}`, { method: 'PATCH', body: { warnMinutes: 5 } });
  expect(changed.json).toMatchObject({ version: 2, warnMinutes: 5, name: 'Standard' });
  expect(changed.json.targets).toHaveLength(2);
  expect((await call('/sla-policies')).json).toEqual({ data: [changed.json], nextCursor: null });

  const opened = await call('/tickets', {
    method: 'POST',
    body: { subject: 'Kettle', requester: { email: 'anna@customer.test' }, text: 'It is broken.' },
  });
  const { sla, createdAt } = opened.json;
  expect(sla).toMatchObject({ policy: { id, name: 'Standard' }, nextDueMetric: 'first_reply' });
  const states = sla.clocks.map((clock: { metric: string; state: string }) => [clock.metric, clock.state]);
  expect(states.toSorted()).toEqual([
    ['first_reply', 'running'],
    ['resolution', 'running'],
  ]);
  expect(Date.parse(sla.nextDueAt) - Date.parse(createdAt)).toBe(3_600_000);
});

test('a list of calendars is read page by page', async () => {
  const { call } = await apiWorld();
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    await call('/calendars', { method: 'POST', body: { name, timeZone: 'Europe/Riga', week } });
  }
  const first = await call('/calendars?limit=2');
  const second = await call(`/calendars?limit=2&cursor=${first.json.nextCursor}`);
  const names = [...first.json.data, ...second.json.data].map(({ name }: { name: string }) => name);
  expect(names).toEqual(['Alpha', 'Beta', 'Gamma']);
  expect(second.json.nextCursor).toBeNull();
});

test('a calendar without open time is refused with its own problem', async () => {
  const { call } = await apiWorld();
  const refused = await call('/calendars', {
    method: 'POST',
    body: { name: 'Never', timeZone: 'Europe/Riga', week: [[], [], [], [], [], [], []] },
  });
  expect([refused.status, refused.json.code]).toEqual([422, 'calendar.never_open']);
});

test('tickets are listed by what is due next, page by page, and found by when it is due', async () => {
  const { call } = await apiWorld();
  const calendar = await call('/calendars', {
    method: 'POST',
    body: { name: 'Office', timeZone: 'Europe/Riga', week },
  });
  const targets = [
    { metric: 'first_reply', priority: 'normal', minutes: 60, hours: 'calendar' },
    { metric: 'first_reply', priority: 'urgent', minutes: 10, hours: 'calendar' },
  ];
  await call('/sla-policies', {
    method: 'POST',
    body: { name: 'Standard', calendarId: calendar.json.id, targets },
  });
  const opened = async (priority: string) => {
    const body = { subject: priority, priority, requester: { email: 'anna@customer.test' }, text: 'Broken.' };
    return (await call('/tickets', { method: 'POST', body })).json;
  };
  const [normal] = [await opened('normal'), await opened('low'), await opened('urgent')];
  const first = await call('/tickets?sort=nextDueAt&limit=1');
  const second = await call(`/tickets?sort=nextDueAt&limit=1&cursor=${first.json.nextCursor}`);
  const subjects = [...first.json.data, ...second.json.data].map(({ subject }) => subject);
  expect([subjects, second.json.nextCursor]).toEqual([['urgent', 'normal'], null]);
  const { nextDueAt } = normal.sla;
  const sooner = await call(`/tickets?dueBefore=${nextDueAt}`);
  const later = await call(`/tickets?dueFrom=${nextDueAt}`);
  expect(sooner.json.data).toMatchObject([{ subject: 'urgent' }]);
  expect(later.json.data).toMatchObject([{ subject: 'normal' }]);
});

test('policies are put into order, restored from a version and deleted', async () => {
  const { call } = await apiWorld();
  const { json: calendar } = await call('/calendars', {
    method: 'POST',
    body: { name: 'Office', timeZone: 'Europe/Riga', week },
  });
  const added = async (name: string) => {
    const targets = [{ metric: 'first_reply', priority: 'normal', minutes: 60 }];
    const body = { name, calendarId: calendar.id, targets };
    return (await call('/sla-policies', { method: 'POST', body })).json;
  };
  const [first, second] = [await added('First'), await added('Second')];
  const ordered = await call('/sla-policy-order', {
    method: 'POST',
    body: { policyIds: [second.id, first.id] },
  });
  expect(ordered.status).toBe(204);
  const names = (await call('/sla-policies')).json.data.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['Second', 'First']);

  const changes = { silenceIsKept: true, warnMinutes: 5 };
  await call(`/sla-policies/${first.id}`, { method: 'PATCH', body: changes });
  const restored = await call(`/sla-policies/${first.id}/restore`, { method: 'POST', body: { version: 1 } });
  expect(restored.json).toMatchObject({ version: 3, silenceIsKept: false, warnMinutes: 60 });
  const versions = await call(`/sla-policies/${first.id}/versions`);
  expect(versions.json.data).toMatchObject([
    { version: 3, policy: { warnMinutes: 60 } },
    { version: 2, policy: changes },
    { version: 1, policy: { name: 'First' } },
  ]);
  const unknown = await call(`/sla-policies/${first.id}/restore`, { method: 'POST', body: { version: 9 } });
  expect(unknown.status).toBe(404);

  expect((await call(`/calendars/${calendar.id}`, { method: 'DELETE' })).status).toBe(409);
  for (const { id } of [first, second]) await call(`/sla-policies/${id}`, { method: 'DELETE' });
  const last = await call(`/calendars/${calendar.id}`, { method: 'DELETE' });
  expect(last).toMatchObject({ status: 409, json: { code: 'calendar.standard' } });
  const other = { name: 'Another', timeZone: 'Europe/Riga', week, standard: true };
  expect((await call('/calendars', { method: 'POST', body: other })).status).toBe(201);
  expect((await call(`/calendars/${calendar.id}`, { method: 'DELETE' })).status).toBe(204);
});

test('a policy may name only a webhook of its own workspace', async () => {
  const { call } = await apiWorld();
  const { json: calendar } = await call('/calendars', {
    method: 'POST',
    body: { name: 'Office', timeZone: 'Europe/Riga', week },
  });
  const targets = [{ metric: 'first_reply', priority: 'normal', minutes: 60 }];
  const webhook = { webhookEndpointId: crypto.randomUUID(), webhookMinutes: 30 };
  const body = { name: 'First', calendarId: calendar.id, targets, ...webhook };
  expect((await call('/sla-policies', { method: 'POST', body })).status).toBe(404);
});
