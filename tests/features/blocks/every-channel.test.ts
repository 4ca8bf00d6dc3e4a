import { expect, test } from 'vitest';
import { usualItems } from '@/domain/form/form';
import { blockSenderInput } from '@/features/blocks/commands/block-fields';
import { blockSender } from '@/features/blocks/commands/block-sender';
import { releaseBlocked, setBlockedAside } from '@/features/blocks/commands/settle-blocked';
import { heldPlace, listHeldBack } from '@/features/blocks/queries';
import { leaveMessage } from '@/features/chat/commands/leave-message';
import { blockCustomer } from '@/features/customers/commands/block-customer';
import { receiveSubmission } from '@/features/forms/commands/receive-submission';
import { shownForm } from '@/features/forms/form-rows';
import { getForm } from '@/features/forms/queries';
import { listLiveCalls } from '@/features/phone/queries-desk';
import { replyAsCustomer } from '@/features/portal/commands/reply-as-customer';
import { replyInput } from '@/features/portal/inputs';
import type { StaffContext } from '@/server/context';
import { telegramUpdate } from '../../doubles/telegram';
import { newWorld } from '../../support/world';
import { newChatWorld } from '../chat/chat-world';
import { newForm } from '../forms/support';
import { ANNA, OURS, withTwilio } from '../phone/telephone';
import { acting, requestWorld } from '../portal/support';
import { call, connected, takeIn } from '../social/support';

type World = Awaited<ReturnType<typeof newWorld>>;

const block = (admin: StaffContext, kind: string, value: string) =>
  blockSender(admin, blockSenderInput.parse({ kind, value, reason: 'threats' }));
const tickets = ({ db, workspaceId }: Pick<World, 'db' | 'workspaceId'>) =>
  db.ticket.findMany({ where: { workspaceId }, include: { messages: true }, orderBy: { number: 'asc' } });
const held = async (admin: StaffContext) => (await listHeldBack(admin, {})).rows;

test('somebody at a vendor is blocked by handle: nothing of it is lost, and it can be let in', async () => {
  const secret = 'the-secret-of-our-webhook';
  const { world, account } = await connected('telegram', {
    token: '700001:double-token-of-the-tests',
    secretToken: secret,
    username: 'kanna_bot',
  });
  const admin = await world.member({ role: 'admin' });
  await block(admin, 'telegram', '@Anna_O');
  const bring = (update: object) =>
    call(world, account, {
      bytes: JSON.stringify(update),
      headers: { 'x-telegram-bot-api-secret-token': secret },
    });
  expect((await bring(telegramUpdate(1, { text: 'one' }))).status).toBe(200);
  await takeIn(world);
  expect(await tickets(world)).toEqual([]);
  const [item] = await held(admin);
  expect(item).toMatchObject({ source: 'inbound', channel: 'telegram', reason: '@anna_o: anna_o threats' });
  if (!item) throw new Error('nothing is held');
  expect(await releaseBlocked(admin, item)).toEqual({ ok: true, value: { number: null } });
  await takeIn(world);
  expect(await tickets(world)).toMatchObject([{ channel: 'telegram', messages: [{ text: 'one' }] }]);
  // Letting one in does not unblock its sender.
  await bring(telegramUpdate(2, { text: 'two' }));
  await takeIn(world);
  expect((await tickets(world))[0]?.messages).toHaveLength(1);
  expect(await held(admin)).toHaveLength(1);
});

test('a visitor whose address is blocked is told so, twice the same word is kept once, and it is let in on one ticket', async () => {
  const world = await newChatWorld();
  const admin = await world.member({ role: 'admin' });
  await block(admin, 'domain', 'bad.test');
  const asked = { name: 'Win', email: 'win@bad.test', clientId: world.newId() };
  const message = { clientId: world.newId(), text: 'You have won', attachmentIds: [] };
  const begin = () => world.begin({ ...asked, message });
  expect(await begin()).toEqual({ ok: false, error: { code: 'chat.blocked' } });
  expect(await begin()).toEqual({ ok: false, error: { code: 'chat.blocked' } });
  const another = { ...message, clientId: world.newId(), text: 'Answer me' };
  expect((await world.begin({ ...asked, message: another })).ok).toBe(false);
  expect(await tickets(world)).toEqual([]);
  const items = await held(admin);
  expect(items.map(({ text, sender, reason }) => [text, sender, reason])).toEqual([
    ['Answer me', 'Win, win@bad.test', 'bad.test threats'],
    ['You have won', 'Win, win@bad.test', 'bad.test threats'],
  ]);
  for (const item of [...items].reverse()) expect((await releaseBlocked(admin, item)).ok).toBe(true);
  expect(await tickets(world)).toMatchObject([
    { channel: 'chat', subject: 'You have won', messages: [{ text: 'You have won' }, { text: 'Answer me' }] },
  ]);
  expect(await held(admin)).toEqual([]);
  const [first] = items;
  expect(first && (await releaseBlocked(admin, first))).toMatchObject({
    error: { code: 'inbound.not_held' },
  });
});

test('a customer who is blocked in mid-chat is heard no further, and words left behind are held too', async () => {
  const world = await newChatWorld();
  const admin = await world.member({ role: 'admin' });
  const { token, sessionId } = await world.chatting('Hello', { email: 'anna@good.test' });
  const { ticket } = await world.session(sessionId);
  const customerId = ticket?.requesterId ?? '';
  expect((await world.say(token, 'Still there?')).ok).toBe(true);
  await blockCustomer(admin, { customerId, blocked: true, reason: 'threats' });
  expect(await world.say(token, 'I know where you live')).toMatchObject({ error: { code: 'chat.blocked' } });
  const left = await leaveMessage(await world.context(), {
    clientId: world.newId(),
    language: 'en',
    timeZone: 'Europe/Riga',
    page: { url: '', title: '', referrer: '' },
    name: 'Anna',
    email: 'anna@good.test',
    text: 'Then by another way',
    answers: {},
    files: [],
    userAgent: '',
  });
  expect(left).toMatchObject({ error: { code: 'chat.blocked' } });
  expect((await world.session(sessionId)).ticket?.messages).toHaveLength(2);
  const items = await held(admin);
  expect(items.map(({ reason }) => reason)).toEqual(['customer threats', 'customer threats']);
  for (const item of items) expect(await setBlockedAside(admin, item)).toEqual({ ok: true, value: null });
  expect(await held(admin)).toEqual([]);
});

test('a form that a blocked address fills in becomes no ticket, and no mail confirms it', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  await block(admin, 'email', 'eva@bad.test');
  const page = await getForm(admin, await newForm(admin, { items: usualItems() }));
  const form = await shownForm(world.db, page?.form?.publicKey ?? '');
  if (!form) throw new Error('no form');
  const submission = {
    locale: 'hu' as const,
    name: 'Éva',
    email: 'eva@bad.test',
    subject: 'Nyeremény',
    message: 'Ön nyert!',
    values: {},
    hidden: {},
    consents: [],
    files: [],
    page: '',
  };
  const sent = { form, submission, key: 'k1', trap: '', seconds: 30, ip: '' };
  expect(await receiveSubmission(world.system(), sent)).toEqual({ number: null, ticketId: null });
  expect(await tickets(world)).toEqual([]);
  expect(await world.db.outgoingMail.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  const [item] = await held(admin);
  expect(item).toMatchObject({ source: 'form', sender: 'eva@bad.test', text: 'Nyeremény\nÖn nyert!' });
  expect(item && (await releaseBlocked(admin, item)).ok).toBe(true);
  expect(await tickets(world)).toMatchObject([{ subject: 'Nyeremény', channel: 'web' }]);
});

test('a blocked customer writes in the portal as before, and nobody is troubled by it', async () => {
  const { world, customer, ticket, ctx } = await requestWorld();
  const admin = await world.member({ role: 'admin' });
  await blockCustomer(admin, { customerId: customer.id, blocked: true, reason: '' });
  const reply = replyInput.parse({ number: ticket.number, text: 'Answer at once!' });
  expect(await replyAsCustomer(await acting(world, ctx), reply)).toMatchObject({
    value: { goTo: `/help/${world.slug}/en/requests/${ticket.number}?sent` },
  });
  const count = () =>
    world.db.message.count({ where: { workspaceId: world.workspaceId, text: 'Answer at once!' } });
  expect(await count()).toBe(0);
  const [item] = await held(admin);
  expect(item && (await releaseBlocked(admin, item))).toEqual({ ok: true, value: { number: ticket.number } });
  expect(await count()).toBe(1);
});

const sid = `CA${'c'.repeat(32)}`;
const ring = (seconds: number, CallStatus: string) => ({
  ...{ CallSid: sid, From: ANNA, To: OURS, Direction: 'inbound', CallStatus, CallDuration: '1' },
  Timestamp: new Date(Date.parse('2026-03-02T09:00:00Z') + seconds * 1000).toUTCString(),
});

test('a call from a blocked number is refused, pops up nowhere and is kept; let in, it stands on a ticket', async () => {
  const world = await newWorld({ at: '2026-03-02T09:00:00Z' });
  const admin = await world.member({ role: 'admin' });
  const agent = await world.member();
  const blocked = await block(admin, 'phone', '06 30 123 4567');
  expect(blocked.ok).toBe(true);
  expect(await block(admin, 'phone', 'nobody')).toMatchObject({ error: { code: 'phone.number_invalid' } });
  const twilio = await withTwilio(world);
  expect((await twilio.send('', ring(0, 'ringing'))).body).toContain('<Reject');
  expect(await listLiveCalls(agent)).toEqual([]);
  await twilio.send('status', ring(1, 'busy'));
  await twilio.send('status', ring(1, 'busy'));
  expect(await tickets(world)).toEqual([]);
  const items = await held(admin);
  expect(items).toMatchObject([
    { channel: 'phone', sender: '+36 30 123 4567', reason: '+36301234567 threats' },
  ]);
  const [item] = items;
  expect(item && (await releaseBlocked(admin, item)).ok).toBe(true);
  expect(await tickets(world)).toMatchObject([{ channel: 'phone' }]);
  expect(await world.db.callLog.findFirst({ where: { workspaceId: world.workspaceId } })).toMatchObject({
    blockedWhy: null,
    messageId: expect.any(String),
  });
});

test('what is held is read in pages, and only by those who may', async () => {
  const world = await newChatWorld();
  const admin = await world.member({ role: 'admin' });
  const agent = await world.member({ role: 'manager' });
  await block(admin, 'email', 'win@bad.test');
  for (const text of ['one', 'two', 'three']) {
    world.pass(1);
    await world.begin({
      email: 'win@bad.test',
      message: { clientId: world.newId(), text, attachmentIds: [] },
    });
  }
  const first = await listHeldBack(admin, { limit: 2 });
  expect(first.rows.map(({ text }) => text)).toEqual(['three', 'two']);
  const last = first.rows[1];
  const before = heldPlace(`${last?.at.getTime()}.${last?.id}`);
  expect((await listHeldBack(admin, { before })).rows.map(({ text }) => text)).toEqual(['one']);
  expect(heldPlace('nonsense')).toBeNull();
  const [item] = first.rows;
  expect(item && (await releaseBlocked(agent, item))).toMatchObject({ error: { code: 'not_found' } });
  expect(item && (await setBlockedAside(agent, item))).toMatchObject({ error: { code: 'not_found' } });
});
