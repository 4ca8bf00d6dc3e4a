import { createHmac } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { newWorld } from '../../support/world';
import { call, connected, type World } from './support';

/** The vectors of contracts C, D and F.1 at our door: what the vendor signed is taken, what anybody changed is refused. */
const META = {
  accessToken: 'token-of-a-page',
  appSecret: 'app_secret_test',
  verifyToken: 'verify-token-of-ours',
};
const CONFIGS = {
  messenger: { ...META, pageId: '30000000003' },
  facebook: { ...META, pageId: '30000000003' },
  instagram: { ...META, accountId: '40000000004' },
  whatsapp: { ...META, phoneNumberId: '10000000001', businessId: '20000000002' },
  telegram: { token: '700001:double-token-of-the-tests', secretToken: 'the-secret-of-our-webhook' },
  x: {
    userId: '5000',
    consumerSecret: 'consumer_secret_test',
    bearerToken: 'bearer-token',
    accessToken: 'token-of-the-double',
  },
  mastodon: {
    server: 'https://social.test',
    accessToken: 'token-of-the-double',
    accountId: '1',
    acct: 'kanna',
  },
  api: {
    url: '',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    apiKey: 'the-api-key-of-an-app-of-our-own-1234567',
    appId: 'app-of-the-tests',
  },
} as const;
type Kind = keyof typeof CONFIGS;
const META_KINDS = ['messenger', 'facebook', 'instagram', 'whatsapp'] as const;
/** The instant of the worked example of Standard Webhooks. */
const STAMP = 1_614_265_330;

let world: World;
const accounts = new Map<Kind, Awaited<ReturnType<typeof connected>>['account']>();

beforeAll(async () => {
  world = await newWorld({ mailbox: false, at: new Date(STAMP * 1000).toISOString() });
  for (const kind of Object.keys(CONFIGS) as Kind[]) {
    accounts.set(kind, (await connected(kind, CONFIGS[kind], world)).account);
  }
});

type Brought = Omit<Parameters<typeof call>[2], 'bytes'> & { bytes?: Buffer | string };

function at(kind: Kind, { bytes = '', ...brought }: Brought) {
  const account = accounts.get(kind);
  if (!account) throw new Error(kind);
  return call(world, account, { ...brought, bytes });
}
const status = async (kind: Kind, brought: Brought) => (await at(kind, brought)).status;

const stored = (kind: Kind) =>
  world.db.rawInbound.findMany({
    where: { workspaceId: world.workspaceId, channelAccountId: accounts.get(kind)?.id ?? '' },
    select: { bytes: true, headers: true },
  });

const META_BODY = '{"object":"page","entry":[{"id":"PAGE_ID","time":1700000000000,"messaging":[]}]}';
const META_SIGNED = 'sha256=2b58e689e8a13714b3cc582a25fd99d3af8664e9b7ccb1df37fd914ebc731166';

test.each(META_KINDS)('%s: Meta’s vector is taken, and its bytes are kept as they came', async (kind) => {
  const headers = { 'x-hub-signature-256': META_SIGNED };
  expect(await status(kind, { bytes: META_BODY, headers })).toBe(200);
  expect((await stored(kind)).map(({ bytes }) => Buffer.from(bytes).toString())).toContain(META_BODY);
});

/** Signed by Meta over the escaped form: as it is sent, and as a parser would write it again. */
const ESCAPED = String.raw`{"object":"page","entry":[{"id":"1","time":1,"messaging":[{"text":"te\u00e1skanna \ud83e\uded6"}]}]}`;
const metaMac = (bytes: string, secret: string = META.appSecret) =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

test.each(META_KINDS)('%s: Meta’s signature holds for these bytes and this secret alone', async (kind) => {
  const signed = { 'x-hub-signature-256': META_SIGNED };
  const reordered = '{"entry":[{"id":"PAGE_ID","time":1700000000000,"messaging":[]}],"object":"page"}';
  for (const bytes of [`${META_BODY}\n`, ` ${META_BODY}`, reordered, META_BODY.slice(0, -1), '']) {
    expect(await status(kind, { bytes, headers: signed })).toBe(403);
  }
  const escaped = { 'x-hub-signature-256': metaMac(ESCAPED) };
  expect(await status(kind, { bytes: JSON.stringify(JSON.parse(ESCAPED)), headers: escaped })).toBe(403);
  expect(await status(kind, { bytes: ESCAPED, headers: escaped })).toBe(200);
  const sha1 = createHmac('sha1', META.appSecret).update(META_BODY).digest('hex');
  for (const headers of [
    {},
    { 'x-hub-signature': `sha1=${sha1}` },
    { 'x-hub-signature-256': `sha1=${sha1}` },
    { 'x-hub-signature-256': META_SIGNED.slice('sha256='.length) },
    { 'x-hub-signature-256': META_SIGNED.slice(0, -1) },
    { 'x-hub-signature-256': metaMac(META_BODY, 'another_app_secret') },
    { 'x-hub-signature-256': metaMac(META_BODY, '') },
  ]) {
    expect(await status(kind, { bytes: META_BODY, headers })).toBe(403);
  }
});

test.each(META_KINDS)('%s: its address is confirmed for the verify token only', async (kind) => {
  const asked = (over: Record<string, string>) => ({
    method: 'GET' as const,
    query: `?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': META.verifyToken, ...over })}`,
  });
  expect(await at(kind, asked({}))).toEqual({ status: 200, contentType: 'text/plain', body: '1158201444' });
  for (const over of [
    { 'hub.verify_token': 'guessed' },
    { 'hub.verify_token': '' },
    { 'hub.verify_token': META.verifyToken.toUpperCase() },
    { 'hub.mode': 'unsubscribe' },
  ]) {
    expect(await at(kind, asked(over))).toMatchObject({ status: 403, body: '' });
  }
});

test('telegram: the secret of our webhook opens the door, nothing near it does, and it is not kept', async () => {
  const { secretToken } = CONFIGS.telegram;
  const bytes = '{"update_id":1}';
  const name = 'x-telegram-bot-api-secret-token';
  for (const wrong of ['', secretToken.slice(1), `${secretToken} `, secretToken.toUpperCase(), 'undefined']) {
    expect(await status('telegram', { bytes, headers: { [name]: wrong } })).toBe(403);
  }
  expect(await status('telegram', { bytes })).toBe(403);
  expect(await status('telegram', { bytes, headers: { [name]: secretToken } })).toBe(200);
  const rows = await stored('telegram');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secretToken);
});

test('x: the challenge is answered as in the contract; what could be an event is not signed for whoever asks', async () => {
  const asked = (token: string) =>
    at('x', { method: 'GET', query: `?${new URLSearchParams({ crc_token: token })}` });
  const answered = await asked('challenge_string');
  expect(answered).toMatchObject({ status: 200, contentType: 'application/json' });
  expect(JSON.parse(answered.body)).toEqual({
    response_token: 'sha256=Z59XA+IBd1336SO8XsxkpTYGop2pvAk7sS1omhtWfJw=',
  });
  expect(await asked('{"data":{"event_type":"dm.received"}}')).toMatchObject({ status: 403 });
  expect(await status('x', { method: 'GET' })).toBe(403);
});

/** Signed with another program than ours: `openssl dgst -sha256 -hmac consumer_secret_test -binary | base64`. */
const X_BODY =
  '{"data":{"event_uuid":"e-1","event_type":"post.mention.create","payload":{"id":"100","text":"@kanna téa 🫖","author_id":"42"}}}';
const X_SIGNED = 'sha256=Bgi+ctfdgaUxAU/Mmp4EIVX+Bxc66Yw5ZRCUBaUOwVE=';

test('x: an event is taken with the signature over its raw bytes, and no other', async () => {
  const headers = { 'x-twitter-webhooks-signature': X_SIGNED };
  const value = JSON.parse(X_BODY) as { data: Record<string, unknown> };
  const reordered = JSON.stringify({ data: Object.fromEntries(Object.entries(value.data).toReversed()) });
  const escaped = X_BODY.replace('é', String.raw`\u00e9`);
  const decomposed = X_BODY.normalize('NFD');
  for (const bytes of [reordered, escaped, decomposed, `${X_BODY}\n`, '']) {
    expect(await status('x', { bytes, headers })).toBe(403);
  }
  const hex = Buffer.from(X_SIGNED.slice('sha256='.length), 'base64').toString('hex');
  for (const wrong of ['', X_SIGNED.slice('sha256='.length), `sha256=${hex}`, X_SIGNED.toLowerCase()]) {
    expect(await status('x', { bytes: X_BODY, headers: { 'x-twitter-webhooks-signature': wrong } })).toBe(
      403,
    );
  }
  expect(await status('x', { bytes: X_BODY, headers: { 'x-hub-signature-256': X_SIGNED } })).toBe(403);
  expect(await stored('x')).toEqual([]);
  expect(await status('x', { bytes: X_BODY, headers })).toBe(200);
  expect(await stored('x')).toHaveLength(1);
});

const EXAMPLE = '{"test": 2432232314}';
const EXAMPLE_SIGNED = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const standard = (over: Record<string, string> = {}) => ({
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': String(STAMP),
  'webhook-signature': EXAMPLE_SIGNED,
  ...over,
});
/** As the app would have signed it at another instant. */
const signedAt = (stamp: number) => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const text = `msg_p5jXN8AQM9LWM0D4loKWxJek.${stamp}.${EXAMPLE}`;
  const mac = createHmac('sha256', key).update(text).digest('base64');
  return standard({ 'webhook-timestamp': String(stamp), 'webhook-signature': `v1,${mac}` });
};

test('api: the worked example of Standard Webhooks is genuine; it is no event, which the app hears, and is kept', async () => {
  const answered = await at('api', { bytes: EXAMPLE, headers: standard() });
  expect(answered.status).toBe(422);
  expect(JSON.parse(answered.body)).toMatchObject({ code: 'not_understood' });
  expect((await stored('api')).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([EXAMPLE]);
});

test('api: one right signature among several is enough, whatever stands beside it', async () => {
  const others = [
    'v1,AAAA',
    'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
  ];
  for (const signatures of [
    [...others, EXAMPLE_SIGNED],
    [EXAMPLE_SIGNED, ...others],
  ]) {
    const headers = standard({ 'webhook-signature': signatures.join(' ') });
    expect(await status('api', { bytes: EXAMPLE, headers })).toBe(422);
  }
  const headers = standard({ 'webhook-signature': others.join(' ') });
  expect(await status('api', { bytes: EXAMPLE, headers })).toBe(403);
});

test('api: five minutes is as old, and as early, as a signature may be', async () => {
  for (const [seconds, wanted] of [
    [-300, 422],
    [300, 422],
    [-301, 403],
    [301, 403],
    [-86_400, 403],
  ] as const) {
    expect([seconds, await status('api', { bytes: EXAMPLE, headers: signedAt(STAMP + seconds) })]).toEqual([
      seconds,
      wanted,
    ]);
  }
});

test.each([
  ['another version', { 'webhook-signature': EXAMPLE_SIGNED.replace('v1,', 'v2,') }],
  ['no version', { 'webhook-signature': EXAMPLE_SIGNED.slice('v1,'.length) }],
  ['another id', { 'webhook-id': 'msg_other' }],
  ['an instant that was not signed', { 'webhook-timestamp': String(STAMP + 1) }],
  ['an instant in milliseconds', { 'webhook-timestamp': String(STAMP * 1000) }],
  [
    'a key that is the secret',
    { authorization: 'Bearer whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'webhook-signature': '' },
  ],
])('api: with %s it is refused', async (_, over) => {
  expect(await status('api', { bytes: EXAMPLE, headers: standard(over) })).toBe(403);
});

test('api: bytes that were written anew are refused', async () => {
  for (const bytes of ['{"test":2432232314}', `${EXAMPLE}\n`, EXAMPLE.slice(1)]) {
    expect(await status('api', { bytes, headers: standard() })).toBe(403);
  }
});

test('mastodon calls nobody: whatever comes to its address is refused', async () => {
  const headers = { 'x-hub-signature-256': metaMac('{}', CONFIGS.mastodon.accessToken), ...standard() };
  const authorization = `Bearer ${CONFIGS.mastodon.accessToken}`;
  expect(await status('mastodon', { bytes: '{}', headers: { ...headers, authorization } })).toBe(403);
  expect(await status('mastodon', { method: 'GET' })).toBe(403);
  expect(await stored('mastodon')).toEqual([]);
});
