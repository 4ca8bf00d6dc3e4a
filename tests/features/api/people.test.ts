import { expect, test } from 'vitest';
import { apiWorld } from './calls';

test('a customer is added, read, changed and deleted', async () => {
  const { call } = await apiWorld();
  const body = {
    name: 'Kovács Zsófia',
    email: 'Zsofia@Pelda.hu',
    phone: '+36 30 123-4567',
    language: 'hu',
    organization: 'Példa Kft.',
  };
  const made = await call('/customers', { method: 'POST', body });
  expect(made.status).toBe(201);
  const { id } = made.json;
  expect(made.json).toMatchObject({
    name: 'Kovács Zsófia',
    email: 'zsofia@pelda.hu',
    phone: '+36301234567',
    nameOrder: 'family_first',
    language: 'hu',
    organization: { name: 'Példa Kft.' },
    identities: [
      { kind: 'email', primary: true },
      { kind: 'phone', primary: true },
    ],
  });
  expect((await call(`/customers/${id}`)).json).toEqual(made.json);
  const patched = await call(`/customers/${id}`, {
    method: 'PATCH',
    body: { note: 'Likes tea', organization: null },
  });
  expect(patched.json).toMatchObject({
    name: 'Kovács Zsófia',
    note: 'Likes tea',
    organization: null,
    language: 'hu',
  });
  expect((await call(`/customers/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/customers/${id}`)).status).toBe(404);
  expect((await call(`/customers/${id}`, { method: 'DELETE' })).status).toBe(404);
});

test('a customer needs an address that nobody else has', async () => {
  const { world, call } = await apiWorld();
  const post = (body: object) => call('/customers', { method: 'POST', body });
  expect((await post({ name: 'A' })).status).toBe(422);
  expect((await post({ name: 'A', phone: '06 30 123' })).json.errors).toMatchObject([{ field: 'phone' }]);
  expect((await post({ name: 'A', email: 'a@b.test', timeZone: 'Mars/Base' })).json.errors).toMatchObject([
    { field: 'timeZone' },
  ]);
  expect((await post({ name: 'A', email: 'a@b.test' })).status).toBe(201);
  expect((await post({ name: 'B', email: 'A@B.test' })).json.code).toBe('address.taken');
  expect((await post({ name: 'B', email: world.mailbox.address })).json.code).toBe('address.taken');
});

test('of a customer with tickets who it was is deleted, once nothing is open, and the tickets stay', async () => {
  const { world, admin, call } = await apiWorld();
  await world.ticket(admin);
  const [{ id }] = (await call('/customers')).json.data;
  const { status, json } = await call(`/customers/${id}`, { method: 'DELETE' });
  expect([status, json.code]).toEqual([409, 'customer.in_use']);
  const erase = () => call(`/customers/${id}?anonymise=true`, { method: 'DELETE' });
  expect((await erase()).json.code).toBe('customer.open_tickets');
  const [{ number }] = (await call('/tickets')).json.data;
  await call(`/tickets/${number}`, { method: 'PATCH', body: { status: 'solved' } });
  expect((await erase()).status).toBe(204);
  const { json: left } = await call(`/customers/${id}`);
  expect(left).toMatchObject({ name: 'Deleted customer', identities: [], erasedAt: expect.any(String) });
  expect((await call('/customers')).json.data).toEqual([]);
  expect((await call(`/tickets/${number}`)).json.subject).toBe('Broken kettle');
});

test('addresses are added and taken away, but never the last one', async () => {
  const { call } = await apiWorld();
  const { json } = await call('/customers', { method: 'POST', body: { name: 'A', email: 'a@b.test' } });
  const path = `/customers/${json.id}/identities`;
  const added = await call(path, { method: 'POST', body: { kind: 'phone', value: '+371 2000 0000' } });
  expect(added.status).toBe(201);
  expect(added.json.phone).toBe('+37120000000');
  const [email, phone] = added.json.identities;
  expect((await call(`${path}/${email.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`${path}/${phone.id}`, { method: 'DELETE' })).json.code).toBe('address.last');
  const stranger = await call('/customers', { method: 'POST', body: { name: 'B', email: 'b@b.test' } });
  const theirs = stranger.json.identities[0].id;
  expect((await call(`${path}/${theirs}`, { method: 'DELETE' })).status).toBe(404);
});

test('customers are listed, searched and looked up by address', async () => {
  const { world, admin, call } = await apiWorld();
  for (const [name, email] of [
    ['Jānis Bērziņš', 'janis@customer.test'],
    ['Anna Ozola', 'ozola@customer.test'],
    ['Anna Kalniņa', 'kalnina@customer.test'],
  ]) {
    world.pass(1);
    await world.ticket(admin, { requester: { name, email } });
  }
  const names = async (query: string) =>
    (await call(`/customers?${query}`)).json.data.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['Anna Kalniņa', 'Anna Ozola', 'Jānis Bērziņš']);
  expect(await names('q=anna')).toEqual(['Anna Kalniņa', 'Anna Ozola']);
  expect(await names('q=berzins')).toEqual(['Jānis Bērziņš']);
  expect(await names('email=OZOLA@customer.test')).toEqual(['Anna Ozola']);
  const page = (await call('/customers?q=anna&limit=1')).json;
  expect(await names(`q=anna&limit=1&cursor=${page.nextCursor}`)).toEqual(['Anna Ozola']);
});

test('users, teams and tags are listed and read', async () => {
  const { world, admin, call } = await apiWorld();
  const teamId = await world.team('Repairs');
  const agent = await world.member({
    teamIds: [teamId],
    scope: 'team',
    name: 'Kata',
    email: `k@${world.slug}.test`,
  });
  const users = (await call('/users')).json.data;
  expect(users.map(({ id }: { id: string }) => id).sort()).toEqual([admin.actor.id, agent.actor.id].sort());
  expect((await call(`/users/${agent.actor.id}`)).json).toMatchObject({
    name: 'Kata',
    role: 'agent',
    scope: 'team',
    active: true,
    teamIds: [teamId],
  });
  expect((await call(`/users?email=K@${world.slug}.test`)).json.data).toMatchObject([{ name: 'Kata' }]);
  expect((await call('/teams')).json.data).toMatchObject([{ name: 'Repairs', memberIds: [agent.actor.id] }]);
  expect((await call(`/teams/${teamId}`)).json.name).toBe('Repairs');
  const tag = await call('/tags', { method: 'POST', body: { name: ' Broken ' } });
  expect([tag.status, tag.json.name]).toEqual([201, 'broken']);
  expect((await call('/tags', { method: 'POST', body: { name: 'broken' } })).json.code).toBe('name.taken');
  expect((await call(`/tags/${tag.json.id}`)).json).toEqual(tag.json);
  expect((await call('/tags')).json.data).toEqual([tag.json]);
});

test('a key tells which workspace it opens', async () => {
  const { world, call } = await apiWorld();
  expect((await call('/me')).json).toMatchObject({
    workspace: { id: world.workspaceId, slug: world.slug },
    key: { name: 'Web shop', scopes: ['all'] },
  });
});

test('nothing of another workspace is found', async () => {
  const { world, admin, call } = await apiWorld();
  await world.ticket(admin, { tags: ['kettle'] });
  const teamId = await world.team();
  const ids = {
    customers: (await call('/customers')).json.data[0].id,
    users: admin.actor.id,
    teams: teamId,
    tags: (await call('/tags')).json.data[0].id,
  };
  const other = await apiWorld();
  for (const [kind, id] of Object.entries(ids)) {
    expect([kind, (await call(`/${kind}/${id}`)).status]).toEqual([kind, 200]);
    expect([kind, (await other.call(`/${kind}/${id}`)).status]).toEqual([kind, 404]);
    const listed = (await other.call(`/${kind}`)).json.data.map((row: { id: string }) => row.id);
    expect(listed).not.toContain(id);
  }
  const customer = `/customers/${ids.customers}`;
  expect((await other.call(customer, { method: 'PATCH', body: { name: 'x' } })).status).toBe(404);
  expect((await other.call(customer, { method: 'DELETE' })).status).toBe(404);
  const phone = { kind: 'phone', value: '+37120000000' };
  expect((await other.call(`${customer}/identities`, { method: 'POST', body: phone })).status).toBe(404);
});
