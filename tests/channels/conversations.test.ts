import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';
import type { ConversationChannel, WebCall } from '@/channels/contract';
import { CONFIGS } from './configs';

type Kind = keyof typeof CONFIGS;
const KINDS = Object.keys(CONFIGS) as Kind[];

function opened(kind: Kind): { channel: ConversationChannel<unknown>; config: unknown } {
  const channel = conversationChannel(kind);
  if (!channel) throw new Error(kind);
  return { channel, config: channel.config.parse(CONFIGS[kind]) };
}

const callOf = (over: Partial<WebCall>): WebCall => ({
  method: 'POST',
  url: 'https://help.test/api/inbound/x/y',
  headers: {},
  bytes: Buffer.from(''),
  ...over,
});
const at = new Date('2026-03-02T09:00:00Z');

test('Meta’s signature is the one of the contract, over the bytes as they came', () => {
  const { channel, config } = opened('messenger');
  const bytes = Buffer.from(
    '{"object":"page","entry":[{"id":"PAGE_ID","time":1700000000000,"messaging":[]}]}',
  );
  const header = 'sha256=2b58e689e8a13714b3cc582a25fd99d3af8664e9b7ccb1df37fd914ebc731166';
  expect(channel.isGenuine(callOf({ bytes, headers: { 'x-hub-signature-256': header } }), config, at)).toBe(
    true,
  );
  const changed = Buffer.from(`${bytes} `);
  expect(
    channel.isGenuine(callOf({ bytes: changed, headers: { 'x-hub-signature-256': header } }), config, at),
  ).toBe(false);
});

test('X’s check is answered as the contract says', () => {
  const { channel, config } = opened('x');
  const answer = channel.handshake?.(
    callOf({ method: 'GET', url: 'https://help.test/?crc_token=challenge_string' }),
    config,
  );
  expect(JSON.parse(answer?.body ?? '')).toEqual({
    response_token: 'sha256=Z59XA+IBd1336SO8XsxkpTYGop2pvAk7sS1omhtWfJw=',
  });
});

test('X’s check signs no event for whoever asks', () => {
  const { channel, config } = opened('x');
  const url = `https://help.test/?crc_token=${encodeURIComponent('{"data":{"event_type":"dm.received"}}')}`;
  expect(channel.handshake?.(callOf({ method: 'GET', url }), config)).toBeNull();
});

test.each(KINDS)('%s: its own test message is genuine, and is read as one message', (kind) => {
  const { channel, config } = opened(kind);
  const sample = channel.sample(
    { id: '0192f0c1-2345-7abc-8def-0123456789ab', text: 'Árvíztűrő 🫖', name: 'Anna', at },
    config,
  );
  if (kind !== 'mastodon') expect(channel.isGenuine(callOf(sample), config, at)).toBe(true);
  const read = channel.read({ bytes: sample.bytes, receivedAt: at }, config);
  expect(read.ok && read.value).toMatchObject([
    { kind: 'message', message: { channel: kind, text: 'Árvíztűrő 🫖' } },
  ]);
});

test.each(KINDS)(
  '%s: a call that nobody signed, or with an empty or a wrong secret, is not genuine',
  (kind) => {
    const { channel, config } = opened(kind);
    const { bytes } = channel.sample(
      { id: '0192f0c1-2345-7abc-8def-0123456789ab', text: 'x', name: 'A', at },
      config,
    );
    const empty = `sha256=${createHmac('sha256', '').update(bytes).digest('hex')}`;
    for (const value of ['', 'sha256=', 'undefined', empty]) {
      const headers = {
        'x-hub-signature-256': value,
        'x-twitter-webhooks-signature': value,
        'x-telegram-bot-api-secret-token': value,
        authorization: `Bearer ${value}`,
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(at.getTime() / 1000),
        'webhook-signature': `v1,${value} ${value}`,
      };
      expect(channel.isGenuine(callOf({ bytes, headers }), config, at)).toBe(false);
    }
  },
);

test.each([
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '0',
  '\u0000',
  '<xml/>',
  '{"object":"page"}',
  '{"update_id":null}',
])('%j is unreadable for everyone, with a reason', (text) => {
  for (const kind of KINDS) {
    const { channel, config } = opened(kind);
    const read = channel.read({ bytes: Buffer.from(text), receivedAt: at }, config);
    expect(read.ok).toBe(false);
  }
});
