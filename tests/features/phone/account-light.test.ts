import { beforeEach, expect, test } from 'vitest';
import type { CallOutside } from '@/channels/contract';
import { phoneConfig } from '@/channels/phone/config';
import { dialWith } from '@/features/phone/commands/dial';
import { fetchRecording } from '@/features/phone/commands/fetch-recording';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { refuseRecording } from '@/features/phone/commands/refuse-recording';
import { OutsideError } from '@/server/http/call-outside';
import { signedByApp } from '../../doubles/own-app';
import { newWorld } from '../../support/world';
import { phoneAccount } from './phone-rows';
import { ANNA, OURS, withTwilio } from './telephone';

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld({ at: '2026-03-02T09:00:00Z' });
});

const CallSid = `CA${'a'.repeat(32)}`;
const RecordingSid = `RE${'c'.repeat(32)}`;
const missed = { CallSid, From: ANNA, To: OURS, Direction: 'inbound', CallStatus: 'no-answer' };
/** An MP3 frame header and silence behind it. */
const RECORDED = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const WRONG_TOKEN = '20003: Authenticate';

async function light(id: string) {
  const where = { workspaceId: world.workspaceId, id };
  const { health, healthDetail } = await world.db.channelAccount.findFirstOrThrow({ where });
  return [health, healthDetail];
}

const noted = (id: string, healthDetail: string) =>
  world.db.channelAccount.updateMany({
    where: { workspaceId: world.workspaceId, id },
    data: { health: 'failing', healthDetail, healthAt: world.now() },
  });

test('a wrong signature shows, and a right one mends it', async () => {
  const twilio = await withTwilio(world);
  expect((await twilio.send('status', missed, { token: 'guessed' })).status).toBe(403);
  expect(await light(twilio.id)).toEqual(['failing', 'wrong_signature']);
  expect((await twilio.send('status', missed)).status).toBe(200);
  expect(await light(twilio.id)).toEqual(['healthy', '']);
});

test('what is held does not look healthy, until something is understood again', async () => {
  const twilio = await withTwilio(world);
  expect((await twilio.send('status', { ...missed, CallSid: 'nonsense' })).status).toBe(422);
  expect(await light(twilio.id)).toEqual(['failing', 'unreadable']);
  await twilio.send('status', missed);
  expect(await light(twilio.id)).toEqual(['healthy', '']);
});

test('a telephone system of one’s own shows the same', async () => {
  const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
  const account = await phoneAccount(world.system(), phoneConfig.parse({ provider: 'cti', secret }));
  const send = (id: string, body: string, by = secret) =>
    receivePhoneCall(world.system(), {
      key: account.key,
      url: account.address,
      headers: signedByApp(by, id, world.now(), body),
      bytes: Buffer.from(body),
      remoteAddress: '',
    });
  await send('e1', '{}', `whsec_${Buffer.from('another secret of theirs').toString('base64')}`);
  expect(await light(account.id)).toEqual(['failing', 'wrong_signature']);
  await send('e2', '{}');
  expect(await light(account.id)).toEqual(['failing', 'unreadable']);
  const data = { call_id: 'pbx-7', direction: 'inbound', from: ANNA };
  await send('e3', JSON.stringify({ type: 'call.ringing', timestamp: world.now().toISOString(), data }));
  expect(await light(account.id)).toEqual(['healthy', '']);
});

/** Dials through the provider with an account whose token is this. */
async function dialling(authToken?: string) {
  const agent = await world.member();
  const twilio = await withTwilio(world, authToken === undefined ? {} : { authToken });
  const { workspaceId } = world;
  await world.db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider' } });
  await world.db.phoneExtension.create({
    data: { workspaceId, userId: agent.actor.id ?? '', device: '+36201112222' },
  });
  const input = { number: ANNA, ticketId: null, customerId: null, callbackId: null };
  const dial = (call: CallOutside = twilio.double.call) => dialWith(agent, { input, call });
  return { twilio, dial };
}

test('a call that is not made for want of a token shows at once, in the provider’s words; what comes in does not hide it', async () => {
  const { twilio, dial } = await dialling('wrong');
  expect(await dial()).toEqual({ ok: false, error: { code: 'phone.not_connected' } });
  expect(await light(twilio.id)).toEqual(['failing', WRONG_TOKEN]);
  // Signed with the token that the account has, so genuine: it proves nothing of what we may ask.
  await twilio.send('status', missed, { token: 'wrong' });
  expect(await light(twilio.id)).toEqual(['failing', WRONG_TOKEN]);
});

test('a call that is made mends the token and leaves what is wrong with the signatures', async () => {
  const { twilio, dial } = await dialling();
  await noted(twilio.id, WRONG_TOKEN);
  expect((await dial()).ok).toBe(true);
  expect(await light(twilio.id)).toEqual(['healthy', '']);
  await noted(twilio.id, 'wrong_signature');
  expect((await dial()).ok).toBe(true);
  expect(await light(twilio.id)).toEqual(['failing', 'wrong_signature']);
});

const down = (status: number) => () =>
  Promise.resolve({ status, headers: {}, bytes: Buffer.from('<html>Bad gateway</html>') });

test.each([
  ['nobody is there', () => Promise.reject(new OutsideError('unreachable', 'connect ECONNREFUSED'))],
  ['nobody answers in time', () => Promise.reject(new OutsideError('timeout', 'no answer in 20 s'))],
  ['its server has failed', down(500)],
  ['its gateway has', down(503)],
])(
  'a call that is not made since %s shows in words of its own; what comes in does not hide it, the next call mends it',
  async (_, call) => {
    const { twilio, dial } = await dialling();
    expect(await dial(call)).toEqual({ ok: false, error: { code: 'phone.not_connected' } });
    expect(await light(twilio.id)).toEqual(['failing', 'unreachable']);
    await twilio.send('status', missed);
    expect(await light(twilio.id)).toEqual(['failing', 'unreachable']);
    expect((await dial()).ok).toBe(true);
    expect(await light(twilio.id)).toEqual(['healthy', '']);
  },
);

test('a recording that cannot be asked for shows the same, and one that is fetched mends it', async () => {
  const twilio = await withTwilio(world);
  await twilio.send('status', { ...missed, CallStatus: 'completed' });
  const RecordingUrl = twilio.double.recordingUrl(RecordingSid);
  await twilio.send('recording', { CallSid, RecordingSid, RecordingStatus: 'completed', RecordingUrl });
  const { id: callId } = await world.db.callLog.findFirstOrThrow({
    where: { workspaceId: world.workspaceId },
  });
  const nobody = () => Promise.reject(new OutsideError('unreachable', 'connect ECONNREFUSED'));
  await expect(fetchRecording(world.system(), { callId, call: nobody })).rejects.toThrow('ECONNREFUSED');
  expect(await light(twilio.id)).toEqual(['failing', 'unreachable']);
  twilio.double.keep(RecordingSid, RECORDED);
  await fetchRecording(world.system(), { callId, call: twilio.double.call });
  expect(await light(twilio.id)).toEqual(['healthy', '']);
});

test('a call that is refused for its number says nothing of the account', async () => {
  const { twilio, dial } = await dialling();
  await world.db.phoneExtension.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { device: 'nowhere' },
  });
  expect((await dial()).ok).toBe(false);
  expect((await light(twilio.id))[0]).toBe('unknown');
});

test.each([401, 403])(
  'a recording that is refused with %i shows, and one that is fetched mends it',
  async (status) => {
    const twilio = await withTwilio(world);
    await twilio.send('status', { ...missed, CallStatus: 'completed' });
    const RecordingUrl = twilio.double.recordingUrl(RecordingSid);
    await twilio.send('recording', { CallSid, RecordingSid, RecordingStatus: 'completed', RecordingUrl });
    const { id: callId } = await world.db.callLog.findFirstOrThrow({
      where: { workspaceId: world.workspaceId },
    });
    const refusal = { status, headers: {}, bytes: Buffer.from('{"code":20003,"message":"Authenticate"}') };
    await expect(
      fetchRecording(world.system(), { callId, call: () => Promise.resolve(refusal) }),
    ).rejects.toThrow(WRONG_TOKEN);
    expect(await light(twilio.id)).toEqual(['failing', WRONG_TOKEN]);
    twilio.double.keep(RecordingSid, RECORDED);
    await fetchRecording(world.system(), { callId, call: twilio.double.call });
    expect(await light(twilio.id)).toEqual(['healthy', '']);
  },
);

test('a recording that is to be deleted there and cannot be shows as well', async () => {
  const twilio = await withTwilio(world, { authToken: 'wrong' });
  await twilio.send('status', missed, { token: 'wrong' });
  const { id: callId } = await world.db.callLog.findFirstOrThrow({
    where: { workspaceId: world.workspaceId },
  });
  const recordingUrl = twilio.double.recordingUrl(RecordingSid);
  await expect(
    refuseRecording(world.system(), { callId, recordingUrl, call: twilio.double.call }),
  ).rejects.toThrow(WRONG_TOKEN);
  expect(await light(twilio.id)).toEqual(['failing', WRONG_TOKEN]);
});
