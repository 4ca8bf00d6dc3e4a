import { expect, test } from 'vitest';
import { newWebhookSecret, webhookHeaders } from '@/server/crypto/webhook-signature';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('the worked example of Standard Webhooks comes out byte for byte', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  };
  expect(webhookHeaders(message, [SECRET])).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('two secrets sign beside each other', () => {
  const message = { id: 'a', at: new Date(0), body: '{}' };
  const both = webhookHeaders(message, [SECRET, newWebhookSecret()])['webhook-signature'] ?? '';
  expect(both.split(' ')).toHaveLength(2);
  expect(both.split(' ')[0]).toBe(webhookHeaders(message, [SECRET])['webhook-signature']);
});

test('a new secret has 32 random bytes', () => {
  expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  expect(Buffer.from(newWebhookSecret().slice('whsec_'.length), 'base64')).toHaveLength(32);
});
