import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneConfig, type TwilioConfig } from '@/channels/phone/config';
import { formFields, readTwilio, stepOf, TWILIO_STEPS, type TwilioStep } from '@/channels/phone/read-twilio';

const accountSid = `AC${'1'.repeat(32)}`;
const config = phoneConfig.parse({
  provider: 'twilio',
  accountSid,
  authToken: 't',
  number: '+3612345678',
}) as TwilioConfig;
const receivedAt = new Date('2026-03-02T09:00:00Z');
const sid = `CA${'a'.repeat(32)}`;

function read(step: TwilioStep, fields: Record<string, string>, over: Partial<TwilioConfig> = {}) {
  const form = Object.fromEntries(
    Object.entries({ AccountSid: accountSid, CallSid: sid, ...fields }).map(([name, value]) => [
      name,
      [value],
    ]),
  );
  return readTwilio({ step, form, receivedAt }, { ...config, ...over });
}

function one(step: TwilioStep, fields: Record<string, string>, over: Partial<TwilioConfig> = {}) {
  const answer = read(step, fields, over);
  if (!answer.ok) throw new Error(answer.detail);
  return answer.events[0];
}

test('an incoming call begins, with who calls whom', () => {
  const event = one('', {
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: '+36301234567',
    To: '+3612345678',
  });
  expect(event).toMatchObject({
    callId: sid,
    direction: 'inbound',
    from: '+36301234567',
    to: '+3612345678',
    fact: { kind: 'initiated', at: receivedAt },
  });
});

test('status callbacks carry the instant at which it happened (RFC 2822), not ours', () => {
  const event = one('status', {
    CallStatus: 'completed',
    Timestamp: 'Mon, 02 Mar 2026 08:58:30 +0000',
    SequenceNumber: '3',
  });
  expect(event?.fact).toMatchObject({ kind: 'ended', at: new Date('2026-03-02T08:58:30Z'), sequence: 3 });
});

test('that Twilio took the call is no answer; that a telephone of ours did is', () => {
  expect(one('status', { CallStatus: 'in-progress' })?.fact.kind).toBe('connected');
  expect(one('status', { CallStatus: 'in-progress' }, { ownFlow: true })?.fact.kind).toBe('answered');
  const parent = `CA${'b'.repeat(32)}`;
  const leg = one('leg', { CallStatus: 'in-progress', ParentCallSid: parent, To: '+36201112222' });
  expect(leg).toMatchObject({
    callId: parent,
    fact: { kind: 'answered' },
    agent: { device: '+36201112222' },
  });
});

test('a leg that nobody took ends nothing', () => {
  const parent = `CA${'b'.repeat(32)}`;
  const answer = read('leg', { CallStatus: 'no-answer', ParentCallSid: parent });
  expect(answer).toEqual({ ok: true, events: [] });
});

test('what the dialling came to says how long two people spoke', () => {
  const event = one('dialled', { DialCallStatus: 'completed', DialCallDuration: '60' });
  expect(event?.fact).toMatchObject({ kind: 'answered', at: new Date('2026-03-02T08:59:00Z') });
  expect(one('dialled', { DialCallStatus: 'no-answer' })?.fact.kind).toBe('connected');
});

test.each([
  ['busy', 'busy'],
  ['failed', 'failed'],
  ['no-answer', 'no_answer'],
  ['canceled', 'canceled'],
])('a call that ended %s', (CallStatus, completion) => {
  expect(one('status', { CallStatus, SipResponseCode: '486' })?.fact).toMatchObject({
    completion,
    cause: '486',
  });
});

test('a recording is where it lies, absent or failed', () => {
  const RecordingSid = `RE${'c'.repeat(32)}`;
  const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${RecordingSid}`;
  expect(
    one('recording', {
      RecordingSid,
      RecordingUrl: url,
      RecordingStatus: 'completed',
      RecordingDuration: '12',
    })?.recording,
  ).toEqual({ id: RecordingSid, url, seconds: 12, state: 'completed' });
  expect(one('recording', { RecordingSid, RecordingStatus: 'absent' })?.recording).toMatchObject({
    state: 'absent',
    url: null,
  });
});

test('a withheld number is no number', () => {
  expect(one('', { CallStatus: 'ringing', From: 'anonymous' })?.from).toBe('');
  expect(one('', { CallStatus: 'ringing', From: '+266696687' })?.from).toBe('');
});

test('the key that a caller presses', () => {
  expect(one('menu', { Digits: '2' })?.fact.kind).toBe('callback_wanted');
  expect(one('menu', { Digits: '1' })?.fact.kind).toBe('connected');
});

test('what it cost, in millionths', () => {
  expect(one('status', { CallStatus: 'completed', Price: '-0.0085', PriceUnit: 'usd' })?.cost).toEqual({
    micros: 8500,
    currency: 'USD',
  });
});

test('the events of another account, or of no call, are refused in words', () => {
  expect(read('', { AccountSid: `AC${'2'.repeat(32)}` })).toEqual({
    ok: false,
    detail: 'another AccountSid',
  });
  expect(read('', { CallSid: '../../etc/passwd' })).toEqual({ ok: false, detail: 'no CallSid' });
});

test('broken and hostile forms are read or refused, never thrown at us', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...TWILIO_STEPS), (bytes, step) => {
      const form = formFields(bytes);
      if (form) expect(readTwilio({ step, form, receivedAt }, config).ok).toBe(false);
    }),
  );
  const names = fc.constantFrom(
    'CallStatus',
    'Timestamp',
    'From',
    'To',
    'ParentCallSid',
    'RecordingUrl',
    'Price',
    '__proto__',
    'constructor',
  );
  fc.assert(
    fc.property(
      fc.dictionary(names, fc.string({ maxLength: 60 })),
      fc.constantFrom(...TWILIO_STEPS),
      (fields, step) => {
        const answer = read(step, fields);
        if (answer.ok)
          for (const { fact } of answer.events) expect(Number.isNaN(fact.at.getTime())).toBe(false);
      },
    ),
  );
});

test('forms without end are not taken', () => {
  const many = Array.from({ length: 201 }, (_, i) => `a${i}=1`).join('&');
  expect(formFields(Buffer.from(many))).toBeNull();
  expect(formFields(Buffer.from(`a=${'x'.repeat(5000)}`))).toBeNull();
  expect(formFields(new Uint8Array())).toBeNull();
});

test('only steps that we gave are steps', () => {
  expect(stepOf('https://a.test/x?step=leg')).toBe('leg');
  expect(stepOf('https://a.test/x')).toBe('');
  expect(stepOf('https://a.test/x?step=drop')).toBeNull();
});

test('a state that every object has by birth is none of a call', () => {
  expect(one('status', { CallStatus: 'constructor' })).toBeUndefined();
  expect(one('status', { CallStatus: '__proto__' })).toBeUndefined();
});
