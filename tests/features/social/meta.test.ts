import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { shownMessages } from '@/features/tickets/queries-timeline';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import { metaPush } from '../../doubles/meta-push';
import { answer, askInstead, call, connected, sendSoon, takeIn, ticketOf, type World } from './support';

const PAGE = '30000000003';
const SECRET = 'app_secret_of_the_tests';
const config = {
  pageId: PAGE,
  accessToken: 'token-of-the-double',
  appSecret: SECRET,
  verifyToken: 'verify-token-of-the-tests',
};
const NOW = Date.parse('2026-03-02T09:00:00Z');

let double: MetaDouble;
let world: World;
let page: Awaited<ReturnType<typeof connected>>['account'];

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
  const first = await connected('messenger', { ...config, humanAgent: true });
  world = first.world;
  page = first.account;
  await connected('facebook', config, world);
  Object.assign(double, { sent: [], now: () => world.now().getTime() });
  double.repliedPrivately.clear();
  double.windows = new Map([['PSID-1', NOW + 24 * 3_600_000]]);
});

const bring = (entry: object) =>
  call(world, page, metaPush(SECRET, { object: 'page', entry: [{ id: PAGE, time: NOW, ...entry }] }));
const said = (mid: string, text: string, over: object = {}) => ({
  sender: { id: 'PSID-1' },
  recipient: { id: PAGE },
  timestamp: NOW,
  message: { mid, text },
  ...over,
});
const comment = (id: string, over: object = {}) => ({
  field: 'feed',
  value: {
    item: 'comment',
    verb: 'add',
    comment_id: `${PAGE}_${id}`,
    post_id: `${PAGE}_1`,
    parent_id: `${PAGE}_1`,
    from: { id: 'FB-7', name: 'Jānis Bērziņš' },
    message: 'Kad būs tējkannas?',
    created_time: NOW / 1000,
    post: { permalink_url: 'https://www.facebook.com/kanna/posts/1' },
    ...over,
  },
});

test('a private message is answered, read up to an instant, and its echo is left alone', async () => {
  const agent = await world.member();
  await bring({ messaging: [said('m_in', 'Is the red kettle back?')] });
  await takeIn(world);
  await answer(world, agent);
  await sendSoon(world);
  expect(double.sent[0]?.body).toMatchObject({
    recipient: { id: 'PSID-1' },
    messaging_type: 'RESPONSE',
    message: { text: 'We send you a new one.' },
  });
  const echo = {
    sender: { id: PAGE },
    recipient: { id: 'PSID-1' },
    timestamp: NOW,
    message: { mid: double.sent[0]?.id, text: 'We send', is_echo: true },
  };
  await bring({
    messaging: [
      echo,
      {
        sender: { id: 'PSID-1' },
        recipient: { id: PAGE },
        timestamp: NOW,
        read: { watermark: world.now().getTime() + 1000 },
      },
    ],
  });
  await takeIn(world);
  const { messages } = await ticketOf(world);
  expect(messages).toHaveLength(2);
  expect(messages.at(-1)).toMatchObject({ delivery: 'read' });
});

test('after a day a person may answer with the tag, after seven days nobody', async () => {
  const agent = await world.member();
  await bring({ messaging: [said('m_in', 'Is the red kettle back?')] });
  await takeIn(world);
  world.pass(25 * 3600);
  await answer(world, agent);
  await sendSoon(world);
  expect(double.sent[0]?.body).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
  world.pass(6 * 86_400);
  expect(await answer(world, agent)).toEqual({
    ok: false,
    error: { code: 'channel.closed', why: 'human_window_over' },
  });
});

test('a message that is taken back shows no words any more, also when that comes first', async () => {
  await bring({ messaging: [said('m_1', 'my card number is …')] });
  await takeIn(world);
  await bring({ messaging: [said('m_2', '', { message: { mid: 'm_2', is_deleted: true } })] });
  await bring({
    messaging: [said('m_1', '', { message: { mid: 'm_1', is_deleted: true } }), said('m_2', 'late words')],
  });
  await takeIn(world);
  const { messages } = await ticketOf(world);
  expect(messages.map(({ text, deletedAt }) => [text, deletedAt !== null])).toEqual([
    ['', true],
    ['', true],
  ]);
});

test('a comment stands beside its private answer on one ticket; our own comments and likes are left alone', async () => {
  const agent = await world.member();
  await bring({
    changes: [
      comment('c1'),
      comment('c2', { from: { id: PAGE, name: 'Kanna' } }),
      { field: 'feed', value: { item: 'reaction', verb: 'add' } },
    ],
  });
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket.messages).toMatchObject([
    {
      channel: 'facebook',
      permalink: 'https://www.facebook.com/kanna/posts/1',
      conversation: { isPublic: true },
    },
  ]);
  const ways = await reachableChannels(world.db, agent, ticket);
  expect(ways.map(({ channel, isPublic, reach }) => [channel, isPublic, reach.state])).toEqual([
    ['facebook', true, 'open'],
    ['facebook', false, 'open'],
    ['email', false, 'closed'],
  ]);
  await answer(world, agent, { html: '<p>Next week!</p>' });
  await sendSoon(world);
  await answer(world, agent, { html: '<p>We keep one for you.</p>', via: ways[1]?.id });
  await sendSoon(world);
  expect(double.sent.map(({ body }) => body)).toMatchObject([
    { node: `${PAGE}_c1`, message: 'Next week!' },
    { recipient: { comment_id: `${PAGE}_c1` }, message: { text: 'We keep one for you.' } },
  ]);
  const shown = await shownMessages(agent, { ticketId: ticket.id, from: null, open: [] });
  expect(shown.map(({ isPublic }) => isPublic).toSorted()).toEqual([false, true, true]);
  await bring({
    messaging: [
      said('m_9', 'Thank you so much, that is great news for me', { sender: { id: 'psid-of-comment' } }),
    ],
  });
  await takeIn(world);
  const after = await ticketOf(world);
  expect(after.id).toBe(ticket.id);
  expect(after.messages.map(({ channel }) => channel)).toEqual([
    'facebook',
    'facebook',
    'facebook',
    'messenger',
  ]);
  expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
  const [, second] = (await reachableChannels(world.db, agent, after)).filter(
    ({ channel }) => channel === 'facebook',
  );
  expect(second?.reach).toEqual({ state: 'closed', why: 'private_reply_used' });
});

test('an edited and a removed comment are seen as such', async () => {
  await bring({ changes: [comment('c1')] });
  await takeIn(world);
  await bring({
    changes: [comment('c1', { verb: 'edited', message: 'Kad būs sarkanās?', created_time: NOW / 1000 + 60 })],
  });
  await takeIn(world);
  expect((await ticketOf(world)).messages).toMatchObject([{ text: 'Kad būs sarkanās?' }]);
  await bring({
    changes: [
      {
        field: 'feed',
        value: { item: 'comment', verb: 'remove', comment_id: `${PAGE}_c1`, created_time: NOW / 1000 },
      },
    ],
  });
  await takeIn(world);
  expect((await ticketOf(world)).messages[0]).toMatchObject({ text: '' });
});

test('Instagram: both shapes of a comment, a private message, and a thousand bytes in one answer', async () => {
  const instagram = await connected('instagram', { ...config, accountId: '40000000004' }, world);
  const push = (entry: object) =>
    call(
      world,
      instagram.account,
      metaPush(SECRET, { object: 'instagram', entry: [{ id: '40000000004', time: NOW, ...entry }] }),
    );
  const value = (id: string) => ({
    id,
    text: 'So pretty!',
    from: { id: 'IG-1', username: 'anna.tea' },
    media: { id: 'M1' },
  });
  await push({ changes: [{ field: 'comments', value: value('ig-1') }] });
  await push({ field: 'comments', value: value('ig-2') });
  await push({ field: 'comments', value: { ...value('ig-3'), from: { id: '40000000004' } } });
  await takeIn(world);
  expect(await world.db.message.count({ where: { workspaceId: world.workspaceId } })).toBe(2);
  const agent = await world.member();
  double.instagram.add('40000000004');
  double.windows.set('IGSID-1', NOW + 24 * 3_600_000);
  await push({
    messaging: [
      {
        sender: { id: 'IGSID-1' },
        recipient: { id: '40000000004' },
        timestamp: NOW,
        message: { mid: 'ig-m', text: 'Do you ship to Riga?' },
      },
    ],
  });
  await takeIn(world);
  await answer(world, agent, { html: `<p>${'Igen, küldünk Rigába is. '.repeat(60)}</p>` });
  await sendSoon(world);
  const texts = double.sent.map(({ body }) => (body['message'] as { text: string }).text);
  expect(texts.length).toBeGreaterThan(1);
  expect(Math.max(...texts.map((each) => Buffer.byteLength(each)))).toBeLessThanOrEqual(1000);
});
