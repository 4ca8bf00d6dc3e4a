import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { type MastodonDouble, mastodonDouble, mention } from '../../doubles/mastodon';
import { answer, askInstead, connected, sendAll, sendSoon, takeIn, ticketOf, type World } from './support';

const config = {
  server: 'https://social.test',
  accessToken: 'token-of-the-double',
  accountId: '1',
  acct: 'kanna',
};

let double: MastodonDouble;
let world: World;
let accountId: string;

beforeAll(async () => {
  double = await mastodonDouble(config.accessToken);
  askInstead({ 'social.test': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  const made = await connected('mastodon', config);
  world = made.world;
  accountId = made.account.id;
  const now = () => world.now().getTime();
  Object.assign(double, { notifications: [], statuses: [], tooMany: 0, loseAnswer: 0, down: false, now });
});

/** Asks in this workspace only: other tests of the run have theirs. */
async function poll(): Promise<void> {
  await pollAccounts(world.system(), world.workspaceId);
  await takeIn(world);
}

test('mentions are fetched page by page, each once, and become tickets', async () => {
  double.notifications = Array.from({ length: 3 }, (_, index) =>
    mention(String(index + 1), `Question ${index + 1}`),
  );
  await poll();
  double.notifications.push(
    ...Array.from({ length: 45 }, (_, index) => mention(String(index + 4), `Question ${index + 4}`)),
  );
  world.pass(20);
  await poll();
  world.pass(1);
  await poll();
  world.pass(20);
  await poll();
  expect(await world.db.message.count({ where: { workspaceId: world.workspaceId } })).toBe(48);
});

test('an answer is as visible as the post, names who is in it, and leaves once even when its answer is lost', async () => {
  const agent = await world.member();
  double.notifications = [mention('1', 'Where is my kettle?', { visibility: 'direct' })];
  await poll();
  expect((await ticketOf(world)).messages[0]).toMatchObject({
    text: 'Where is my kettle?',
    permalink: 'https://tea.example/@anna/1',
    conversation: { isPublic: false },
  });
  await answer(world, agent);
  double.loseAnswer = 1;
  await sendSoon(world);
  world.pass(6);
  await sendAll(world);
  expect(double.statuses).toMatchObject([
    {
      status: '@anna@tea.example @bob@tea.example We send you a new one.',
      visibility: 'direct',
      in_reply_to_id: 's1',
    },
  ]);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({ delivery: 'sent', messageId: '900' });
  double.notifications.push(
    mention('2', 'Thanks, and when?', { id: 's2', in_reply_to_id: '900', visibility: 'direct' }),
  );
  world.pass(20);
  await poll();
  expect((await ticketOf(world)).messages).toHaveLength(3);
});

/** The server takes nothing while the worker tries again and again; then it is back, more than an hour after the first try. */
async function downForAnHour(): Promise<void> {
  double.down = true;
  for (const seconds of [6, 31, 121, 601]) {
    world.pass(seconds);
    await sendAll(world);
  }
  double.down = false;
  world.pass(3601);
  await sendAll(world);
}

test('an answer whose first try was lost is not posted twice when the server has forgotten its key', async () => {
  const agent = await world.member();
  double.notifications = [mention('1', 'Where is my kettle?')];
  await poll();
  await answer(world, agent);
  double.loseAnswer = 1;
  await sendSoon(world);
  expect(double.statuses).toHaveLength(1);
  await downForAnHour();
  expect(double.statuses).toHaveLength(1);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({ delivery: 'sent', messageId: '900' });
});

test('words that stand there already are another answer, and one that never arrived leaves once', async () => {
  const agent = await world.member();
  double.notifications = [mention('1', 'Where is my kettle?')];
  await poll();
  await answer(world, agent);
  await sendSoon(world);
  await answer(world, agent);
  double.down = true;
  await sendSoon(world);
  // Somebody answers on the channel itself.
  const status = '@anna@tea.example Hello!';
  double.statuses.push({ ...double.statuses[0], id: '901', status, created_at: world.now().toISOString() });
  await downForAnHour();
  const said = '@anna@tea.example @bob@tea.example We send you a new one.';
  expect(double.statuses.map((each) => each['status'])).toEqual([said, status, said]);
  expect((await ticketOf(world)).messages.map(({ messageId }) => messageId)).toEqual(['s1', '900', '902']);
});

test('new mentions are asked for every 15 seconds', async () => {
  await poll();
  const { pollAt } = await world.db.channelAccount.findFirstOrThrow({ where: { id: accountId } });
  expect((pollAt?.getTime() ?? 0) - world.now().getTime()).toBe(15_000);
});

test('a server that is overrun is left alone as long as it wants, one that refuses is asked less and less', async () => {
  double.tooMany = 1;
  await poll();
  const account = () => world.db.channelAccount.findFirstOrThrow({ where: { id: accountId } });
  expect(((await account()).pollAt?.getTime() ?? 0) - world.now().getTime()).toBeGreaterThan(80_000);
  world.pass(120);
  askInstead({ 'social.test': 'http://127.0.0.1:9' });
  await poll();
  expect(await account()).toMatchObject({ health: 'failing', pollFailures: 1 });
  askInstead({ 'social.test': double.base });
  world.pass(60);
  await poll();
  expect(await account()).toMatchObject({ health: 'healthy', pollFailures: 0 });
});
