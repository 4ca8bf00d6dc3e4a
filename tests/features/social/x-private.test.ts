import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { uploadFile } from '@/features/attachments/commands/upload-file';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { testAccount } from '@/features/social/commands/test-account';
import { getAccount } from '@/features/social/queries';
import type { StaffContext } from '@/server/context';
import { type XDouble, xDouble, xPush } from '../../doubles/x';
import { answer, askInstead, call, connected, sendSoon, takeIn, ticketOf, type World } from './support';

const config = {
  userId: '5000',
  consumerSecret: 'consumer_secret_test',
  bearerToken: 'bearer-token',
  accessToken: 'token-of-the-double',
  username: 'kanna',
};
const users = [{ id: '42', name: 'Anna', username: 'anna' }];
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let double: XDouble;
let world: World;
let account: Awaited<ReturnType<typeof connected>>['account'];

beforeAll(async () => {
  double = await xDouble(config.accessToken);
  askInstead({ 'api.x.com': double.base, 'pbs.twimg.com': double.base, 'ton.twitter.com': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  ({ world, account } = await connected('x', config));
  const empty = { tooMany: 0, posts: [], directs: [], webhooks: [], subscriptions: [], mentions: [] };
  Object.assign(double, { ...empty, pageSize: 100, challenge: null });
  double.summonedBy.clear();
  double.files.clear();
  double.pictures.clear();
});

const bring = (data: object) => call(world, account, xPush(config.consumerSecret, data));
const directOf = (id: string, data: object, at = 1772442000000) => ({
  event_uuid: `dm-${id}`,
  event_type: 'dm.received',
  payload: {
    direct_message_events: [
      {
        type: 'message_create',
        id,
        created_timestamp: String(at),
        message_create: { target: { recipient_id: '5000' }, sender_id: '42', message_data: data },
      },
    ],
    users: { '42': { id: '42', name: 'Anna', username: 'anna' } },
  },
});
const accountRow = () => world.db.channelAccount.findFirstOrThrow({ where: { id: account.id } });

test('whoever read our direct message is seen to have, in whatever order it is told', async () => {
  const agent = await world.member();
  await bring(directOf('9', { text: 'My order is 1234' }));
  await takeIn(world);
  await answer(world, agent);
  await sendSoon(world);
  const read = {
    event_uuid: 'read-1',
    event_type: 'dm.read',
    payload: {
      direct_message_mark_read_events: [
        { created_timestamp: String(world.now().getTime() + 1000), sender_id: '42', target: {} },
        { created_timestamp: 'never', sender_id: '5000' },
      ],
    },
  };
  await bring(read);
  await bring(read);
  await takeIn(world);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({ direction: 'outbound', delivery: 'read' });
});

test('of an encrypted chat it is said that it came and why it cannot be answered here', async () => {
  const agent = await world.member();
  const payload = {
    id: 'c-1',
    conversation_id: '42-5000',
    sender_id: '42',
    created_at_msec: '1772442000000',
  };
  await bring({ event_uuid: 'chat-1', event_type: 'chat.received', payload, includes: { users } });
  await bring({
    event_uuid: 'chat-2',
    event_type: 'chat.received',
    payload: { ...payload, id: 'c-2', sender_id: '5000' },
  });
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket.messages).toMatchObject([
    { text: '', headers: { unshown: ['encrypted'] }, permalink: 'https://x.com/messages' },
  ]);
  const [way] = await reachableChannels(world.db, agent, ticket);
  expect(way?.reach).toEqual({ state: 'closed', why: 'encrypted' });
});

test('when the account takes its permission back, the light turns red and says so', async () => {
  await bring({ event_uuid: 'gone', event_type: 'oauth.revoke', payload: { date_time: 'x' } });
  await takeIn(world);
  expect(await accountRow()).toMatchObject({ health: 'failing', healthDetail: 'access_revoked' });
});

test('pictures of posts and of direct messages come along; the latter are asked for as the account', async () => {
  double.files.set('/public/a.png', PICTURE);
  double.files.set('/private/b.png', PICTURE);
  await bring({
    event_uuid: 'e-300',
    event_type: 'post.mention.create',
    payload: { id: '300', text: '@kanna see', author_id: '42', attachments: { media_keys: ['3_1', '3_9'] } },
    includes: {
      users,
      media: [
        { media_key: '3_1', type: 'photo', url: 'https://pbs.twimg.com/public/a.png' },
        { media_key: '3_2', type: 'photo', url: 'https://pbs.twimg.com/public/of-another-post.png' },
        { media_key: '3_9', type: 'photo', url: 'https://pbs.twimg.com/public/gone.png' },
      ],
    },
  });
  await takeIn(world);
  const [post] = (await ticketOf(world)).messages;
  expect(post?.attachments).toMatchObject([{ type: 'image/png', size: PICTURE.byteLength }]);
  expect(post?.headers).toMatchObject({ 'missing-files': ['picture.jpg'] });
  const media = { type: 'photo', media_url_https: 'https://ton.twitter.com/private/b.png' };
  await bring(directOf('10', { text: 'and here', attachment: { type: 'media', media } }));
  await takeIn(world);
  const direct = await world.db.message.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, messageId: '10' },
    include: { attachments: true },
  });
  expect(direct.attachments).toMatchObject([{ type: 'image/png' }]);
});

async function upload(agent: StaffContext, name: string, claimedType: string, bytes: Buffer) {
  const stored = await uploadFile(agent, { name, claimedType, bytes });
  if (!stored.ok) throw new Error(stored.error.code);
  return stored.value.id;
}

test('a picture goes along with the answer; of any other file it is said before anything leaves', async () => {
  const agent = await world.member();
  await bring(directOf('11', { text: 'Send me the invoice' }));
  await takeIn(world);
  const ticket = await ticketOf(world);
  const [way] = await reachableChannels(world.db, agent, ticket);
  expect(way?.limits).toMatchObject({ text: 10_000, files: 1 });
  const invoice = await upload(agent, 'invoice.pdf', 'application/pdf', Buffer.from('%PDF-1.4 x'));
  expect(await answer(world, agent, { attachmentIds: [invoice] })).toMatchObject({
    error: { code: 'channel.file_type' },
  });
  const pictures = [
    await upload(agent, 'front.png', 'image/png', PICTURE),
    await upload(agent, 'back.png', 'image/png', Buffer.concat([PICTURE, Buffer.from([0])])),
  ];
  await answer(world, agent, { attachmentIds: pictures });
  await sendSoon(world);
  expect(double.directs).toMatchObject([
    { text: 'We send you a new one.', attachments: [{ media_id: '910' }] },
    { attachments: [{ media_id: '911' }] },
  ]);
  await bring({
    event_uuid: 'e-310',
    event_type: 'post.mention.create',
    payload: { id: '310', text: '@kanna and in public?', author_id: '43' },
  });
  await takeIn(world);
  double.summonedBy.add('310');
  const seen = await upload(agent, 'seen.png', 'image/png', PICTURE);
  await answer(world, agent, { attachmentIds: [seen] });
  await sendSoon(world);
  expect(double.posts).toMatchObject([{ media: { media_ids: ['912'] } }]);
});

test('access that runs out is renewed in time, each renewal kept for the next, and what X refuses is on the light', async () => {
  const renewable = {
    clientId: double.client.id,
    clientSecret: double.client.secret,
    refreshToken: double.refresh,
  };
  const { world: own, account: other } = await connected('x', { ...config, ...renewable, accessToken: '' });
  const row = () => own.db.channelAccount.findFirstOrThrow({ where: { id: other.id } });
  const poll = async () => {
    own.pass(4000);
    await pollAccounts(own.system(), own.workspaceId);
  };
  const before = double.refresh;
  await poll();
  expect(double.refresh).not.toBe(before);
  await poll();
  expect(await row()).toMatchObject({ pollFailures: 0 });
  const admin = await own.member({ role: 'admin' });
  double.access = 'taken-away-by-x';
  expect(await testAccount(admin, { accountId: other.id })).toMatchObject({
    value: { signedInAs: '@kanna', reason: null },
  });
  expect(JSON.stringify(await getAccount(admin, other.id))).not.toContain(double.refresh);
  double.refresh = 'refresh-99';
  double.access = 'taken-away-again';
  expect(await testAccount(admin, { accountId: other.id })).toMatchObject({
    value: { signedInAs: null, reason: 'Value passed for the token was invalid.' },
  });
  expect(await row()).toMatchObject({ health: 'failing' });
  Object.assign(double, { access: config.accessToken, refresh: 'refresh-1' });
});

test('lost mentions are fetched page by page behind the last one, each once', async () => {
  const mention = (id: number) => ({ id: String(id), author_id: '42', text: `@kanna question ${id}` });
  double.mentions = [mention(1)];
  double.pageSize = 3;
  const poll = async () => {
    world.pass(901);
    await pollAccounts(world.system(), world.workspaceId);
    await takeIn(world);
  };
  await poll();
  double.mentions.push(...Array.from({ length: 20 }, (_, index) => mention(index + 2)));
  await bring({
    event_uuid: 'e-2',
    event_type: 'post.mention.create',
    payload: mention(2),
    includes: { users },
  });
  await poll();
  expect(await accountRow()).toMatchObject({ cursor: { page: expect.any(String) } });
  await poll();
  double.tooMany = 1;
  await poll();
  await poll();
  expect(await accountRow()).toMatchObject({ cursor: { sinceId: '21' }, health: 'healthy' });
  const texts = await world.db.message.findMany({
    where: { workspaceId: world.workspaceId },
    select: { text: true },
  });
  expect(texts.map(({ text }) => Number(text.split(' ').at(-1))).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 21 }, (_, index) => index + 1),
  );
});

test('the test registers our address and all that we want to hear, once, and heals what X gave up on', async () => {
  const admin = await world.member({ role: 'admin' });
  const seen: string[] = [];
  double.challenge = async (url, token) => {
    seen.push(url);
    const query = `?crc_token=${token}&nonce=n`;
    return JSON.stringify(await call(world, account, { bytes: '', method: 'GET', query }));
  };
  expect(await testAccount(admin, { accountId: account.id })).toMatchObject({
    ok: true,
    value: { signedInAs: '@kanna', reason: null },
  });
  expect(seen).toHaveLength(1);
  expect(double.subscriptions.map(({ event_type }) => event_type).sort()).toEqual([
    'chat.received',
    'dm.read',
    'dm.received',
    'dm.sent',
    'oauth.revoke',
    'post.mention.create',
    'post.reply.create',
  ]);
  double.webhooks = double.webhooks.map((each) => ({ ...each, valid: false }));
  expect(await testAccount(admin, { accountId: account.id })).toMatchObject({ value: { reason: null } });
  expect(double.webhooks).toMatchObject([{ valid: true }]);
  expect(double.subscriptions).toHaveLength(7);
});
