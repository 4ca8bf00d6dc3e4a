import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedWebhook, webhookSignature } from '@/channels/lib/standard-webhook';

const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
const now = new Date('2026-03-02T09:00:00Z');
const timestamp = String(now.getTime() / 1000);
const body = Buffer.from('{"type":"call.ringing"}');

const headersOf = (over: Record<string, string> = {}) => ({
  'webhook-id': 'evt_1',
  'webhook-timestamp': timestamp,
  'webhook-signature': webhookSignature(secret, { id: 'evt_1', timestamp, body }),
  ...over,
});

test('the signature covers id, instant and body (Standard Webhooks 1.0.0)', () => {
  const mac = createHmac('sha256', 'a secret of twenty-four!').update(`evt_1.${timestamp}.${body}`);
  expect(headersOf()['webhook-signature']).toBe(`v1,${mac.digest('base64')}`);
  expect(isSignedWebhook(secret, { headers: headersOf(), body, now })).toBe(true);
});

/** The worked example of the specification (contracts F.1). */
const example = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: Buffer.from('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

test('the worked example of the specification is signed and taken byte for byte', () => {
  const { id, timestamp, signature } = example;
  expect(webhookSignature(example.secret, example)).toBe(signature);
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const at = new Date(Number(timestamp) * 1000);
  expect(isSignedWebhook(example.secret, { headers, body: example.body, now: at })).toBe(true);
  expect(
    isSignedWebhook(example.secret, { headers, body: Buffer.from('{"test":2432232314}'), now: at }),
  ).toBe(false);
});

test('while a secret is changed, one of several signatures is enough', () => {
  const signatures = `v1,AAAA ${headersOf()['webhook-signature']} v1a,zzz`;
  expect(
    isSignedWebhook(secret, { headers: headersOf({ 'webhook-signature': signatures }), body, now }),
  ).toBe(true);
});

test.each([
  ['another id', { 'webhook-id': 'evt_2' }],
  ['no id', { 'webhook-id': '' }],
  ['another instant', { 'webhook-timestamp': String(Number(timestamp) + 1) }],
  ['an instant that is none', { 'webhook-timestamp': 'soon' }],
  ['no signature', { 'webhook-signature': '' }],
])('with %s it is not genuine', (_, over) => {
  expect(isSignedWebhook(secret, { headers: headersOf(over), body, now })).toBe(false);
});

test('what is older than five minutes, or from the future, is refused', () => {
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  expect(isSignedWebhook(secret, { headers: headersOf(), body, now: at(299) })).toBe(true);
  expect(isSignedWebhook(secret, { headers: headersOf(), body, now: at(301) })).toBe(false);
  expect(isSignedWebhook(secret, { headers: headersOf(), body, now: at(-301) })).toBe(false);
});
