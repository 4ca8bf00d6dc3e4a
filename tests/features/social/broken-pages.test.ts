import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { CONFIGS } from '../../channels/configs';
import { type MastodonDouble, mastodonDouble, mention } from '../../doubles/mastodon';
import { type XDouble, xDouble } from '../../doubles/x';
import { newWorld } from '../../support/world';
import { askInstead, connected, takeIn, type World } from './support';

type Account = Awaited<ReturnType<typeof connected>>['account'];

let mastodon: MastodonDouble;
let xApi: XDouble;
let world: World;
beforeAll(async () => {
  mastodon = await mastodonDouble(CONFIGS.mastodon.accessToken);
  xApi = await xDouble(CONFIGS.x.accessToken);
  askInstead({ 'social.test': mastodon.base, 'api.x.com': xApi.base });
});
afterAll(() => Promise.all([mastodon, xApi].map((each) => each.stop())));
beforeEach(async () => {
  world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
});

const said = (account: Account) =>
  world.db.message.findMany({
    where: { workspaceId: world.workspaceId, channelAccountId: account.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { messageId: true },
  });

/** Asks at this account only. */
async function poll(account: Account): Promise<void> {
  const { workspaceId } = world;
  const others = { workspaceId, id: { not: account.id } };
  await world.db.channelAccount.updateMany({ where: others, data: { enabled: false } });
  await pollAccounts(world.system(), workspaceId);
  await takeIn(world);
}

const HOSTILE = [
  { type: 'mention' },
  { id: 7, type: 'mention', status: 'none' },
  { id: 'a\u0000b', type: 'mention', status: 5 },
  { id: '4', type: 'mention', status: { id: 's4', created_at: 5, visibility: 'loud' } },
  'words',
  null,
];

test('what is broken in a page of mentions is set aside as it came; the others are tickets, and asking goes on', async () => {
  const { account } = await connected('mastodon', CONFIGS.mastodon, world);
  mastodon.notifications = [mention('1', 'Words 1')];
  await poll(account);
  mastodon.broken = HOSTILE;
  mastodon.notifications.push(mention('2', 'Words 2'));
  world.pass(20);
  await poll(account);
  mastodon.broken = [];
  mastodon.notifications.push(mention('9', 'Words 9'));
  world.pass(20);
  await poll(account);
  expect((await said(account)).map(({ messageId }) => messageId)).toEqual(['s1', 's2', 's9']);
  const held = await world.db.rawInbound.findMany({
    where: { channelAccountId: account.id, state: 'held' },
    select: { reason: true, bytes: true },
  });
  expect(held).toHaveLength(HOSTILE.length);
  for (const { reason } of held) expect(reason).toMatch(/^unreadable/);
  const kept = held.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()) as unknown);
  expect(kept).toEqual(expect.arrayContaining(HOSTILE));
  const light = await world.db.channelAccount.findFirstOrThrow({ where: { id: account.id } });
  expect(light).toMatchObject({ pollFailures: 0 });
});

test('a page of mentions on X with broken posts and broken people among them', async () => {
  const { account } = await connected('x', { ...CONFIGS.x, userId: '5000' }, world);
  const post = (id: string) => ({
    id,
    text: `@kanna words ${id}`,
    author_id: `42${id}`,
    conversation_id: id,
    created_at: '2026-03-02T09:00:00.000Z',
  });
  xApi.mentions = [post('3'), { id: '2', text: 7 }, { text: 'nobody' }, post('1')];
  xApi.people = [{ id: '421', name: 'Anna', username: 'anna' }, { id: 7 }, 'nobody'];
  await poll(account);
  expect((await said(account)).map(({ messageId }) => messageId).toSorted()).toEqual(['1', '3']);
  const held = await world.db.rawInbound.count({ where: { channelAccountId: account.id, state: 'held' } });
  expect(held).toBe(2);
});
