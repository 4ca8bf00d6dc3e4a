import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import { metaPush } from '../../doubles/meta-push';
import { answer, askInstead, call, connected, sendSoon, takeIn, ticketOf, type World } from './support';

const PAGE = '30000000003';
const ACCOUNT = '40000000004';
const SECRET = 'app_secret_of_the_tests';
const config = {
  pageId: PAGE,
  accessToken: 'token-of-the-double',
  appSecret: SECRET,
  verifyToken: 'verify-token-of-the-tests',
};
const NOW = Date.parse('2026-03-02T09:20:00Z');
const SECONDS = NOW / 1000;

let double: MetaDouble;
let world: World;
let page: Awaited<ReturnType<typeof connected>>['account'];
let instagram: Awaited<ReturnType<typeof connected>>['account'];

beforeAll(async () => {
  double = await metaDouble(config.accessToken);
  askInstead({
    'graph.facebook.com': double.base,
    'graph.instagram.com': double.base,
    'cdn.fbsbx.com': double.base,
  });
});
afterAll(() => double.stop());
beforeEach(async () => {
  const first = await connected('facebook', config);
  world = first.world;
  page = first.account;
  await connected('messenger', { ...config, humanAgent: true }, world);
  instagram = (await connected('instagram', { ...config, accountId: ACCOUNT }, world)).account;
  Object.assign(double, { sent: [], broken: 0, now: () => world.now().getTime() });
  double.nodes.clear();
  double.media.clear();
  double.repliedPrivately.clear();
  double.windows = new Map();
});

const onPage = (entry: object) =>
  call(world, page, metaPush(SECRET, { object: 'page', entry: [{ id: PAGE, time: NOW, ...entry }] }));
const onInstagram = (entry: object) =>
  call(
    world,
    instagram,
    metaPush(SECRET, { object: 'instagram', entry: [{ id: ACCOUNT, time: NOW, ...entry }] }),
  );
const feed = (value: object, field = 'feed') =>
  onPage({ changes: [{ field, value: { verb: 'add', created_time: SECONDS, ...value } }] });
const direct = (message: object, sender = 'PSID-7') => ({
  messaging: [{ sender: { id: sender }, recipient: { id: PAGE }, timestamp: NOW, message }],
});
const messages = () =>
  world.db.message.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { attachments: true },
  });

test('what somebody posts on the page is a ticket with its pictures; comments below it stand there; it is answered below the post', async () => {
  const agent = await world.member();
  const post = `${PAGE}_77`;
  double.media.set('public-1', { bytes: Buffer.from('GIF89a'), type: 'image/gif' });
  const from = { id: 'F-1', name: 'Anna Tea' };
  const photos = ['https://cdn.fbsbx.com/cdn/public-1'];
  await feed({ item: 'status', post_id: post, from, message: 'Two of three cups broken', photos });
  await feed({
    item: 'comment',
    comment_id: '77_1',
    parent_id: post,
    post_id: post,
    from,
    message: 'And no reply yet',
  });
  await feed({ item: 'status', post_id: `${PAGE}_78`, from: { id: PAGE, name: 'Us' }, message: 'Our news' });
  await feed({ item: 'like', post_id: post, from });
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket.messages.map(({ text, attachments }) => [text, attachments.length])).toEqual([
    ['Two of three cups broken', 1],
    ['And no reply yet', 0],
  ]);
  expect(await messages()).toHaveLength(2);
  await answer(world, agent);
  await sendSoon(world);
  expect(double.sent).toMatchObject([{ body: { node: '77_1', message: 'We send you a new one.' } }]);
});

test('a post is answered in private by its own id; a mention elsewhere only in public', async () => {
  const agent = await world.member();
  const from = { id: 'F-2', name: 'Béla' };
  await feed({ item: 'post', post_id: `${PAGE}_80`, from, message: 'My order is 1234' });
  await takeIn(world);
  const ways = await reachableChannels(world.db, agent, await ticketOf(world));
  const privately = ways.find(({ id }) => id.startsWith('private:'));
  await answer(world, agent, { via: privately?.id });
  await sendSoon(world);
  expect(double.sent).toMatchObject([{ body: { recipient: { post_id: `${PAGE}_80` } } }]);
  double.nodes.set('900_1', { message: 'See @Kanna for good cups', from: { id: 'F-3', name: 'Cili' } });
  await feed({ item: 'comment', comment_id: '900_1', post_id: '900', sender_name: 'x' }, 'mention');
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket.messages).toMatchObject([{ text: 'See @Kanna for good cups', headers: null }]);
  expect(ticket.requester.displayName).toBe('Cili');
  const after = await reachableChannels(world.db, agent, ticket);
  expect(after.map(({ channel, isPublic }) => [channel, isPublic])).toEqual([
    ['facebook', true],
    ['email', false],
  ]);
});

test('a comment that came without its writer is asked for, and left aside when it is our own', async () => {
  double.nodes.set('1_1', {
    message: 'Nice',
    from: { id: 'F-9', name: 'Dóra' },
    permalink_url: 'https://fb.test/1',
  });
  double.nodes.set('1_2', { message: 'Thank you', from: { id: PAGE, name: 'Us' } });
  const below = { item: 'comment', post_id: `${PAGE}_1`, parent_id: `${PAGE}_1` };
  await feed({ ...below, comment_id: '1_1', message: 'Nice' });
  await feed({ ...below, comment_id: '1_2', message: 'Thank you' });
  await feed({ ...below, comment_id: '1_3', message: 'Nobody tells who I am' });
  await takeIn(world);
  expect((await messages()).map(({ text, permalink }) => [text, permalink])).toEqual([
    ['Nice', 'https://fb.test/1'],
    ['Nobody tells who I am', null],
  ]);
  expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(2);
});

test('Instagram: a mention is fetched, also after trouble on their side, and answered where it stands', async () => {
  const agent = await world.member();
  double.nodes.set('171', { text: '@kanna does it whistle?', username: 'anna.tea' });
  double.media.set('public-9', { bytes: Buffer.from('GIF89a'), type: 'image/gif' });
  double.nodes.set('181', {
    caption: 'Morning with @kanna',
    username: 'bela.brews',
    media_type: 'IMAGE',
    media_url: 'https://cdn.fbsbx.com/cdn/public-9',
  });
  double.readTrouble = 1;
  await onInstagram({ changes: [{ field: 'mentions', value: { media_id: '181', comment_id: '171' } }] });
  await takeIn(world);
  world.pass(60);
  await takeIn(world);
  expect(await messages()).toMatchObject([{ text: '@kanna does it whistle?', headers: null }]);
  await answer(world, agent);
  await sendSoon(world);
  expect(double.sent).toMatchObject([
    { body: { node: ACCOUNT, media_id: '181', comment_id: '171', message: 'We send you a new one.' } },
  ]);
  const ways = await reachableChannels(world.db, agent, await ticketOf(world));
  expect(ways.filter(({ id }) => id.startsWith('private:'))).toEqual([]);
  await onInstagram({ field: 'mentions', value: { media_id: '181' } });
  await onInstagram({ field: 'mentions', value: { media_id: '999' } });
  await takeIn(world);
  expect((await messages()).slice(2)).toMatchObject([
    { text: 'Morning with @kanna', attachments: [{ type: 'image/gif' }] },
    { text: '', headers: { unshown: ['mention'] } },
  ]);
  const [first] = await world.db.customer.findMany({
    where: { workspaceId: world.workspaceId, displayName: 'bela.brews' },
    include: { identities: true },
  });
  expect(first?.identities).toMatchObject([{ value: '@bela.brews' }]);
});

test('who writes in private has a name, asked for once', async () => {
  double.nodes.set('PSID-7', { name: 'Emese Tea' });
  await onPage(direct({ mid: 'm1', text: 'Hello' }));
  await takeIn(world);
  await onPage(direct({ mid: 'm2', text: 'Are you there?' }));
  await takeIn(world);
  expect((await ticketOf(world)).requester.displayName).toBe('Emese Tea');
  expect(double.asked.filter(({ path }) => path.endsWith('/PSID-7'))).toHaveLength(1);
  await onPage({
    messaging: [
      {
        sender: { id: 'PSID-8' },
        recipient: { id: PAGE },
        timestamp: NOW,
        message: { mid: 'm3', text: 'Hi' },
      },
    ],
  });
  await takeIn(world);
  expect((await ticketOf(world)).requester.displayName).toBe('PSID-8');
});

test('what is no words says what it is: no message stands empty', async () => {
  double.media.set('public-2', { bytes: Buffer.from('GIF89a'), type: 'image/gif' });
  const url = 'https://cdn.fbsbx.com/cdn/public-2';
  const story = { reply_to: { story: { url: 'https://cdn.fbsbx.com/s', id: '1' } } };
  const sent = [
    { mid: 'u1', is_unsupported: true },
    { mid: 'u2' },
    { mid: 'u3', attachments: [{ type: 'template', payload: {} }] },
    { mid: 'u4', attachments: [{ type: 'story_mention', payload: { url } }] },
    { mid: 'u5', text: 'Lovely', ...story },
    { mid: 'u6', attachments: [{ type: 'fallback', title: 'A kettle', url: 'https://shop.test/kettle' }] },
    { mid: 'u7', attachments: [{ type: 'location', payload: { coordinates: { lat: 56.9, long: 24.1 } } }] },
    { mid: 'u8', attachments: [{ type: 'constructor', payload: {} }] },
  ];
  await onPage({ messaging: sent.flatMap((each) => direct(each).messaging) });
  await takeIn(world);
  const shown = (await messages()).map(({ text, headers, attachments }) => [
    text,
    (headers as { unshown?: string[] } | null)?.unshown ?? [],
    attachments.length,
  ]);
  expect(shown).toEqual([
    ['', ['unsupported'], 0],
    ['', ['unsupported'], 0],
    ['', ['template'], 0],
    ['', ['story_mention'], 1],
    ['Lovely', ['story_reply'], 0],
    ['A kettle\nhttps://shop.test/kettle', [], 0],
    ['https://www.openstreetmap.org/?mlat=56.9&mlon=24.1', [], 0],
    ['', ['unsupported'], 0],
  ]);
});

test('that all up to an instant was delivered is seen, also without the ids of the messages', async () => {
  const agent = await world.member();
  await onPage(direct({ mid: 'd1', text: 'Hello' }));
  await takeIn(world);
  double.windows.set('PSID-7', world.now().getTime() + 3_600_000);
  await answer(world, agent);
  await sendSoon(world);
  const watermark = world.now().getTime() + 1000;
  const delivery = {
    sender: { id: 'PSID-7' },
    recipient: { id: PAGE },
    timestamp: NOW,
    delivery: { watermark },
  };
  await onPage({ messaging: [delivery] });
  await takeIn(world);
  expect((await messages()).at(-1)).toMatchObject({ direction: 'outbound', delivery: 'delivered' });
});
