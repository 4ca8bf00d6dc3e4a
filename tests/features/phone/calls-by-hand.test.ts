import { beforeEach, expect, test } from 'vitest';
import { claimCallback, rescheduleCallback } from '@/features/phone/commands/change-callback';
import { dialWith } from '@/features/phone/commands/dial';
import { findCaller } from '@/features/phone/commands/find-caller';
import { logCall } from '@/features/phone/commands/log-call';
import { recordAttempt } from '@/features/phone/commands/record-attempt';
import { requestCallback } from '@/features/phone/commands/request-callback';
import { expireCallbacks } from '@/features/phone/commands/sweep-phone';
import { logCallInput } from '@/features/phone/inputs';
import { listAgenda } from '@/features/phone/queries';
import { getHandOver, getPhoneDay } from '@/features/phone/queries-desk';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { ANNA, withTwilio } from './telephone';

let world: Awaited<ReturnType<typeof newWorld>>;
let agent: StaffContext;
beforeEach(async () => {
  world = await newWorld();
  agent = await world.member();
});

const calls = (over: object = {}) =>
  logCallInput.parse({
    direction: 'inbound',
    outcome: 'completed',
    number: '06 30 123 4567',
    name: 'Anna',
    talkSeconds: 95,
    ...over,
  });

async function logged(over: object = {}) {
  const made = await logCall(agent, calls(over));
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const ticketOf = (id: string) =>
  world.db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: world.workspaceId, id } } });

test('a call that was answered opens a ticket that is answered, with the agent', async () => {
  const { ticketId } = await logged({ note: 'Leaks at the lid.' });
  expect(await ticketOf(ticketId)).toMatchObject({
    channel: 'phone',
    status: 'open',
    assigneeId: agent.actor.id,
    preview: 'Incoming call, 1 min 35 s',
    firstRepliedAt: world.now(),
  });
  const [message] = await world.db.message.findMany({ where: { workspaceId: world.workspaceId } });
  expect(message?.text).not.toContain('Leaks');
});

test('a second call of these days stands on the same ticket, and one that was missed reopens it', async () => {
  const first = await logged();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { status: 'pending' },
  });
  world.pass(3600);
  const second = await logged({ outcome: 'missed' });
  expect(second.ticketId).toBe(first.ticketId);
  expect(await ticketOf(first.ticketId)).toMatchObject({ status: 'open', lastDirection: 'inbound' });
  expect((await logged({ newTicket: true, subject: 'Another matter' })).ticketId).not.toBe(first.ticketId);
});

test('our own call answers only when somebody was reached', async () => {
  const customer = await world.member();
  const { ticketId } = await world.ticket(customer);
  await logged({ direction: 'outbound', outcome: 'no_answer', ticketId });
  expect(await ticketOf(ticketId)).toMatchObject({ firstRepliedAt: null, status: 'new' });
  world.pass(60);
  await logged({ direction: 'outbound', ticketId });
  expect(await ticketOf(ticketId)).toMatchObject({ firstRepliedAt: world.now(), status: 'open' });
});

test('a number that somebody typed in another way is recognised', async () => {
  const { ticketId } = await world.ticket(agent);
  const { requesterId } = await ticketOf(ticketId);
  await world.db.customerIdentity.create({
    data: {
      workspaceId: world.workspaceId,
      id: agent.newId(),
      customerId: requesterId,
      kind: 'phone',
      value: '06/30-123-4567',
    },
  });
  expect(await findCaller(agent, '+36 30 123 4567')).toMatchObject({
    number: '+36 30 123 4567',
    customer: { id: requesterId },
    tickets: [{ id: ticketId }],
  });
});

test('a callback that was asked for is on the agenda until it is done, with every attempt', async () => {
  const { ticketId } = await world.ticket(agent);
  const asked = await requestCallback(agent, {
    ticketId,
    number: ANNA,
    note: 'Invoice',
    uniqueKey: 'chat:1',
  });
  const again = await requestCallback(agent, { ticketId, number: ANNA, uniqueKey: 'chat:1' });
  if (!asked.ok) throw new Error(asked.error.code);
  expect(again).toEqual(asked);
  const { callbackId } = asked.value;
  expect(await listAgenda(agent, 'unclaimed')).toMatchObject([{ id: callbackId, number: '+36 30 123 4567' }]);
  await claimCallback(agent, { callbackId, assigneeId: agent.actor.id });
  await recordAttempt(agent, { callbackId, outcome: 'no_answer', note: 'rang out' });
  expect(await listAgenda(agent, 'mine')).toMatchObject([
    { attempts: 1, tries: [{ outcome: 'no_answer', note: 'rang out' }] },
  ]);
  await logged({ direction: 'outbound', ticketId, callbackId });
  expect(await listAgenda(agent, 'open')).toEqual([]);
  expect(await listAgenda(agent, 'closed')).toMatchObject([{ status: 'done', attempts: 2 }]);
  const events = await world.db.ticketEvent.findMany({
    where: { workspaceId: world.workspaceId, ticketId, type: { startsWith: 'callback.' } },
    orderBy: { position: 'asc' },
  });
  expect(events.map(({ type }) => type)).toEqual([
    'callback.requested',
    'callback.attempted',
    'callback.attempted',
    'callback.closed',
  ]);
});

test('two who take it at once: both are heard, and nothing breaks', async () => {
  const { ticketId } = await world.ticket(agent);
  const asked = await requestCallback(agent, { ticketId, number: ANNA });
  if (!asked.ok) throw new Error(asked.error.code);
  const { callbackId } = asked.value;
  const other = await world.member();
  const both = await Promise.all(
    [agent, other].map((who) => claimCallback(who, { callbackId, assigneeId: who.actor.id })),
  );
  expect(both.every(({ ok }) => ok)).toBe(true);
});

test('a number that nobody may call is neither promised nor dialled', async () => {
  await world.db.doNotCall.create({
    data: { workspaceId: world.workspaceId, number: ANNA, createdAt: world.now() },
  });
  const { ticketId } = await world.ticket(agent);
  const refused = { ok: false, error: { code: 'phone.do_not_call' } };
  expect(await requestCallback(agent, { ticketId, number: ANNA })).toEqual(refused);
  const input = { number: ANNA, ticketId, customerId: null, callbackId: null };
  expect(await dialWith(agent, { input, call: () => Promise.reject(new Error('not asked')) })).toEqual(
    refused,
  );
  expect(await requestCallback(agent, { ticketId, number: 'call me' })).toEqual({
    ok: false,
    error: { code: 'phone.number_invalid' },
  });
});

test('who asks for a call without a ticket gets one', async () => {
  const { ticketId } = await world.ticket(agent);
  const { requesterId } = await ticketOf(ticketId);
  const asked = await requestCallback(agent, {
    customerId: requesterId,
    number: ANNA,
    note: 'Please call me.',
  });
  if (!asked.ok) throw new Error(asked.error.code);
  expect(asked.value.ticketId).not.toBe(ticketId);
  expect(await ticketOf(asked.value.ticketId)).toMatchObject({
    subject: 'Callback for Anna Ozola',
    preview: 'Please call me.',
  });
});

test('a callback that everybody forgot is over after a week, and its ticket says so', async () => {
  const { ticketId } = await world.ticket(agent);
  await requestCallback(agent, { ticketId, number: ANNA });
  world.pass(6 * 86_400);
  await expireCallbacks(world.system(), world.workspaceId);
  expect(await listAgenda(agent, 'open')).toHaveLength(1);
  world.pass(2 * 86_400);
  await expireCallbacks(world.system(), world.workspaceId);
  expect(await listAgenda(agent, 'closed')).toMatchObject([{ status: 'expired' }]);
});

test('another window is agreed on, but none that lies behind', async () => {
  const { ticketId } = await world.ticket(agent);
  const asked = await requestCallback(agent, { ticketId, number: ANNA });
  if (!asked.ok) throw new Error(asked.error.code);
  const { callbackId } = asked.value;
  const window = { start: new Date('2026-03-03T13:00:00Z'), end: new Date('2026-03-03T15:00:00Z') };
  expect(await rescheduleCallback(agent, { callbackId, window })).toMatchObject({ ok: true });
  const past = { start: new Date('2026-03-01T13:00:00Z'), end: new Date('2026-03-01T15:00:00Z') };
  expect(await rescheduleCallback(agent, { callbackId, window: past })).toMatchObject({
    error: { code: 'callback.window' },
  });
});

test('who may not see a ticket sees none of its calls, callbacks or cards', async () => {
  const { ticketId } = await world.ticket(agent);
  await requestCallback(agent, { ticketId, number: ANNA });
  const stranger = await world.member({ scope: 'own' });
  expect(await listAgenda(stranger, 'open')).toEqual([]);
  expect(await getHandOver(stranger, ticketId)).toBeNull();
  expect((await getHandOver(agent, ticketId))?.asked).toMatchObject([{ text: 'My kettle is broken.' }]);
});

test('a click has the provider ring the agent, and what it tells of the call finds the ticket', async () => {
  const twilio = await withTwilio(world, { record: true });
  const { workspaceId } = world;
  await world.db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider' } });
  await world.db.phoneExtension.create({
    data: { workspaceId, userId: agent.actor.id ?? '', device: '+36201112222' },
  });
  const { ticketId } = await world.ticket(agent);
  const input = { number: '06 30 123 4567', ticketId, customerId: null, callbackId: null };
  const dialled = await dialWith(agent, { input, call: twilio.double.call });
  expect(dialled).toMatchObject({ ok: true, value: { link: null } });
  expect(twilio.double.placed).toMatchObject([{ To: '+36201112222', From: '+3612345678' }]);
  const sid = `CA${'1'.padStart(32, '0')}`;
  const bridge = await twilio.send('bridge', {
    CallSid: sid,
    CallStatus: 'in-progress',
    Direction: 'outbound-api',
  });
  expect(bridge.body).toContain('<Dial callerId="+3612345678"');
  expect(bridge.body).toMatch(/<Number url="[^"]+step=announce&#38;of=CA0+1"/);
  const child = { CallSid: `CA${'9'.repeat(32)}`, ParentCallSid: sid, To: ANNA, CallStatus: 'in-progress' };
  expect((await twilio.send('announce', child)).body).toMatch(/<Say language="en-GB">[^<]*recorded/);
  const leg = { CallSid: `CA${'9'.repeat(32)}`, ParentCallSid: sid, To: ANNA, CallStatus: 'in-progress' };
  await twilio.send('leg', leg);
  world.pass(60);
  await twilio.send('status', { CallSid: sid, CallStatus: 'completed', Direction: 'outbound-api' });
  const [call] = await world.db.callLog.findMany({ where: { workspaceId } });
  expect(call).toMatchObject({
    direction: 'outbound',
    completion: 'completed',
    talkSeconds: 60,
    ticketId,
    toNumber: ANNA,
  });
  expect(await ticketOf(ticketId)).toMatchObject({ status: 'open', lastDirection: 'outbound' });
});

test('a provider that refuses is told in our words', async () => {
  const twilio = await withTwilio(world, { authToken: 'wrong' });
  const { workspaceId } = world;
  await world.db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider' } });
  await world.db.phoneExtension.create({
    data: { workspaceId, userId: agent.actor.id ?? '', device: '+36201112222' },
  });
  const input = { number: ANNA, ticketId: null, customerId: null, callbackId: null };
  expect(await dialWith(agent, { input, call: twilio.double.call })).toEqual({
    ok: false,
    error: { code: 'phone.not_connected' },
  });
});

test('the figures of a day agree with the definition of handle time', async () => {
  await logged({ talkSeconds: 240, holdSeconds: 30, wrapUpSeconds: 60 });
  await logged({ talkSeconds: 300, holdSeconds: 0, wrapUpSeconds: 90 });
  await logged({ talkSeconds: 180, holdSeconds: 60, wrapUpSeconds: 30 });
  await logged({ outcome: 'missed', talkSeconds: 0 });
  const since = new Date(world.now().getTime() - 86_400_000);
  expect(await getPhoneDay(agent, since)).toEqual({ handled: 3, missed: 1, averageHandleSeconds: 330 });
});
