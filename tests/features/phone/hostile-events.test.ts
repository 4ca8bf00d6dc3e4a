import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { readCti } from '@/channels/phone/read-cti';
import { TWILIO_STEPS } from '@/channels/phone/read-twilio';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { hashOf } from '@/server/crypto/keys';
import { newId } from '@/server/ids';
import { signedByApp } from '../../doubles/own-app';
import { hostileText, hostileValue, spoilt } from '../../support/hostile';
import { newWorld } from '../../support/world';
import { phoneAccount } from './phone-rows';
import { ANNA, OURS, withTwilio } from './telephone';

const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
const TYPES = [
  'call.started',
  'call.ringing',
  'call.answered',
  'call.hold',
  'call.ended',
  'call.voicemail',
  'call.consent',
  'recording.ready',
];

const data = {
  call_id: 'pbx-7',
  parent_call_id: 'pbx-6',
  direction: 'inbound',
  from: '06301234567',
  to: '+3612345678',
  line: 'main',
  agent: { id: '1', email: 'a@b.test', extension: '12' },
  queue: 'sales',
  cause: '17',
  completion: 'busy',
  duration: 12.5,
  consent: 'announced',
  recording_url: 'https://pbx.test/1.wav',
  transcript: 'Hello',
};

const receivedAt = new Date('2026-03-02T09:10:00Z');

const timestamp = fc.constantFrom(
  '2026-03-02T09:00:00Z',
  '2026-03-02T09:00:05+01:00',
  '2026-03-02T09:09:59.123Z',
  '2017-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00Z',
  '2026-02-30T09:00:00Z',
);

const rarely = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 7 }, { arbitrary: value, weight: 1 });

/** An event that a telephone system with a fault, or somebody who knows the secret, could send. */
const nearlyRight = fc
  .record({
    type: fc.constantFrom(...TYPES),
    timestamp,
    data: fc.oneof(
      spoilt(data),
      fc.constant(data),
      spoilt({ ...data, call_id: 'pbx-8', direction: 'outbound' }),
    ),
    agent: rarely(spoilt(data.agent)),
    over: rarely(fc.tuple(fc.constantFrom('type', 'timestamp', 'data'), hostileValue)),
  })
  .map(({ agent, over, ...event }) => ({
    ...event,
    ...(agent && { data: { ...event.data, agent } }),
    ...(over && { [over[0]]: over[1] }),
  }));

test('an event that is nearly right is understood, or refused with the name of the field', () => {
  let understood = 0;
  fc.assert(
    fc.property(nearlyRight, (event) => {
      const read = readCti(Buffer.from(JSON.stringify(event)), { id: 'e1', receivedAt });
      if (read.ok) understood += 1;
      else expect(read.detail).toMatch(/^[\w.]+: ./);
    }),
    { numRuns: 1000, seed: 20_261_130 },
  );
  // Both ways are tried, not only that of refusal.
  expect(understood).toBeGreaterThan(50);
  expect(understood).toBeLessThan(950);
});

test('whatever is signed is kept as it came, and taken or refused, but never a failure of ours', async () => {
  const world = await newWorld({ at: '2026-03-02T09:10:00Z' });
  const account = await phoneAccount(world.system(), phoneConfig.parse({ provider: 'cti', secret }));
  const answers = new Set<number>();
  await fc.assert(
    fc.asyncProperty(nearlyRight, async (event) => {
      const body = JSON.stringify(event);
      const id = newId();
      const { status } = await receivePhoneCall(world.system(), {
        key: account.key,
        url: account.address,
        headers: signedByApp(secret, id, world.now(), body),
        bytes: Buffer.from(body),
        remoteAddress: '',
      });
      answers.add(status);
      const row = await world.db.rawInbound.findFirstOrThrow({
        where: { workspaceId: world.workspaceId, key: id },
      });
      expect(Buffer.from(row.bytes).toString()).toBe(body);
      expect([status, row.state, (row.reason ?? '') === '']).toEqual(
        status === 200 ? [200, 'processed', true] : [422, 'held', false],
      );
    }),
    { numRuns: 80, seed: 20_261_130 },
  );
  expect([...answers].sort()).toEqual([200, 422]);
});

const CallSid = `CA${'a'.repeat(32)}`;
const parts = { CallSid, ParentCallSid: `CA${'b'.repeat(32)}`, Direction: 'inbound', From: ANNA, To: OURS };

/** Every field that we read, as Twilio fills it. */
const form: Readonly<Record<string, string>> = {
  ...parts,
  CallStatus: 'completed',
  CallerName: 'ANNA OZOLA',
  CallDuration: '95',
  DialCallStatus: 'completed',
  DialCallDuration: '80',
  SequenceNumber: '3',
  SipResponseCode: '200',
  Timestamp: 'Mon, 02 Mar 2026 09:08:30 +0000',
  Digits: '1',
  Price: '-0.0085',
  PriceUnit: 'USD',
  RecordingSid: `RE${'c'.repeat(32)}`,
  RecordingStatus: 'completed',
  RecordingSource: 'DialVerb',
  RecordingDuration: '9',
  RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC${'1'.repeat(32)}/Recordings/RE${'c'.repeat(32)}`,
};

const NUMBERS = ['SequenceNumber', 'CallDuration', 'DialCallDuration', 'RecordingDuration'] as const;
const NO_LENGTHS = [
  '-2',
  '0.5',
  '1e308',
  '2147483648',
  '-9223372036854775808',
  'Infinity',
  '0x10',
  '86401.0',
];

/** Somebody with the token, or a Twilio of another day: right but for one or two fields, numbers above all. */
const nearlyRightForm = fc
  .record({
    step: fc.constantFrom(...TWILIO_STEPS),
    changes: fc.array(
      fc.oneof(
        fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NO_LENGTHS)),
        fc.tuple(fc.constantFrom(...Object.keys(form)), hostileText),
        fc.tuple(hostileText, hostileText),
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ step, changes }) => ({
    step,
    fields: Object.fromEntries([...Object.entries(form), ...changes]) as Record<string, string>,
  }));

/** Sends a form as Twilio would sign it; gives the answer and what was kept of it. */
async function twilioDoor() {
  const world = await newWorld({ at: '2026-03-02T09:10:00Z' });
  const twilio = await withTwilio(world, { ringTo: ['+36201112222'], record: true, mayRefuse: true });
  return async (step: string, fields: Record<string, string>) => {
    const url = step === '' ? twilio.address : `${twilio.address}?step=${step}`;
    // As the wire has it: half a surrogate pair cannot be sent.
    const sent = Object.fromEntries(
      Object.entries({ ...fields, CallToken: newId() }).map((pair) =>
        pair.map((text) => text.toWellFormed()),
      ),
    );
    const { bytes } = twilio.double.post(url, sent);
    const { status } = await twilio.sendTo(url, sent);
    const row = await world.db.rawInbound.findFirstOrThrow({
      where: { workspaceId: world.workspaceId, sha256: hashOf(bytes) },
    });
    return { status, row, isWhole: Buffer.from(row.bytes).equals(bytes) };
  };
}

test('whatever Twilio signs is kept as it came, and taken or refused, but never a failure of ours', async () => {
  const send = await twilioDoor();
  const answers = new Set<number>();
  await fc.assert(
    fc.asyncProperty(nearlyRightForm, async ({ step, fields }) => {
      const { status, row, isWhole } = await send(step, fields);
      answers.add(status);
      expect([status, row.state, (row.reason ?? '') === '', isWhole]).toEqual(
        status === 200 ? [200, 'processed', true, true] : [422, 'held', false, true],
      );
    }),
    { numRuns: 80, seed: 20_261_130 },
  );
  expect([...answers].sort()).toEqual([200, 422]);
});

test('a form of Twilio’s that cannot be kept is held with the name of the field, at every step', async () => {
  const send = await twilioDoor();
  const broken = [
    ...['From', 'To', 'CallerName', 'RecordingUrl', 'SipResponseCode'].map((name) => [name, 'a\0b'] as const),
    ...NUMBERS.flatMap((name) => NO_LENGTHS.map((text) => [name, text] as const)),
    ['RecordingSid', `RE${'9'.repeat(3_000)}`] as const,
    ['RecordingUrl', 'nowhere'] as const,
  ];
  for (const [index, [name, value]] of broken.entries()) {
    const step = TWILIO_STEPS[index % TWILIO_STEPS.length] ?? '';
    const { status, row } = await send(step, { ...form, [name]: value });
    expect([name, value, status, row.state]).toEqual([name, value, 422, 'held']);
    expect(row.reason).toContain(`unreadable: ${name}: `);
  }
  const long = await send('status', { ...form, CallerName: 'é'.repeat(5_000) });
  expect([long.status, long.row.reason]).toEqual([422, 'unreadable: no form']);
  expect((await send('recording', { ...form, RecordingDuration: '-1' })).status).toBe(200);
});
