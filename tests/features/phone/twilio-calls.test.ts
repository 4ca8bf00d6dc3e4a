import { beforeEach, expect, test } from 'vitest';
import { fetchRecording, RecordingLate } from '@/features/phone/commands/fetch-recording';
import { forgetRecordings } from '@/features/phone/commands/sweep-phone';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { newWorld } from '../../support/world';
import { ANNA, OURS, withTwilio } from './telephone';

let world: Awaited<ReturnType<typeof newWorld>>;
beforeEach(async () => {
  world = await newWorld({ at: '2026-03-02T09:00:00Z' });
});

const sid = `CA${'a'.repeat(32)}`;
const agentSid = `CA${'b'.repeat(32)}`;
const stamp = (seconds: number) =>
  new Date(Date.parse('2026-03-02T08:50:00Z') + seconds * 1000).toUTCString();
const call = { CallSid: sid, From: ANNA, To: OURS, Direction: 'inbound' };

const leg = (CallStatus: string, seconds: number) =>
  [
    'leg',
    { CallSid: agentSid, ParentCallSid: sid, To: '+36201112222', CallStatus, Timestamp: stamp(seconds) },
  ] as const;
const status = (CallStatus: string, seconds: number) =>
  ['status', { ...call, CallStatus, Timestamp: stamp(seconds), CallDuration: '95' }] as const;

const story = [
  ['', { ...call, CallStatus: 'ringing', Timestamp: stamp(0) }] as const,
  leg('ringing', 5),
  leg('in-progress', 15),
  [
    'dialled',
    {
      ...call,
      CallStatus: 'in-progress',
      DialCallStatus: 'completed',
      DialCallDuration: '80',
      Timestamp: stamp(95),
    },
  ] as const,
  status('completed', 95),
];

const calls = () =>
  world.db.callLog.findMany({ where: { workspaceId: world.workspaceId }, orderBy: { startedAt: 'asc' } });
const messages = () =>
  world.db.message.findMany({ where: { workspaceId: world.workspaceId, channel: 'phone' } });

test('an answered call stands on a ticket of the caller, who is recognised by the number', async () => {
  const agent = await world.member();
  await world.db.phoneExtension.create({
    data: { workspaceId: world.workspaceId, userId: agent.actor.id ?? '', device: '+36201112222' },
  });
  const twilio = await withTwilio(world, { ringTo: ['+36201112222'] });
  for (const [step, fields] of story) expect(await twilio.send(step, fields)).toMatchObject({ status: 200 });
  const [row] = await calls();
  expect(row).toMatchObject({
    provider: 'twilio',
    direction: 'inbound',
    status: 'ended',
    completion: 'completed',
    fromNumber: ANNA,
    agentId: agent.actor.id,
    ringSeconds: 10,
    talkSeconds: 80,
    totalSeconds: 95,
    wrapUpUntil: new Date('2026-03-02T08:53:35Z'),
  });
  const ticket = await world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: row?.ticketId ?? '' },
    include: { requester: { include: { identities: true } } },
  });
  expect(ticket).toMatchObject({ channel: 'phone', status: 'open', assigneeId: agent.actor.id });
  expect(ticket.firstRepliedAt).not.toBeNull();
  expect(ticket.requester.identities).toMatchObject([{ kind: 'phone', value: ANNA }]);
  expect(await messages()).toMatchObject([{ direction: 'inbound', text: 'Incoming call, 1 min 20 s' }]);
});

test('duplicates and reordering change nothing', async () => {
  const twilio = await withTwilio(world, { ringTo: ['+36201112222'] });
  const shuffled = [...story, ...story].sort(
    (a, b) => JSON.stringify(a[1]).length - JSON.stringify(b[1]).length,
  );
  for (const [step, fields] of shuffled.reverse()) await twilio.send(step, fields);
  const rows = await calls();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    completion: 'completed',
    ringSeconds: 10,
    talkSeconds: 80,
    totalSeconds: 95,
  });
  expect(await messages()).toHaveLength(1);
  expect(await world.db.ticket.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

test('the same callbacks at the same time end in one ticket', async () => {
  const twilio = await withTwilio(world);
  const [step, fields] = status('no-answer', 30);
  const answers = await Promise.all(Array.from({ length: 6 }, () => twilio.send(step, fields)));
  expect(answers.map(({ status: code }) => code)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await messages()).toHaveLength(1);
});

test('a wrong signature is refused and leaves nothing behind', async () => {
  const twilio = await withTwilio(world);
  const answer = await twilio.send('', { ...call, CallStatus: 'ringing' }, { token: 'guessed' });
  expect(answer).toMatchObject({ status: 403, body: '{"code":"wrong_signature"}' });
  expect(await world.db.rawInbound.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
});

test('what is signed and cannot be understood is refused in words, and kept for an admin', async () => {
  const twilio = await withTwilio(world);
  const answer = await twilio.send('status', { CallSid: 'nonsense', CallStatus: '💥' });
  expect(answer.status).toBe(422);
  const [raw] = await world.db.rawInbound.findMany({ where: { workspaceId: world.workspaceId } });
  expect(raw).toMatchObject({ state: 'held', reason: 'unreadable: no CallSid' });
  expect(Buffer.from(raw?.bytes ?? []).toString()).toContain('CallSid=nonsense');
});

test('a caller is told of the recording first, then it rings', async () => {
  const twilio = await withTwilio(world, { ringTo: ['+36201112222', 'sip:anna@pbx.test'], record: true });
  const { body, contentType } = await twilio.send('', { ...call, CallStatus: 'ringing' });
  expect(contentType).toBe('text/xml');
  expect(body.indexOf('may be recorded')).toBeLessThan(body.indexOf('<Dial'));
  expect(body).toContain('record="record-from-answer-dual"');
  expect(body).toContain('>+36201112222</Number>');
  expect(body).toContain('>sip:anna@pbx.test</Sip>');
});

test('the workspace’s own words are said, and never become commands', async () => {
  const twilio = await withTwilio(world, { record: true, locale: 'hu', ringTo: ['+36201112222'] });
  const body = 'Üdv <Redirect>https://evil.test</Redirect> & köszönjük';
  await world.db.phoneText.create({
    data: { workspaceId: world.workspaceId, kind: 'consent', locale: 'hu', body },
  });
  const answer = await twilio.send('', { ...call, CallStatus: 'ringing' });
  expect(answer.body).toContain('language="hu-HU"');
  expect(answer.body).not.toContain('<Redirect');
});

test('the menu leads to a callback on the very number', async () => {
  const twilio = await withTwilio(world, { menu: true, ringTo: ['+36201112222'] });
  expect((await twilio.send('', { ...call, CallStatus: 'ringing' })).body).toContain('<Gather');
  expect((await twilio.send('menu', { ...call, CallStatus: 'in-progress', Digits: '2' })).body).toContain(
    '<Hangup/>',
  );
  await twilio.send(...status('completed', 20));
  const [callback] = await world.db.callback.findMany({ where: { workspaceId: world.workspaceId } });
  const [row] = await calls();
  expect(row).toMatchObject({ completion: 'callback' });
  expect(callback).toMatchObject({
    number: ANNA,
    source: 'menu',
    status: 'requested',
    ticketId: row?.ticketId,
  });
});

test('what nobody takes goes to voicemail, which is fetched with the token and played from here', async () => {
  const twilio = await withTwilio(world, { ringTo: ['+36201112222'] });
  await twilio.send('', { ...call, CallStatus: 'ringing', Timestamp: stamp(0) });
  const voicemail = await twilio.send('dialled', {
    ...call,
    DialCallStatus: 'no-answer',
    CallStatus: 'in-progress',
  });
  expect(voicemail.body).toContain('<Record');
  const RecordingSid = `RE${'c'.repeat(32)}`;
  await twilio.send('voicemail', { ...call, CallStatus: 'completed', RecordingSid, RecordingDuration: '9' });
  await twilio.send(...status('completed', 60));
  await twilio.send('recording', {
    CallSid: sid,
    RecordingSid,
    RecordingStatus: 'completed',
    RecordingDuration: '9',
    RecordingUrl: twilio.double.recordingUrl(RecordingSid),
    RecordingSource: 'RecordVerb',
  });
  const [row] = await calls();
  expect(row).toMatchObject({ completion: 'voicemail', voicemail: true, recordingState: 'awaited' });
  expect(row?.recordingConsent).toBe('opted_in');
  const job = { callId: row?.id ?? '', call: twilio.double.call };
  await expect(fetchRecording(world.system(), job)).rejects.toThrow(RecordingLate);
  twilio.double.keep(RecordingSid, MP3);
  await fetchRecording(world.system(), job);
  await fetchRecording(world.system(), job);
  const [stored] = await calls();
  expect(stored).toMatchObject({ recordingState: 'stored', recordingSeconds: 9 });
  const file = await world.db.attachment.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: stored?.recordingId ?? '' },
  });
  expect(file).toMatchObject({ messageId: row?.messageId, type: 'audio/mpeg', size: MP3.byteLength });
});

test('a recording that the provider has deleted is marked as absent, not awaited for ever', async () => {
  const twilio = await withTwilio(world);
  await twilio.send(...status('completed', 0));
  const RecordingSid = `RE${'d'.repeat(32)}`;
  const RecordingUrl = twilio.double.recordingUrl(RecordingSid);
  await twilio.send('recording', { CallSid: sid, RecordingSid, RecordingStatus: 'completed', RecordingUrl });
  world.pass(7200);
  const [row] = await calls();
  await fetchRecording(world.system(), { callId: row?.id ?? '', call: twilio.double.call });
  expect((await calls())[0]).toMatchObject({ recordingState: 'absent', recordingId: null });
});

test('credentials go to Twilio only: a recording that lies elsewhere is not fetched', async () => {
  const twilio = await withTwilio(world);
  await twilio.send(...status('completed', 0));
  await twilio.send('recording', {
    CallSid: sid,
    RecordingSid: `RE${'e'.repeat(32)}`,
    RecordingStatus: 'completed',
    RecordingUrl: 'https://evil.test/Accounts/x/Recordings/1',
  });
  world.pass(7200);
  const [row] = await calls();
  const asked: string[] = [];
  await fetchRecording(world.system(), {
    callId: row?.id ?? '',
    call: (request) => {
      asked.push(request.url);
      return twilio.double.call(request);
    },
  });
  expect(asked).toEqual([]);
  expect((await calls())[0]).toMatchObject({ recordingState: 'absent' });
});

test('recordings are deleted, bytes and all, when their time is over', async () => {
  const twilio = await withTwilio(world);
  await twilio.send(...status('completed', 0));
  const RecordingSid = `RE${'f'.repeat(32)}`;
  twilio.double.keep(RecordingSid, MP3);
  await twilio.send('recording', {
    CallSid: sid,
    RecordingSid,
    RecordingStatus: 'completed',
    RecordingUrl: twilio.double.recordingUrl(RecordingSid),
  });
  const [row] = await calls();
  await fetchRecording(world.system(), { callId: row?.id ?? '', call: twilio.double.call });
  const file = await world.db.attachment.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  const key = fileKey(world.workspaceId, file.sha256);
  expect(await storage().exists(key)).toBe(true);
  world.pass(89 * 86_400);
  await forgetRecordings(world.system(), world.workspaceId);
  expect((await calls())[0]?.recordingState).toBe('stored');
  world.pass(2 * 86_400);
  await forgetRecordings(world.system(), world.workspaceId);
  expect((await calls())[0]).toMatchObject({
    recordingState: 'expired',
    recordingId: null,
    recordingUrl: null,
  });
  expect(await world.db.attachment.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  expect(await storage().exists(key)).toBe(false);
});

/** An MP3 frame header and silence behind it, made unlike that of other tests by its workspace. */
const MP3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413, 0)]);
