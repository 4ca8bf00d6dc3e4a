import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { newWorld } from '../../support/world';
import { phoneAccount as phoneRow } from '../phone/phone-rows';
import { apiWorld } from './calls';

const NOWHERE = '0192f0c1-2345-7abc-8def-0123456789ab';

test('a mailbox is connected, read without its secrets, changed in part and tried', async () => {
  const { call, world } = await apiWorld();
  const port = await closedPort();
  const server = { host: '127.0.0.1', port, security: 'none', user: 'desk' };
  const body = {
    name: 'Sales',
    address: 'Sales@Firm.test',
    incoming: { kind: 'imap', ...server, auth: { kind: 'password', password: 'zeppelin-in' } },
    outgoing: { kind: 'smtp', ...server, auth: { kind: 'password', password: 'zeppelin-out' } },
  };
  const made = await call('/mailboxes', {
    method: 'POST',
    body: { ...body, address: unique(world, 'Sales') },
  });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    name: 'Sales',
    address: unique(world, 'sales'),
    enabled: true,
    health: 'unknown',
    incoming: { kind: 'imap', folder: 'INBOX', since: null, auth: { kind: 'password' }, trustedServers: [] },
    outgoing: { kind: 'smtp', user: 'desk', auth: { kind: 'password' } },
  });
  const path = `/mailboxes/${made.json.id}`;
  const changed = await call(path, { method: 'PATCH', body: { name: 'Sales team' } });
  expect(changed.json).toEqual({ ...made.json, name: 'Sales team' });
  // The password that nobody typed again is still there for the same server, and for no other.
  const { password: _, ...untyped } = body.incoming.auth;
  const kept = { incoming: { ...body.incoming, folder: 'Orders', auth: untyped } };
  expect((await call(path, { method: 'PATCH', body: kept })).json.incoming.folder).toBe('Orders');
  const elsewhere = { incoming: { ...kept.incoming, host: 'mail.attacker.test' } };
  expect((await call(path, { method: 'PATCH', body: elsewhere })).json.code).toBe('input.invalid');
  const tested = await call(`${path}/test`, { method: 'POST' });
  expect(tested.json).toMatchObject({ incoming: { state: 'fails' }, outgoing: { state: 'fails' } });
  const listed = await call('/mailboxes');
  expect(listed.json.data).toHaveLength(2);
  for (const answer of [made, changed, tested, listed, await call(path)])
    expect(JSON.stringify(answer.json)).not.toContain('zeppelin');
});

test('mail that is brought by HTTP gets its address once', async () => {
  const { call, world } = await apiWorld();
  const body = {
    name: 'Shop',
    address: unique(world, 'shop'),
    incoming: { kind: 'webhook', signingKey: 'zeppelin' },
  };
  const made = await call('/mailboxes', { method: 'POST', body });
  expect(made.json.incoming).toEqual({ kind: 'webhook', hasSigningKey: true, hasAddress: false });
  const path = `/mailboxes/${made.json.id}`;
  const renewed = await call(`${path}/renew-address`, { method: 'POST' });
  expect(renewed.json.address).toMatch(/\/api\/inbound\/email\/\w+/);
  const { incoming } = (await call(path)).json;
  expect(incoming).toEqual({ kind: 'webhook', hasSigningKey: true, hasAddress: true });
});

test('a taken address, a strange team and what is no mailbox are refused', async () => {
  const { call, world } = await apiWorld();
  const other = await newWorld();
  const teamId = await other.team();
  const body = { name: 'Second', address: world.mailbox.address };
  expect((await call('/mailboxes', { method: 'POST', body })).json.code).toBe('address.taken');
  const strange = { name: 'Second', address: unique(world, 'second'), teamId };
  expect((await call('/mailboxes', { method: 'POST', body: strange })).status).toBe(404);
  const line = await phoneRow(world.system(), cti());
  for (const id of [NOWHERE, line.id, other.mailbox.id]) {
    const path = `/mailboxes/${id}`;
    expect((await call(path)).status).toBe(404);
    expect((await call(path, { method: 'PATCH', body: { name: 'x' } })).status).toBe(404);
    expect((await call(`${path}/test`, { method: 'POST' })).status).toBe(404);
    expect((await call(`${path}/renew-address`, { method: 'POST' })).status).toBe(404);
  }
  const { address } = await world.db.channelAccount.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, channel: 'email' },
  });
  expect(address).toBe(world.mailbox.address);
});

test('a line at a provider is connected, read without its secrets, and changed in part', async () => {
  const { call } = await apiWorld();
  const body = {
    provider: 'twilio',
    name: 'Main line',
    number: '+36 1 234 5678',
    language: 'hu',
    settings: { accountSid: `AC${'1'.repeat(32)}`, authToken: 'zeppelin-token' },
    reception: { record: true, mayRefuse: true, ringTo: ['+36201112222', 'sip:desk@pbx.test'] },
  };
  const made = await call('/phone-accounts', { method: 'POST', body });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    provider: 'twilio',
    number: '+3612345678',
    language: 'hu',
    settings: { accountSid: body.settings.accountSid },
    reception: { ...body.reception, ringSeconds: 25, menu: false, ownFlow: false },
    generated: {},
    addresses: [{ purpose: 'voice' }, { purpose: 'status' }],
  });
  const path = `/phone-accounts/${made.json.id}`;
  const { generated: _, ...shown } = made.json;
  const changed = await call(path, { method: 'PATCH', body: { enabled: false, reception: { menu: true } } });
  expect(changed.json).toEqual({ ...shown, enabled: false, reception: { ...shown.reception, menu: true } });
  const wrong = await call(path, { method: 'PATCH', body: { settings: { accountSid: 'nonsense' } } });
  expect([wrong.status, wrong.json.code]).toEqual([422, 'input.invalid']);
  const listed = await call('/phone-accounts');
  expect(listed.json.data).toEqual([changed.json]);
  for (const answer of [made, changed, listed, await call(path)])
    expect(JSON.stringify(answer.json)).not.toContain('zeppelin');
});

test('a telephone system of one’s own gets its secret once, and a test call becomes a ticket', async () => {
  const { call } = await apiWorld();
  const made = await call('/phone-accounts', { method: 'POST', body: { provider: 'cti', name: 'Exchange' } });
  const { secret } = made.json.generated;
  expect(secret).toMatch(/^whsec_/);
  expect(made.json.reception).toBeNull();
  const path = `/phone-accounts/${made.json.id}`;
  expect(JSON.stringify((await call(path)).json)).not.toContain(secret);
  const changed = await call(path, { method: 'PATCH', body: { name: 'Office' } });
  expect(JSON.stringify(changed.json)).not.toContain(secret);
  const tested = await call(`${path}/test`, { method: 'POST' });
  expect(tested.json).toEqual({ ticketNumber: expect.any(Number), provider: null });
  const ticket = await call(`/tickets/${tested.json.ticketNumber}`);
  expect(ticket.json.channel).toBe('phone');
});

test('a line of others, a mailbox and a strange team are no line of ours', async () => {
  const { call, world } = await apiWorld();
  const other = await newWorld();
  const theirs = await phoneRow(other.system(), cti());
  for (const id of [NOWHERE, theirs.id, world.mailbox.id]) {
    const path = `/phone-accounts/${id}`;
    expect((await call(path)).status).toBe(404);
    expect((await call(path, { method: 'PATCH', body: { name: 'x' } })).status).toBe(404);
    expect((await call(`${path}/test`, { method: 'POST' })).status).toBe(404);
  }
  const body = { provider: 'cti', name: 'x', teamId: await other.team() };
  expect((await call('/phone-accounts', { method: 'POST', body })).status).toBe(404);
});

test('the chat of a site is tried out as a visitor would', async () => {
  const { call } = await apiWorld();
  const made = await call('/chat-accounts', { method: 'POST', body: { name: 'Shop' } });
  const tested = await call(`/chat-accounts/${made.json.id}/test`, { method: 'POST' });
  expect(tested.json).toEqual({ ticketNumber: expect.any(Number) });
  const ticket = await call(`/tickets/${tested.json.ticketNumber}`);
  expect(ticket.json.channel).toBe('chat');
  expect((await call(`/chat-accounts/${NOWHERE}/test`, { method: 'POST' })).status).toBe(404);
});

test('who may not manage channels sees no accounts and changes none', async () => {
  const { call } = await apiWorld(['tickets:read']);
  for (const path of ['/mailboxes', '/phone-accounts', '/chat-accounts'])
    expect((await call(path)).status).toBe(403);
});

type World = Awaited<ReturnType<typeof newWorld>>;

/** Addresses are the installation's: each test has its own. */
const unique = ({ slug }: World, name: string) => `${name}@${slug}.test`;

const cti = () =>
  phoneConfig.parse({
    provider: 'cti',
    secret: `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`,
  });

/** A port at which nobody answers. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}
