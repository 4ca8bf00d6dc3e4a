import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import type { newWorld } from '../../support/world';
import { askInstead, connected, sendAll } from '../social/support';
import { apiWorld } from './calls';

let meta: MetaDouble;
beforeAll(async () => {
  meta = await metaDouble('token-of-the-double');
  askInstead({ 'graph.facebook.com': meta.base });
});
afterAll(() => meta.stop());

const HOUR_MS = 3_600_000;
const keys = {
  accessToken: 'token-of-the-double',
  appSecret: 'app_secret_of_the_tests',
  verifyToken: 'verify-token-of-the-tests',
};
const whatsapp = { ...keys, phoneNumberId: '10000000001', businessId: '20000000002' };
const template = { name: 'kettle_ready', language: 'hu', parameters: ['Ágnes', 'teáskanna'] };

/** A ticket whose customer also wrote in a thread, so many hours ago. */
async function desk(
  kind: 'whatsapp' | 'facebook',
  config: object,
  { hours = 1, isPublic = false, data = {} } = {},
) {
  const made = await apiWorld();
  const { world, admin } = made;
  const { account } = await connected(kind, { ...config }, world);
  const { ticketId, number } = await world.ticket(admin);
  const { workspaceId, db } = world;
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  const id = admin.newId();
  await db.channelConversation.create({
    data: {
      ...{ workspaceId, id, ticketId, isPublic, data, channel: kind },
      channelAccountId: account.id,
      key: '36301234567',
      handle: '+36301234567',
      customerId: requesterId,
      lastInboundAt: new Date(Date.now() - hours * HOUR_MS),
      createdAt: admin.now(),
    },
  });
  const write = (body: object) => made.call(`/tickets/${number}/messages`, { method: 'POST', body });
  return { ...made, id, number, write };
}

const outbox = ({ db, workspaceId }: Awaited<ReturnType<typeof newWorld>>) =>
  db.outgoingMail.findMany({ where: { workspaceId, kind: 'reply' }, orderBy: { createdAt: 'asc' } });

test('the ways of a ticket are told, with what stands in the way in the asker’s words', async () => {
  const { call, id, number } = await desk('whatsapp', whatsapp, { hours: 30 });
  const path = `/tickets/${number}/ways`;
  const { json } = await call(path, { headers: { 'accept-language': 'hu' } });
  expect(json.data).toEqual([
    {
      id,
      channel: 'whatsapp',
      account: expect.stringContaining('Our whatsapp'),
      handle: '+36301234567',
      isPublic: false,
      state: 'template',
      openUntil: null,
      why: 'window_over',
      whyText: expect.stringContaining('24 óra'),
      approvedTexts: true,
    },
    expect.objectContaining({
      id: 'email',
      state: 'open',
      why: null,
      whyText: null,
      handle: 'anna@customer.test',
    }),
  ]);
  const english = (await call(path)).json.data[0].whyText;
  expect(english).toContain('24 hours');
  expect((await call('/tickets/2147483647/ways')).status).toBe(404);
});

test('an answer goes where `via` says, and a way that is closed is refused with nothing sent', async () => {
  const { call, write, id, number, world } = await desk('whatsapp', whatsapp);
  const [way] = (await call(`/tickets/${number}/ways`)).json.data;
  expect(way).toMatchObject({ id, state: 'open', openUntil: expect.any(String) });
  const said = await write({ kind: 'public', text: 'It is ready.', via: id });
  expect(said).toMatchObject({
    status: 201,
    json: { channel: 'whatsapp', text: 'It is ready.', delivery: 'queued' },
  });
  const mailed = await write({ kind: 'public', text: 'It is ready.', via: 'email' });
  expect(mailed.json).toMatchObject({ channel: 'email', to: [{ address: 'anna@customer.test' }] });
  const elsewhere = await desk('whatsapp', whatsapp);
  const strange = await write({ kind: 'public', text: 'x', via: elsewhere.id });
  expect([strange.status, strange.json.code]).toEqual([409, 'channel.closed']);
  expect(await outbox(world)).toHaveLength(2);
  expect((await write({ kind: 'public', text: 'x', via: 'pigeon' })).status).toBe(422);
});

test('after a day an approved text is found, sent by name, and leaves filled in', async () => {
  const { call, write, id, number, world } = await desk('whatsapp', whatsapp, { hours: 30 });
  meta.templates = [
    {
      name: template.name,
      language: template.language,
      status: 'APPROVED',
      components: [{ type: 'BODY', text: 'Kedves {{1}}, elkészült a {{2}}.' }],
    },
  ];
  const plain = await write({ kind: 'public', text: 'Hello', via: id });
  expect([plain.status, plain.json.code]).toEqual([409, 'channel.closed']);
  const texts = await call(`/tickets/${number}/approved-texts?via=${id}`);
  expect(texts.json.data).toEqual([
    {
      name: 'kettle_ready',
      language: 'hu',
      body: 'Kedves {{1}}, elkészült a {{2}}.',
      parameters: ['1', '2'],
    },
  ]);
  const text = 'Kedves Ágnes, elkészült a teáskanna.';
  expect((await write({ kind: 'public', text, template })).status).toBe(422);
  const sent = await write({ kind: 'public', text, via: id, template });
  expect(sent).toMatchObject({ status: 201, json: { channel: 'whatsapp', text } });
  world.pass((Date.now() - world.now().getTime()) / 1000 + 120);
  meta.now = () => world.now().getTime();
  await sendAll(world);
  expect(meta.sent.at(-1)?.body).toMatchObject({
    type: 'template',
    template: {
      name: 'kettle_ready',
      components: [{ parameters: [{ text: 'Ágnes' }, { text: 'teáskanna' }] }],
    },
  });
  expect(
    (await call(`/tickets/${number}/approved-texts?via=0192f0c1-2345-7abc-8def-0123456789ab`)).status,
  ).toBe(404);
});

test('a public comment is answered in public or in private, as `via` says', async () => {
  const data = { commentId: '1_2', rootId: '1_2' };
  const how = { isPublic: true, data };
  const { call, write, id, number, world } = await desk('facebook', { ...keys, pageId: '100000001' }, how);
  const ways = (await call(`/tickets/${number}/ways`)).json.data;
  expect(ways).toMatchObject([
    { id, isPublic: true, state: 'open' },
    { id: `private:${id}`, isPublic: false, state: 'open', openUntil: expect.any(String) },
    { id: 'email' },
  ]);
  expect((await write({ kind: 'public', text: 'We wrote to you.', via: id })).status).toBe(201);
  const answer = await write({ kind: 'public', text: 'Your order number, please?', via: `private:${id}` });
  expect(answer).toMatchObject({ status: 201, json: { channel: 'facebook' } });
  const headers = (await outbox(world)).map((row) => row.headers);
  expect(headers).toMatchObject([{}, { privately: 'yes' }]);
  expect(headers[0]).not.toHaveProperty('privately');
});
