import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { renewAppSecret } from '@/features/social/commands/renew-app-secret';
import { getAccount } from '@/features/social/queries';
import { appMessage, type OwnApp, ownApp, signedByApp } from '../../doubles/own-app';
import {
  answer,
  askInstead,
  call,
  connected,
  sendAll,
  sendSoon,
  takeIn,
  ticketOf,
  type World,
} from './support';

const SECRET = `whsec_${Buffer.from('the signing secret of the tests!').toString('base64')}`;
const config = {
  url: 'https://app.test/kalauz',
  secret: SECRET,
  apiKey: 'the-api-key-of-an-app-of-our-own-1234567',
  appId: 'app-of-the-tests',
};

let app: OwnApp;
let world: World;
let account: Awaited<ReturnType<typeof connected>>['account'];

beforeAll(async () => {
  app = await ownApp(SECRET, () => world.now());
  askInstead({ 'app.test': app.base, 'files.test': app.base });
});
afterAll(() => app.stop());
beforeEach(async () => {
  ({ world, account } = await connected('api', config));
  Object.assign(app, { taken: [], pings: 0, refused: [], next: [], loseAnswer: 0, ownIds: false });
});

let calls = 0;
function bring(event: object, headers?: Record<string, string>) {
  const body = JSON.stringify(event);
  const signed = headers ?? signedByApp(SECRET, `msg_${++calls}`, world.now(), body);
  return call(world, account, { bytes: body, headers: signed });
}

test('a signed message becomes a ticket of the person whom the app names', async () => {
  const customer = {
    id: 'u-7',
    name: 'Anna Ozola',
    email: 'Anna@Tea.example',
    phone: '+371 2611 2233',
    language: 'lv',
  };
  const said = await bring(appMessage({ customer }));
  expect([said.status, JSON.parse(said.body)]).toEqual([200, { accepted: true }]);
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket).toMatchObject({ channel: 'api', status: 'new', language: 'lv' });
  expect(ticket.requester.displayName).toBe('Anna Ozola');
  expect(ticket.requester.identities.map(({ kind, value }) => `${kind} ${value}`).toSorted()).toEqual([
    'api app-of-the-tests/u-7',
    'email anna@tea.example',
    'phone +37126112233',
  ]);
});

test('the key is as good as a signature; a wrong key, an old signature and changed bytes are refused', async () => {
  const bearer = { authorization: `Bearer ${config.apiKey}` };
  expect((await bring(appMessage(), bearer)).status).toBe(200);
  expect((await bring(appMessage(), { authorization: 'Bearer guessed' })).status).toBe(403);
  expect((await bring(appMessage(), {})).status).toBe(403);
  const body = JSON.stringify(appMessage());
  const old = signedByApp(SECRET, 'msg_old', new Date(world.now().getTime() - 301_000), body);
  expect((await call(world, account, { bytes: body, headers: old })).status).toBe(403);
  const changed = signedByApp(SECRET, 'msg_x', world.now(), body);
  expect((await call(world, account, { bytes: `${body} `, headers: changed })).status).toBe(403);
  const light = await world.db.channelAccount.findFirst({ where: { id: account.id } });
  expect(light).toMatchObject({ health: 'failing', healthDetail: 'wrong_signature' });
});

test('the same id twice is one message, in whatever order they come; what cannot be read is said at once and kept', async () => {
  const [first, second] = [
    appMessage({ text: 'first', sentAt: '2026-03-02T09:01:00Z' }),
    appMessage({ text: 'second', sentAt: '2026-03-02T09:02:00Z' }),
  ];
  await bring(second);
  await bring(first);
  await bring(first);
  await takeIn(world);
  await bring({ ...second, again: true });
  await takeIn(world);
  expect((await ticketOf(world)).messages.map(({ text }) => text)).toEqual(['first', 'second']);
  const wrong = await bring({ type: 'message.created', data: { ...first.data, customer: {} } });
  expect(wrong.status).toBe(422);
  expect(JSON.parse(wrong.body)).toMatchObject({
    code: 'not_understood',
    detail: expect.stringContaining('customer'),
  });
  await takeIn(world);
  const kept = await world.db.rawInbound.findMany({
    where: { workspaceId: world.workspaceId, state: 'held' },
    select: { bytes: true },
  });
  expect(kept.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).type)).toEqual([
    'message.created',
  ]);
});

test('an answer is pushed with a signature, once, though the app’s OK is lost; delivery and read states come back', async () => {
  const agent = await world.member();
  const question = appMessage();
  await bring(question);
  await takeIn(world);
  expect(await answer(world, agent)).toMatchObject({ ok: true });
  app.loseAnswer = 1;
  await sendSoon(world);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({ delivery: 'queued' });
  world.pass(6);
  await sendAll(world);
  expect(app.refused).toEqual([]);
  expect(app.taken).toMatchObject([
    {
      conversationId: 'c-1',
      customerId: 'u-7',
      inReplyTo: question.data.id,
      text: 'We send you a new one.',
      files: [],
    },
  ]);
  const id = app.taken[0]?.id;
  const state = async () => (await ticketOf(world)).messages.at(-1)?.delivery;
  expect(await state()).toBe('sent');
  await bring({ type: 'message.read', data: { id } });
  await takeIn(world);
  expect(await state()).toBe('read');
  await bring({ type: 'message.delivered', data: { id } });
  await takeIn(world);
  expect(await state()).toBe('read');
});

test('an app may give ids of its own; that all was read up to an instant is understood too', async () => {
  const agent = await world.member();
  await bring(appMessage());
  await takeIn(world);
  await answer(world, agent);
  app.ownIds = true;
  await sendSoon(world);
  await bring({ type: 'message.delivered', data: { id: 'app-1' } });
  await takeIn(world);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({
    delivery: 'delivered',
    messageId: 'app-1',
  });
  await bring({
    type: 'conversation.read',
    data: { conversationId: 'c-1', upTo: world.now().toISOString() },
  });
  await takeIn(world);
  expect((await ticketOf(world)).messages.at(-1)?.delivery).toBe('read');
});

test('an app that is overrun is tried again when it wants; one that says 410 is left alone until the customer writes', async () => {
  const agent = await world.member();
  await bring(appMessage());
  await takeIn(world);
  await answer(world, agent);
  app.next = [
    { status: 429, headers: { 'retry-after': '120' } },
    { status: 301, headers: { location: 'https://x.test' } },
    { status: 410 },
  ];
  await sendSoon(world);
  world.pass(60);
  await sendAll(world);
  expect(app.next).toHaveLength(2);
  world.pass(61);
  await sendAll(world);
  world.pass(31);
  await sendAll(world);
  expect(app.next).toEqual([]);
  world.pass(86_400);
  await sendAll(world);
  expect(app.taken).toEqual([]);
  const ticket = await ticketOf(world);
  expect(ticket.messages.at(-1)?.delivery).toBe('failed');
  const ways = await reachableChannels(world.db, world.system(), ticket);
  expect(ways.find(({ channel }) => channel === 'api')?.reach).toEqual({
    state: 'closed',
    why: 'app_closed',
  });
  await bring(appMessage({ text: 'I am back', sentAt: world.now().toISOString() }));
  await takeIn(world);
  const again = await reachableChannels(world.db, world.system(), await ticketOf(world));
  expect(again.find(({ channel }) => channel === 'api')?.reach).toEqual({ state: 'open', until: null });
});

test('without an address nothing can be answered, and a conversation that the app closed neither', async () => {
  const mute = await connected('api', { ...config, url: '', appId: 'another-app-of-ours' }, world);
  const body = JSON.stringify(appMessage({ conversationId: 'c-9' }));
  await call(world, mute.account, { bytes: body, headers: signedByApp(SECRET, 'msg_m', world.now(), body) });
  await bring(appMessage());
  await bring({ type: 'conversation.closed', data: { conversationId: 'c-1' } });
  await takeIn(world);
  const tickets = await world.db.ticket.findMany({ where: { workspaceId: world.workspaceId } });
  const reasons = await Promise.all(
    tickets.map(async (ticket) => (await reachableChannels(world.db, world.system(), ticket))[0]?.reach),
  );
  expect(reasons).toEqual(
    expect.arrayContaining([
      { state: 'closed', why: 'no_push_address' },
      { state: 'closed', why: 'app_closed' },
    ]),
  );
});

test('files come with the call or are fetched; one that is gone, or lies where nobody may be asked, is named', async () => {
  const files = [
    { name: 'log.txt', type: 'text/plain', content: Buffer.from('error 17').toString('base64') },
    { name: 'gone.png', url: 'https://files.test/gone.png' },
    { name: 'inside.txt', url: 'https://169.254.169.254/secrets' },
  ];
  app.next = [];
  await bring(appMessage({ text: '', files }));
  await takeIn(world);
  const [message] = (await ticketOf(world)).messages;
  expect(message?.attachments.map(({ name, size }) => [name, size])).toEqual([['log.txt', 8]]);
  expect(message?.headers).toEqual({ 'missing-files': ['gone.png', 'inside.txt'] });
});

test('a message that was changed shows its last wording, one that was taken back none', async () => {
  const first = appMessage({ text: 'It is brocken' });
  await bring(first);
  await bring({
    type: 'message.updated',
    data: { ...first.data, text: 'It is broken', updatedAt: '2026-03-02T09:25:00Z' },
  });
  await takeIn(world);
  expect((await ticketOf(world)).messages[0]?.text).toBe('It is broken');
  await bring({ type: 'message.deleted', data: { id: first.data.id } });
  await takeIn(world);
  expect((await ticketOf(world)).messages[0]).toMatchObject({ text: '', deletedAt: expect.any(Date) });
});

test('a new secret and key come into force at once, and for a day the old ones are good beside them', async () => {
  const admin = await world.member({ role: 'admin' });
  const agent = await world.member();
  const accountId = account.id;
  expect(await renewAppSecret(agent, { accountId })).toMatchObject({ error: { code: 'forbidden' } });
  expect((await bring(appMessage())).status).toBe(200);
  expect((await renewAppSecret(admin, { accountId })).ok).toBe(true);
  const { secret = '', apiKey = '' } = (await getAccount(admin, accountId))?.values ?? {};
  expect([secret === SECRET, apiKey === config.apiKey]).toEqual([false, false]);
  const say = (id: string, by: string) => {
    const body = JSON.stringify(appMessage({ id }));
    return call(world, account, { bytes: body, headers: signedByApp(by, `msg_${id}`, world.now(), body) });
  };
  const withKey = (id: string, key: string) =>
    bring(appMessage({ id }), { authorization: `Bearer ${key}`, 'content-type': 'application/json' });
  expect((await say('new', secret)).status).toBe(200);
  expect((await say('old', SECRET)).status).toBe(200);
  expect((await withKey('by-old-key', config.apiKey)).status).toBe(200);
  await takeIn(world);
  // The double still knows the old secret only, and takes what we push.
  await answer(world, agent);
  await sendSoon(world);
  expect(app.taken).toHaveLength(1);
  world.pass(24 * 3600 + 1);
  expect((await say('too-late', SECRET)).status).toBe(403);
  expect((await withKey('late-key', config.apiKey)).status).toBe(403);
  expect((await withKey('new-key', apiKey)).status).toBe(200);
});
