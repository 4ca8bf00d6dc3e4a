import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCti } from '@/channels/phone/read-cti';

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const event = (type: string, data: object = {}) => ({
  type,
  timestamp: '2026-03-02T09:00:00+01:00',
  data: { call_id: 'pbx-1', direction: 'inbound', from: '+36301234567', to: '+3612345678', ...data },
});

const receivedAt = new Date('2026-03-02T09:10:00Z');

test('a ringing call names the agent whose telephone rings (contracts C.4)', () => {
  const read = readCti(
    bytesOf(event('call.ringing', { agent: { email: 'Anna@Desk.test', extension: '12' } })),
    { id: 'evt_1', receivedAt },
  );
  expect(read).toMatchObject({
    ok: true,
    events: [
      {
        callId: 'pbx-1',
        line: '+3612345678',
        agent: { email: 'anna@desk.test', extension: '12' },
        fact: { key: 'cti:evt_1', kind: 'ringing', at: new Date('2026-03-02T08:00:00Z') },
      },
    ],
  });
});

test('causes of exchanges say how a call ended', () => {
  const read = (data: object) => {
    const answer = readCti(bytesOf(event('call.ended', data)), { id: 'e', receivedAt });
    return answer.ok ? answer.events[0]?.fact : null;
  };
  expect(read({ cause: '17' })).toMatchObject({ kind: 'ended', completion: 'busy', cause: '17' });
  expect(read({ cause: 'NOANSWER' })).toMatchObject({ completion: 'no_answer' });
  expect(read({ completion: 'missed', duration: 12.4 })).toMatchObject({ completion: 'missed', seconds: 12 });
});

test('a recording comes with its address', () => {
  const read = readCti(bytesOf(event('call.recording.ready', { recording_url: 'https://pbx.test/1.wav' })), {
    id: 'evt_9',
    receivedAt,
  });
  expect(read).toMatchObject({
    ok: true,
    events: [{ recording: { id: 'evt_9', url: 'https://pbx.test/1.wav' } }],
  });
});

test.each([
  ['no JSON', Buffer.from('{{{')],
  ['an unknown type', bytesOf(event('call.exploded'))],
  ['no instant', bytesOf({ ...event('call.ringing'), timestamp: 'now' })],
  ['no call', bytesOf(event('call.ringing', { call_id: '' }))],
  ['an endless call id', bytesOf(event('call.ringing', { call_id: 'x'.repeat(300) }))],
])('%s is refused, and the field is named', (_, bytes) => {
  const read = readCti(bytes, { id: 'e', receivedAt });
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.detail.length).toBeGreaterThan(3);
});

test('broken and hostile bodies are refused, never thrown at us', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readCti(bytes, { id: 'e', receivedAt }).ok).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readCti(bytesOf(value), { id: 'e', receivedAt }).ok).toBe(false);
    }),
  );
});
