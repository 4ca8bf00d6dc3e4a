import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { type XDouble, xDouble, xPush } from '../../doubles/x';
import {
  answer,
  askInstead,
  call,
  connected,
  sendAll,
  sendSoon,
  takeIn,
  ticketOf,
  type World,
} from './support';

const config = {
  userId: '5000',
  consumerSecret: 'consumer_secret_test',
  bearerToken: 'bearer-token',
  accessToken: 'token-of-the-double',
  username: 'kanna',
};
const users = [{ id: '42', name: 'Anna', username: 'anna' }];

let double: XDouble;
let world: World;
let account: Awaited<ReturnType<typeof connected>>['account'];

beforeAll(async () => {
  double = await xDouble(config.accessToken);
  askInstead({ 'api.x.com': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  ({ world, account } = await connected('x', config));
  Object.assign(double, { tooMany: 0, posts: [], directs: [] });
  double.summonedBy.clear();
});

const bring = (data: object) => call(world, account, xPush(config.consumerSecret, data));
const post = (type: string, id: string, over: object = {}) => ({
  event_uuid: `e-${id}`,
  event_type: type,
  filter: { user_id: '5000' },
  payload: {
    id,
    text: '@kanna my kettle hums',
    author_id: '42',
    conversation_id: id,
    created_at: '2026-03-02T09:00:00.000Z',
    ...over,
  },
  includes: { users },
});

test('a mention becomes a ticket and is answered below the post', async () => {
  const agent = await world.member();
  await bring(post('post.mention.create', '100'));
  await bring(post('post.mention.create', '100'));
  await takeIn(world);
  expect((await ticketOf(world)).messages).toMatchObject([
    { channel: 'x', permalink: 'https://x.com/anna/status/100' },
  ]);
  double.summonedBy.add('100');
  double.tooMany = 1;
  await answer(world, agent);
  await sendSoon(world);
  world.pass(61);
  await sendAll(world);
  expect(double.posts).toMatchObject([
    { text: 'We send you a new one.', reply: { in_reply_to_tweet_id: '100' } },
  ]);
});

test('who did not mention us cannot be answered, and it is said why; our own posts are left alone', async () => {
  const agent = await world.member();
  await bring(post('post.reply.create', '101', { text: 'hums like mine' }));
  await bring(post('post.reply.create', '102', { author_id: '5000' }));
  await takeIn(world);
  const ticket = await ticketOf(world);
  const [way] = await reachableChannels(world.db, agent, ticket);
  expect(way?.reach).toEqual({ state: 'closed', why: 'not_summoned' });
  expect(ticket.messages).toHaveLength(1);
});

test('when X itself refuses, its words stand on the ticket', async () => {
  const agent = await world.member();
  await bring(post('post.mention.create', '103'));
  await takeIn(world);
  await answer(world, agent);
  await sendSoon(world);
  const message = (await ticketOf(world)).messages.at(-1);
  expect(message).toMatchObject({ delivery: 'failed' });
  expect(message?.deliveryDetail).toContain('have not been mentioned');
});

test('a direct message is answered in private', async () => {
  const agent = await world.member();
  const event = {
    type: 'message_create',
    id: '9',
    created_timestamp: '1772442000000',
    message_create: {
      target: { recipient_id: '5000' },
      sender_id: '42',
      message_data: { text: 'Psst, my order is 1234' },
    },
  };
  await bring({
    event_uuid: 'dm-9',
    event_type: 'dm.received',
    payload: {
      direct_message_events: [event],
      users: { '42': { data: { id: '42', name: 'Anna', username: 'anna' } } },
    },
  });
  await takeIn(world);
  expect((await ticketOf(world)).requester.displayName).toBe('Anna');
  await answer(world, agent);
  await sendSoon(world);
  expect(double.directs).toEqual([{ text: 'We send you a new one.', to: '42' }]);
});
