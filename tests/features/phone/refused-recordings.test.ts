import { beforeAll, beforeEach, expect, test } from 'vitest';
import { phoneAccountInput } from '@/features/phone/admin-inputs';
import { dialWith } from '@/features/phone/commands/dial';
import { refuseRecording } from '@/features/phone/commands/refuse-recording';
import { refuseRecordingJob } from '@/features/phone/commands/refuse-recording-job';
import { savePhoneAccount } from '@/features/phone/commands/save-phone-account';
import { forgetRecordings } from '@/features/phone/commands/sweep-phone';
import { getPhoneAccount } from '@/features/phone/queries-admin';
import { newId } from '@/server/ids';
import { boss } from '@/server/jobs/boss';
import { attributeOf, listening } from '../../doubles/twilio';
import { newWorld } from '../../support/world';
import { ANNA, OURS, withTwilio } from './telephone';

beforeAll(async () => {
  await boss();
});

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld({ at: '2026-03-02T09:00:00Z' });
});

const CallSid = `CA${'a'.repeat(32)}`;
const call = { CallSid, From: ANNA, To: OURS, Direction: 'inbound', CallStatus: 'in-progress' };
const ringTo = ['+36201112222'];
const RecordingSid = `RE${'5'.repeat(32)}`;
const mp3 = Buffer.from('ID3\x03\x00 not much of a song');

const theCall = () => world.db.callLog.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });

/** Jobs of this workspace that wait for the worker. */
async function refusals() {
  const rows = await world.db.$queryRaw<{ data: { callId: string; recordingUrl: string | null } }[]>`
    select data from jobs.job where name = ${refuseRecordingJob.name} and data->>'workspaceId' = ${world.workspaceId}
    order by created_on`;
  return rows.map(({ data }) => data);
}

test.each([
  ['en', 'press 9', 'not recorded'],
  ['hu', '9-es gombot', 'nem rögzítjük'],
  ['lv', 'nospiediet 9', 'netiek ierakstīta'],
] as const)('who presses the key is not recorded, and hears so (%s)', async (locale, asked, told) => {
  const twilio = await withTwilio(world, { ringTo, record: true, mayRefuse: true, locale });
  const { body } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  const heard = listening(body);
  expect(heard?.said).toContain(asked);
  // Who presses nothing goes on to a call that is recorded.
  expect(attributeOf(body, 'Dial', 'record')).toBe('record-from-answer-dual');
  const after = await twilio.sendTo(heard?.action ?? '', { ...call, Digits: '9' });
  expect(after.body).toContain(told);
  expect(attributeOf(after.body, 'Dial', 'record')).toBeNull();
  expect(await theCall()).toMatchObject({ recordingConsent: 'opted_out', recordingState: null });
  // Nothing was recorded yet, so nothing has to be stopped.
  expect(await refusals()).toEqual([]);
});

test('another key refuses nothing; with a menu it is meant for the menu, and what was refused stays refused in it', async () => {
  const twilio = await withTwilio(world, { ringTo, record: true, mayRefuse: true, menu: true });
  const { body } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  const action = listening(body)?.action ?? '';
  expect((await twilio.sendTo(action, { ...call, Digits: '3' })).body).toContain('<Record');
  expect((await theCall()).recordingConsent).toBeNull();
  const refused = await twilio.sendTo(action, { ...call, Digits: '9' });
  const menu = listening(refused.body);
  expect(menu?.said).toContain('press 1');
  const rings = await twilio.sendTo(menu?.action ?? '', { ...call, Digits: '1' });
  expect(rings.body).toContain('<Dial');
  expect(attributeOf(rings.body, 'Dial', 'record')).toBeNull();
  const dialled = attributeOf(rings.body, 'Dial', 'action') ?? '';
  expect((await twilio.sendTo(dialled, { ...call, DialCallStatus: 'no-answer' })).body).toContain('<Record');
});

test('without the switch nobody is asked for a key', async () => {
  const twilio = await withTwilio(world, { ringTo, record: true });
  const { body } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  expect(listening(body)).toBeNull();
  expect(body).toContain('may be recorded');
});

test('a recording that is told of all the same is not kept here, and is deleted there', async () => {
  const twilio = await withTwilio(world, { ringTo, record: true, mayRefuse: true });
  const { body } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  await twilio.sendTo(listening(body)?.action ?? '', { ...call, Digits: '9' });
  twilio.double.keep(RecordingSid, mp3);
  const RecordingUrl = twilio.double.recordingUrl(RecordingSid);
  const told = {
    CallSid,
    RecordingSid,
    RecordingStatus: 'completed',
    RecordingUrl,
    RecordingSource: 'DialVerb',
  };
  await twilio.send('recording', told);
  const { id, ...row } = await theCall();
  expect(row).toMatchObject({ recordingConsent: 'opted_out', recordingState: 'absent', recordingUrl: null });
  expect(await refusals()).toMatchObject([{ callId: id, recordingUrl: RecordingUrl }]);
  for (const { recordingUrl } of await refusals()) {
    await refuseRecording(world.system(), { callId: id, recordingUrl, call: twilio.double.call });
  }
  expect(twilio.double.recordings.size).toBe(0);
  // Once more changes nothing: what is gone needs no deletion.
  await refuseRecording(world.system(), { callId: id, recordingUrl: RecordingUrl, call: twilio.double.call });
});

test('a message that somebody leaves after all is kept: they spoke of their own will', async () => {
  const twilio = await withTwilio(world, { ringTo, record: true, mayRefuse: true });
  const { body } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  await twilio.sendTo(listening(body)?.action ?? '', { ...call, Digits: '9' });
  world.pass(30);
  const RecordingUrl = twilio.double.recordingUrl(RecordingSid);
  const told = {
    CallSid,
    RecordingSid,
    RecordingStatus: 'completed',
    RecordingUrl,
    RecordingSource: 'RecordVerb',
  };
  await twilio.send('recording', told);
  expect(await theCall()).toMatchObject({ recordingConsent: 'opted_in', recordingState: 'awaited' });
});

test('whom we call may refuse too: what runs is stopped, and tried again until it is', async () => {
  const agent = await world.member();
  const twilio = await withTwilio(world, { record: true, mayRefuse: true });
  const { workspaceId } = world;
  await world.db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider' } });
  await world.db.phoneExtension.create({
    data: { workspaceId, userId: agent.actor.id ?? '', device: '+36201112222' },
  });
  const input = { number: ANNA, ticketId: null, customerId: null, callbackId: null };
  await dialWith(agent, { input, call: twilio.double.call });
  const ours = `CA${'1'.padStart(32, '0')}`;
  const whole = { CallSid: ours, CallStatus: 'in-progress', Direction: 'outbound-api', From: OURS, To: ANNA };
  const bridge = await twilio.send('bridge', whole);
  twilio.double.running.add(ours);
  // A leg's own call; nothing but our address says whose it is.
  const leg = {
    CallSid: `CA${'9'.repeat(32)}`,
    To: ANNA,
    CallStatus: 'in-progress',
    Direction: 'outbound-dial',
  };
  const announced = await twilio.sendTo(attributeOf(bridge.body, 'Number', 'url') ?? '', leg);
  const heard = listening(announced.body);
  expect(heard?.said).toContain('press 9');
  const after = await twilio.sendTo(heard?.action ?? '', { ...leg, Digits: '9' });
  expect(after.body).toContain('not recorded');
  const row = await theCall();
  expect(row).toMatchObject({ direction: 'outbound', recordingConsent: 'opted_out', providerCallId: ours });
  expect(await refusals()).toMatchObject([{ callId: row.id, recordingUrl: null }]);
  const down = {
    ...twilio.double,
    call: async () => ({ status: 503, headers: {}, bytes: Buffer.from('{}') }),
  };
  const refused = { callId: row.id, recordingUrl: null };
  await expect(refuseRecording(world.system(), { ...refused, call: down.call })).rejects.toThrow('503');
  await refuseRecording(world.system(), { ...refused, call: twilio.double.call });
  expect([...twilio.double.running]).toEqual([]);
  await twilio.send('recording', {
    CallSid: ours,
    RecordingSid,
    RecordingStatus: 'completed',
    RecordingUrl: twilio.double.recordingUrl(RecordingSid),
    RecordingSource: 'DialVerb',
  });
  expect(await theCall()).toMatchObject({ recordingConsent: 'opted_out', recordingState: 'absent' });
});

test('a refusal that is told late takes away what was stored', async () => {
  const twilio = await withTwilio(world, { ringTo, record: true, mayRefuse: true });
  const { body } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  const { id } = await theCall();
  const where = { workspaceId_id: { workspaceId: world.workspaceId, id } };
  const recordingId = newId();
  await world.db.attachment.create({
    data: {
      workspaceId: world.workspaceId,
      id: recordingId,
      name: 'a.mp3',
      type: 'audio/mpeg',
      size: 1,
      sha256: '0'.repeat(64),
      createdAt: world.now(),
    },
  });
  await world.db.callLog.update({ where, data: { recordingState: 'stored', recordingId } });
  await twilio.sendTo(listening(body)?.action ?? '', { ...call, Digits: '9' });
  await forgetRecordings(world.system(), world.workspaceId);
  expect(await theCall()).toMatchObject({ recordingState: 'expired', recordingId: null });
});

test('the switch is the admin’s, and shows again as it was set', async () => {
  const admin = await world.member({ role: 'admin' });
  const { id, double } = await withTwilio(world, { ringTo, record: true });
  const form = {
    accountId: id,
    provider: 'twilio',
    name: 'Main',
    number: OURS,
    record: true,
    mayRefuse: true,
  };
  const settings = { accountSid: double.accountSid };
  expect(await savePhoneAccount(admin, phoneAccountInput.parse({ ...form, settings }))).toMatchObject({
    ok: true,
  });
  expect(await getPhoneAccount(admin, id)).toMatchObject({ record: true, mayRefuse: true });
});
