import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';
import type { ConversationChannel, WebCall } from '@/channels/contract';
import type { ChannelEvent } from '@/domain/channel/conversation';

const META = {
  accessToken: 'token-of-a-page',
  appSecret: 'app_secret_test',
  verifyToken: 'verify-token-of-ours',
};
const CONFIGS = {
  telegram: {
    token: '700001:double-token-of-the-tests',
    secretToken: 'the-secret-of-our-webhook',
    username: 'kanna_bot',
  },
  whatsapp: { ...META, phoneNumberId: '10000000001', businessId: '20000000002' },
  messenger: { ...META, pageId: '30000000003' },
  facebook: { ...META, pageId: '30000000003' },
  instagram: { ...META, accountId: '40000000004' },
  x: {
    userId: '50000000005',
    consumerSecret: 'consumer_secret_test',
    bearerToken: 'bearer-token',
    accessToken: 'access-token',
  },
  mastodon: { server: 'https://social.test', accessToken: 'access-token', accountId: '1', acct: 'kanna' },
  api: {
    url: 'https://app.test/hook',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
    apiKey: 'the-api-key-of-an-app-of-our-own-1234567',
    appId: 'app-of-the-tests',
  },
} as const;
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

/** A small generator of our own, so that a failure comes again with the same number. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const HOSTILE: unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  'x'.repeat(10_000),
  [],
  {},
  [[[[]]]],
  { __proto__: null },
  { toString: 1 },
  '2026-99-99T99:99:99Z',
  { id: {} },
  [null],
  'javascript:alert(1)',
  Number.MAX_SAFE_INTEGER,
];

/** The same value with something hostile at some place in it. */
function spoiled(value: unknown, random: () => number): unknown {
  if (random() < 0.08) return HOSTILE[Math.floor(random() * HOSTILE.length)];
  if (Array.isArray(value)) return value.map((each) => spoiled(each, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoiled(each, random)]));
}

/** Every message says who wrote it, when, and under which id. */
function expectSound(events: readonly ChannelEvent[]): void {
  const messages = events.flatMap((event) => (event.kind === 'message' ? [event.message] : []));
  const unsound = messages.filter(
    ({ externalId, author, sentAt }) =>
      externalId === '' || author.value === '' || Number.isNaN(sentAt.getTime()),
  );
  expect(unsound).toEqual([]);
}

test.each(KINDS)(
  '%s: reads 500 broken and hostile calls without failing, and never a message without who and what',
  (kind) => {
    const { channel, config } = opened(kind);
    const sample = channel.sample(
      { id: '0192f0c1-2345-7abc-8def-0123456789ab', text: 'Hello', name: 'Anna', at },
      config,
    );
    const whole: unknown = JSON.parse(Buffer.from(sample.bytes).toString());
    for (let seed = 1; seed <= 500; seed++) {
      const random = randomly(seed);
      const text = JSON.stringify(spoiled(whole, random)) ?? '';
      const cut = random() < 0.2 ? text.slice(0, Math.floor(text.length * random())) : text;
      const bytes = random() < 0.1 ? Buffer.from(cut, 'utf16le') : Buffer.from(cut);
      const read = channel.read({ bytes, receivedAt: at }, config);
      if (!read.ok) expect(read.error.detail).not.toBe('');
      expectSound(read.ok ? read.value : []);
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
