import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { readCti } from '@/channels/phone/read-cti';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { newId } from '@/server/ids';
import { signedByApp } from '../../doubles/own-app';
import { hostileValue, spoilt } from '../../support/hostile';
import { newWorld } from '../../support/world';
import { phoneAccount } from './phone-rows';

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
