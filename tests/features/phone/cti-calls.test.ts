import { expect, test } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { phoneAccountInput } from '@/features/phone/admin-inputs';
import { extendWrapUp, finishCall } from '@/features/phone/commands/finish-call';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { savePhoneAccount } from '@/features/phone/commands/save-phone-account';
import { forgetRecordings } from '@/features/phone/commands/sweep-phone';
import { testPhoneAccountWith } from '@/features/phone/commands/test-phone-account';
import { listLiveCalls } from '@/features/phone/queries-desk';
import { signedByApp } from '../../doubles/own-app';
import { newWorld } from '../../support/world';
import { phoneAccount } from './phone-rows';
import { ANNA, withTwilio } from './telephone';

const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;

async function exchange() {
  const world = await newWorld({ at: '2026-03-02T09:10:00Z' });
  const account = await phoneAccount(world.system(), phoneConfig.parse({ provider: 'cti', secret }));
  const send = (id: string, type: string, seconds: number, data: object = {}) => {
    const at = new Date(Date.parse('2026-03-02T09:00:00Z') + seconds * 1000);
    const call = { call_id: 'pbx-7', direction: 'inbound', from: '06301234567', to: '+3612345678', ...data };
    const bytes = Buffer.from(JSON.stringify({ type, timestamp: at.toISOString(), data: call }));
    const headers = signedByApp(secret, id, world.now(), bytes.toString());
    return receivePhoneCall(world.system(), {
      key: account.key,
      url: account.address,
      headers,
      bytes,
      remoteAddress: '',
    });
  };
  const call = () => world.db.callLog.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  return { world, account, send, call };
}

test('a ringing call pops up for the agent whom the exchange names, with the caller’s name', async () => {
  const { world, send } = await exchange();
  const agent = await world.member();
  const other = await world.member();
  await world.db.phoneExtension.create({
    data: { workspaceId: world.workspaceId, userId: agent.actor.id ?? '', extension: '12' },
  });
  const { ticketId } = await world.ticket(agent);
  const { requesterId } = await world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: ticketId },
  });
  await world.db.customerIdentity.create({
    data: {
      workspaceId: world.workspaceId,
      id: agent.newId(),
      customerId: requesterId,
      kind: 'phone',
      value: ANNA,
    },
  });
  expect(await send('e1', 'call.ringing', 590, { agent: { extension: '12' } })).toMatchObject({
    status: 200,
  });
  expect(await listLiveCalls(agent)).toMatchObject([{ status: 'ringing', customer: { name: 'Anna Ozola' } }]);
  expect(await listLiveCalls(other)).toEqual([]);
});

test('events that arrive late and out of order give the same call', async () => {
  const { world, send, call } = await exchange();
  await send('e4', 'call.ended', 300);
  await send('e3', 'call.unhold', 120);
  await send('e2', 'call.hold', 90);
  await send('e1', 'call.answered', 10);
  expect(await send('e1', 'call.answered', 10)).toMatchObject({ body: '{"code":"duplicate"}' });
  await send('e0', 'call.ringing', 0);
  expect(await call()).toMatchObject({
    talkSeconds: 260,
    holdSeconds: 30,
    ringSeconds: 10,
    totalSeconds: 300,
  });
  expect(await world.db.message.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

test('what a telephone system wrote down stands on the call, and goes when recordings do', async () => {
  const { world, send, call } = await exchange();
  await send('e1', 'call.answered', 10);
  await send('e2', 'call.ended', 300, { transcript: 'Where is my kettle?' });
  expect(await call()).toMatchObject({ transcript: 'Where is my kettle?', recordingState: null });
  world.pass(89 * 86_400);
  await forgetRecordings(world.system(), world.workspaceId);
  expect(await call()).toMatchObject({ transcript: 'Where is my kettle?' });
  world.pass(2 * 86_400);
  expect(await forgetRecordings(world.system(), world.workspaceId)).toBe(1);
  expect(await call()).toMatchObject({ transcript: '', recordingState: null, recordingUntil: null });
  const facts = await world.db.callEvent.findMany({ where: { workspaceId: world.workspaceId } });
  expect(JSON.stringify(facts)).not.toContain('kettle');
  expect(await forgetRecordings(world.system(), world.workspaceId)).toBe(0);
});

test('after-call work ends when the agent is done, and can be extended once', async () => {
  const { world, send, call } = await exchange();
  const agent = await world.member({ name: 'Jānis' });
  const named = { agent: { id: agent.actor.id } };
  await send('e1', 'call.answered', 500, named);
  await send('e2', 'call.ended', 590, named);
  const { id } = await call();
  expect(await listLiveCalls(agent)).toMatchObject([{ id, status: 'ended', wrapUpExtended: false }]);
  expect(await extendWrapUp(agent, { callId: id })).toEqual({
    ok: true,
    value: { until: new Date('2026-03-02T09:13:50Z') },
  });
  expect(await extendWrapUp(agent, { callId: id })).toEqual({
    ok: true,
    value: { until: new Date('2026-03-02T09:13:50Z') },
  });
  world.pass(30);
  await finishCall(agent, { callId: id, note: 'All good', done: true });
  expect(await call()).toMatchObject({ wrapUpSeconds: 40, note: 'All good' });
  expect(await listLiveCalls(agent)).toEqual([]);
});

test('a forged, altered or old event is refused, and nothing of it is kept', async () => {
  const { world, account } = await exchange();
  const data = { call_id: 'pbx-7', direction: 'inbound', from: ANNA };
  const body = JSON.stringify({ type: 'call.ringing', timestamp: world.now().toISOString(), data });
  const other = `whsec_${Buffer.from('another secret of theirs').toString('base64')}`;
  const anHourAgo = new Date(world.now().getTime() - 3_600_000);
  const fine = signedByApp(secret, 'e1', world.now(), body);
  const send = (headers: Record<string, string>, text = body) =>
    receivePhoneCall(world.system(), {
      key: account.key,
      url: account.address,
      headers,
      bytes: Buffer.from(text),
      remoteAddress: '',
    });
  const refused = [
    await send(signedByApp(other, 'e1', world.now(), body)),
    await send(signedByApp(secret, 'e1', anHourAgo, body)),
    await send(fine, body.replace('ringing', 'answered')),
    await send({ ...fine, 'webhook-id': 'e2' }),
    await send({}),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const where = { workspaceId: world.workspaceId };
  expect(await world.db.rawInbound.count({ where })).toBe(0);
  expect(await send(fine)).toMatchObject({ status: 200 });
  expect(await world.db.rawInbound.count({ where })).toBe(1);
});

test('the test button’s call comes in by the front door and becomes a ticket', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const saved = await savePhoneAccount(
    admin,
    phoneAccountInput.parse({ accountId: null, provider: 'cti', name: 'Exchange' }),
  );
  if (!saved.ok) throw new Error(saved.error.code);
  const { accountId } = saved.value;
  const tested = await testPhoneAccountWith(admin, {
    accountId,
    call: () => Promise.reject(new Error('not asked')),
  });
  expect(tested).toMatchObject({ ok: true, value: { provider: null } });
  const ticket = await world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  expect(tested).toMatchObject({ value: { ticketNumber: ticket.number } });
  const account = await world.db.channelAccount.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: accountId },
  });
  expect(account).toMatchObject({ health: 'healthy', channel: 'phone' });
});

test('a wrong token shows as a failing light, in Twilio’s words', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const twilio = await withTwilio(world, { authToken: 'wrong' });
  const tested = await testPhoneAccountWith(admin, { accountId: twilio.id, call: twilio.double.call });
  expect(tested).toMatchObject({
    ok: true,
    value: { provider: { ok: false, detail: '20003: Authenticate' } },
  });
  const account = await world.db.channelAccount.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: twilio.id },
  });
  expect(account).toMatchObject({ health: 'failing', healthDetail: '20003: Authenticate' });
});

test('secrets that are not typed again stay, and are never shown', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const twilio = await withTwilio(world);
  const form = {
    accountId: twilio.id,
    provider: 'twilio',
    name: 'Main',
    number: '+3612345678',
    settings: { accountSid: twilio.double.accountSid },
  };
  expect(await savePhoneAccount(admin, phoneAccountInput.parse(form))).toMatchObject({ ok: true });
  expect(
    await twilio.send('status', { CallSid: `CA${'7'.repeat(32)}`, CallStatus: 'no-answer', From: ANNA }),
  ).toMatchObject({ status: 200 });
  const wrong = await savePhoneAccount(
    admin,
    phoneAccountInput.parse({ ...form, settings: { accountSid: 'nonsense' } }),
  );
  expect(wrong).toMatchObject({
    ok: false,
    error: { code: 'input.invalid', fields: { accountSid: expect.any(Array) } },
  });
});

test('letters that the database cannot keep make an event unreadable once, not a failure for ever', async () => {
  const { send } = await exchange();
  expect(await send('e1', 'call.ringing', 590, { queue: 'sa\0les' })).toMatchObject({ status: 422 });
  expect(await send('e2', 'call.ringing', 590, { queue: 'sa\ud800les' })).toMatchObject({ status: 422 });
});
