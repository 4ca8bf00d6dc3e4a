import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { POST as callMe } from '@/app/api/chat/[key]/call-me/route';
import { GET as events } from '@/app/api/chat/[key]/events/route';
import { POST as offline } from '@/app/api/chat/[key]/offline/route';
import { POST as sessions } from '@/app/api/chat/[key]/sessions/route';
import { POST as transcript } from '@/app/api/chat/[key]/transcript/route';
import { followTicket } from '@/features/chat/commands/follow-ticket';
import { identifyVisitor } from '@/features/chat/commands/identify-visitor';
import { secretsOf } from '@/features/chat/identity-secrets';
import { visitorOf } from '@/features/chat/visitor';
import { framePage } from '@/features/chat/widget/frame-page';
import { logCall } from '@/features/phone/commands/log-call';
import { logCallInput } from '@/features/phone/inputs';
import { newId } from '@/server/ids';
import { newChatWorld } from './chat-world';

type World = Awaited<ReturnType<typeof newChatWorld>>;

/** What the host page's server signs for one of its people. */
async function identityOf(world: World, userId: string) {
  const { account } = await world.context();
  const secret = secretsOf(account.sealedSecrets)[0]?.hmac ?? '';
  return {
    kind: 'hmac' as const,
    userId,
    hash: createHmac('sha256', secret).update(userId).digest('hex'),
  };
}

const opening = (over: object = {}) => ({
  clientId: newId(),
  language: 'en',
  timeZone: 'Europe/Riga',
  page: { url: 'https://shop.test/', title: '', referrer: '' },
  ...over,
});

/** A request of a visitor's browser, from an address of its own. */
function asked(world: World, { token, body }: { token?: string; body?: unknown } = {}) {
  const headers = new Headers({ 'x-forwarded-for': `2001:db8::${newId().slice(-4)}:${newId().slice(-4)}` });
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json');
  const words = body instanceof FormData ? body : JSON.stringify(body);
  const request = new Request('http://localhost/api/chat', {
    headers,
    ...(body !== undefined && { method: 'POST', body: words }),
  });
  return [request, { params: Promise.resolve({ key: world.chat.publicKey }) }] as const;
}

test('on a shared computer the next person who signs in does not find the chat of the one before', async () => {
  const world = await newChatWorld();
  const before = await world.chatting('My card was stolen', { identity: await identityOf(world, 'anna') });
  const next = await world.begin({ identity: await identityOf(world, 'boris') }, before.token);
  if (!next.ok) throw new Error(next.error.code);
  expect(next.value.sessionId).not.toBe(before.sessionId);
  expect(next.value.token).not.toBe(before.token);
  expect((await world.session(next.value.sessionId)).visitor.externalId).toBe('boris');
});

/** Anna, whose mail address everybody knows, and who has written before. */
async function annaIn(world: World): Promise<string> {
  const { ticketId } = await world.ticket(await world.member());
  const where = { workspaceId_id: { workspaceId: world.workspaceId, id: ticketId } };
  return (await world.db.ticket.findUniqueOrThrow({ where })).requesterId;
}

const requesterOf = async (world: World, sessionId: string) =>
  (await world.session(sessionId)).ticket?.requesterId;

test('who has proven an id, and typed the address of somebody else, does not become them', async () => {
  const world = await newChatWorld();
  const anna = await annaIn(world);
  const identity = await identityOf(world, 'mallory');
  const typed = await world.chatting('It is me', { email: 'anna@customer.test', identity });
  expect(await requesterOf(world, typed.sessionId)).not.toBe(anna);
});

test('nor does who typed the address first and proved an id later', async () => {
  const world = await newChatWorld();
  const anna = await annaIn(world);
  const begun = await world.begin({ email: 'anna@customer.test' });
  const ctx = await world.context();
  const visitor = begun.ok && (await visitorOf(world.db, ctx, begun.value.token));
  if (!begun.ok || !visitor) throw new Error('no visitor');
  const identified = await identifyVisitor(ctx, { visitor, identity: await identityOf(world, 'mallory') });
  if (!identified.ok) throw new Error(identified.error.code);
  await world.say(identified.value.token, 'It is me');
  expect(await requesterOf(world, begun.value.sessionId)).not.toBe(anna);
});

test('an address under the signature of the host page leads to whose it is, whenever they begin to speak', async () => {
  const world = await newChatWorld();
  const anna = await annaIn(world);
  const { account } = await world.context();
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: account.publicKey, sub: 'a-1', email: 'anna@customer.test', exp: 4_000_000_000 };
  const signed = `${part({ alg: 'HS256' })}.${part(claims)}`;
  const mac = createHmac('sha256', secretsOf(account.sealedSecrets)[0]?.secret ?? '').update(signed);
  const identity = { kind: 'jwt' as const, token: `${signed}.${mac.digest('base64url')}` };
  const begun = await world.begin({ identity });
  if (!begun.ok) throw new Error(begun.error.code);
  await world.say(begun.value.token, 'Hello');
  expect(await requesterOf(world, begun.value.sessionId)).toBe(anna);
});

test('a token that is none does not spare anybody the fields that must be filled in', async () => {
  const world = await newChatWorld();
  const { settings } = (await world.context()).account;
  const fields = settings.fields.map((field) => ({ ...field, required: true }));
  await world.db.chatAccount.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { settings: JSON.parse(JSON.stringify({ ...settings, fields })) },
  });
  expect(await world.begin({}, 'x'.repeat(43))).toEqual({ ok: false, error: { code: 'input.invalid' } });
});

test('a chat cannot be made to write to everybody, nor to promise calls without end', async () => {
  const world = await newChatWorld();
  const { token } = await world.chatting('Buy pills at https://pills.test');
  const statuses: number[] = [];
  for (let number = 0; number < 14; number++) {
    const body = { email: `victim${number}@elsewhere.test` };
    statuses.push((await transcript(...asked(world, { token, body }))).status);
  }
  expect(statuses.filter((status) => status === 204).length).toBeLessThanOrEqual(10);
  expect(statuses.at(-1)).toBe(429);
  const call = { clientId: newId(), phone: '+3726000000', from: null, to: null, note: '' };
  expect((await callMe(...asked(world, { token, body: call }))).status).toBe(429);
});

test('one visitor holds open no more streams than a person has windows', async () => {
  const world = await newChatWorld();
  const { token } = await world.chatting();
  const streams = [];
  for (let number = 0; number < 30; number++) streams.push(await events(...asked(world, { token })));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  expect((await events(...asked(world, { token }))).status).toBe(429);
  await Promise.all(streams.map(({ body }) => body?.cancel()));
  const again = await events(...asked(world, { token }));
  expect(again.status).toBe(200);
  await again.body?.cancel();
});

test.each([
  ['NUL in the text', { message: { clientId: newId(), text: 'a\0b', attachmentIds: [] } }],
  ['half a letter in an answer', { answers: { topic: 'a\ud800b' } }],
  ['NUL in the name of an answer', { answers: { 'to\0pic': 'a' } }],
])('%s is a fault of the request and not of the server', async (_, over) => {
  const world = await newChatWorld();
  const { status } = await sessions(...asked(world, { body: opening(over) }));
  expect([400, 422]).toContain(status);
});

test.each(['a\0b', 'a\ud800b'])(
  'a message left with %j is refused or kept, and breaks nothing',
  async (text) => {
    const world = await newChatWorld();
    const form = new FormData();
    const data = opening({ name: 'Anna', email: 'anna@left.test', text, answers: { topic: text } });
    form.set('data', JSON.stringify(data));
    expect((await offline(...asked(world, { body: form }))).status).toBe(400);
  },
);

test('words that were on a ticket before the chat came to it are not shown to the visitor', async () => {
  const world = await newChatWorld();
  const agent = await world.member();
  const older = await world.ticket(agent, { html: '<p>My passport number is 1234567</p>' });
  const { token, sessionId } = await world.chatting('Hello', {});
  const { ticketId } = await world.session(sessionId);
  const where = { workspaceId: world.workspaceId, ticketId: older.ticketId };
  await world.db.message.updateMany({ where, data: { createdAt: new Date(Date.now() - 86_400_000) } });
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId, id: ticketId ?? '' },
    data: { mergedIntoId: older.ticketId },
  });
  world.pass(60);
  await world.say(token, 'Are you there?');
  await world.db.message.updateMany({
    where: { ...where, text: 'Are you there?' },
    data: { createdAt: new Date() },
  });
  await world.db.chatSession.updateMany({
    where: { workspaceId: world.workspaceId, id: sessionId },
    data: { acceptedById: agent.actor.id, state: 'active' },
  });
  await followTicket(world.system(), { ticketId: older.ticketId });
  const said = (await world.entries(sessionId)).flatMap((entry) =>
    entry.type === 'message' ? [entry.message.text] : [],
  );
  expect(said).toContain('Are you there?');
  expect(said.join('\n')).not.toContain('passport');
});

test.each(['https://*;x.shop.test', 'https://evil.test;.shop.test', 'https://evil.test,.shop.test'])(
  'the address %s, which would say more than who may frame, frames nothing',
  async (host) => {
    const world = await newChatWorld({ allowedOrigins: ['https://*.shop.test'] });
    expect(await framePage(world.db, { key: world.chat.publicKey, host, language: 'en' })).toBeNull();
  },
);

test('the recording of a call on the chat’s ticket is for colleagues, not for who chats', async () => {
  const world = await newChatWorld();
  const { sessionId } = await world.chatting();
  const { ticketId } = await world.session(sessionId);
  const [agent, id] = [await world.member(), newId()];
  const file = { name: 'call.mp3', type: 'audio/mpeg', size: 3, sha256: 'b'.repeat(64) };
  await world.db.attachment.create({ data: { workspaceId: world.workspaceId, id, ...file } });
  const spoken = { direction: 'inbound', outcome: 'completed', number: '', name: 'Anna' };
  const call = logCallInput.parse({ ...spoken, consent: 'opted_in' });
  expect((await logCall(agent, { ...call, ticketId, attachmentIds: [id] })).ok).toBe(true);
  await followTicket(world.system(), { ticketId: ticketId ?? '' });
  const said = (await world.entries(sessionId)).flatMap((entry) =>
    entry.type === 'message' ? [entry.message] : [],
  );
  expect(said.map(({ channel }) => channel)).toContain('phone');
  expect(said.flatMap(({ files }) => files)).toEqual([]);
});

test('an id that the host page signs is no token, however much it looks like one', async () => {
  const world = await newChatWorld();
  const { account } = await world.context();
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: account.publicKey, sub: 'boss', exp: 4_000_000_000 };
  const looksLike = `${part({ alg: 'HS256' })}.${part(claims)}`;
  const { hash } = await identityOf(world, looksLike);
  const token = `${looksLike}.${Buffer.from(hash, 'hex').toString('base64url')}`;
  const begun = await world.begin({ identity: { kind: 'jwt', token } });
  expect(begun).toEqual({ ok: false, error: { code: 'token.invalid' } });
});

test('two visitors whose browsers made the same id each have a chat of their own', async () => {
  const world = await newChatWorld();
  const [anna, berta] = [await world.chatting('Anna here'), await world.chatting('Berta here')];
  const clientId = newId();
  for (const { token } of [anna, berta]) {
    await world.db.chatSession.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { state: 'ended', endedAt: world.now() },
    });
    const begun = await world.begin({ clientId }, token);
    const again = await world.begin({ clientId }, token);
    expect(begun.ok && again.ok && begun.value.sessionId === again.value.sessionId).toBe(true);
  }
  const made = await world.db.chatSession.count({
    where: { workspaceId: world.workspaceId, state: { not: 'ended' } },
  });
  expect(made).toBe(1);
  expect(await world.db.chatSession.count({ where: { workspaceId: world.workspaceId } })).toBe(4);
});
