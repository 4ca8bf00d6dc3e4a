import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const urgent = {
  kind: 'trigger',
  name: 'Urgent',
  events: ['ticket_created'],
  conditions: { field: 'priority', operator: 'is_any_of', values: ['urgent'] },
  actions: [{ kind: 'add_tags', tags: ['hot'] }],
};

test('rules are made, changed, restored, ordered and deleted', async () => {
  const { call } = await apiWorld();
  const made = await call('/rules', { method: 'POST', body: urgent });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ ...urgent, active: false, version: 1, hourlyLimit: 1000 });
  const { id } = made.json;
  const changed = await call(`/rules/${id}`, { method: 'PATCH', body: { name: 'Hot', active: true } });
  expect(changed.json).toMatchObject({ name: 'Hot', active: true, version: 2, actions: urgent.actions });
  const restored = await call(`/rules/${id}/restore`, { method: 'POST', body: { version: 1 } });
  expect(restored.json).toMatchObject({ name: 'Urgent', active: true, version: 3 });
  const other = await call('/rules', { method: 'POST', body: { ...urgent, name: 'Second' } });
  await call('/rule-order', { method: 'POST', body: { ruleIds: [other.json.id, id] } });
  const names = (await call('/rules')).json.data.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['Second', 'Urgent']);
  expect((await call(`/rules/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/rules/${id}`)).status).toBe(404);
});

test('what makes no sense is refused with the place where it stands', async () => {
  const { call } = await apiWorld();
  const wrong = async (over: Record<string, unknown>) => {
    const refused = await call('/rules', { method: 'POST', body: { ...urgent, ...over } });
    expect(refused.status).toBe(422);
    return refused.json.errors.map(({ field }: { field: string }) => field);
  };
  expect(await wrong({ events: [] })).toEqual(['events']);
  expect(await wrong({ kind: 'automation' })).toEqual(['conditions']);
  expect(await wrong({ actions: [{ kind: 'note', text: '{{ticket.nothing}}' }] })).toEqual([
    'actions.0.text',
  ]);
  const unknown = { all: [{ field: 'priority', operator: 'contains', values: ['x'] }] };
  expect(await wrong({ conditions: unknown })).toEqual(['conditions.all.0.operator']);
});

test('a dry run tells what would have changed, and changes nothing', async () => {
  const { call } = await apiWorld();
  const opened = await call('/tickets', {
    method: 'POST',
    body: {
      subject: 'Kettle',
      requester: { email: 'anna@customer.test' },
      text: 'Broken.',
      priority: 'urgent',
    },
  });
  const tried = await call('/rule-dry-run', { method: 'POST', body: urgent });
  expect(tried.json).toMatchObject({ looked: 1, times: 1, tickets: 1 });
  expect(tried.json.examples).toMatchObject([
    { number: opened.json.number, changes: [{ kind: 'add_tags', field: 'tags', to: 'hot' }] },
  ]);
  expect((await call(`/tickets/${opened.json.number}`)).json.tags).toEqual([]);
  expect((await call('/rule-runs')).json).toEqual({ data: [], nextCursor: null });
});

test('rules travel in a file to a workspace that finds its own team by name, and every error is listed', async () => {
  const [here, there] = [await apiWorld(), await apiWorld()];
  const teamId = await here.world.team('Billing');
  const rule = { ...urgent, actions: [{ kind: 'set_team', teamId }] };
  await here.call('/rules', { method: 'POST', body: { ...rule, active: true } });
  const file = (await here.call('/rule-export')).json;
  expect(file).toMatchObject({ kalauz: 'rules', format: 1, names: { [teamId]: 'Billing' } });

  const refused = await there.call('/rule-import', { method: 'POST', body: file });
  expect(refused.status).toBe(422);
  expect(refused.json.errors).toEqual([
    {
      in: 'body',
      field: 'rules.0.actions.0.set_team',
      code: 'custom',
      detail: 'there is no team "Billing" here',
    },
  ]);
  const own = await there.world.team('Billing');
  const imported = await there.call('/rule-import', { method: 'POST', body: file });
  expect(imported.status).toBe(201);
  const read = await there.call(`/rules/${imported.json.ruleIds[0]}`);
  expect(read.json).toMatchObject({ active: false, actions: [{ kind: 'set_team', teamId: own }] });
});

test('webhooks: the secret is told once, tests and deliveries are listed, private addresses are refused', async () => {
  const { call } = await apiWorld();
  const refused = await call('/webhooks', { method: 'POST', body: { name: 'In', url: 'https://10.0.0.1/' } });
  expect(refused.status).toBe(422);
  const body = { name: 'CRM', url: 'https://203.0.114.7/hook', types: ['ticket.created'] };
  const made = await call('/webhooks', { method: 'POST', body });
  expect(made.status).toBe(201);
  expect(made.json.secret).toMatch(/^whsec_/);
  const { id } = made.json;
  expect((await call(`/webhooks/${id}`)).json).toMatchObject({ ...body, active: true });
  expect(JSON.stringify((await call('/webhooks')).json)).not.toContain('whsec_');
  expect((await call(`/webhooks/${id}/secret`, { method: 'POST' })).json.secret).not.toBe(made.json.secret);
  const tested = await call(`/webhooks/${id}/test`, { method: 'POST' });
  expect(tested.status).toBe(201);
  const log = await call(`/webhooks/${id}/deliveries`);
  expect(log.json.data).toMatchObject([
    { id: tested.json.deliveryId, type: 'endpoint.test', state: 'queued' },
  ]);
  expect((await call(`/webhooks/${id}`, { method: 'PATCH', body: { active: false } })).json.active).toBe(
    false,
  );
  expect((await call(`/webhooks/${id}`, { method: 'DELETE' })).status).toBe(204);
});
