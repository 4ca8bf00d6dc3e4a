import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { type MastodonDouble, mastodonDouble, mention } from '../../doubles/mastodon';
import { askInstead, connected, takeIn, type World } from './support';

/** Servers tell of a changed post only to those who boosted it, and of a deleted one nobody: mentions are read again. */
const config = {
  server: 'https://changes.test',
  accessToken: 'token-of-the-double',
  accountId: '1',
  acct: 'kanna',
};

let double: MastodonDouble;
let world: World;
beforeAll(async () => {
  double = await mastodonDouble(config.accessToken);
  askInstead({ 'changes.test': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  ({ world } = await connected('mastodon', config));
  const now = () => world.now().getTime();
  Object.assign(double, { notifications: [], tooMany: 0, down: false, knowsMany: true, now });
  double.changed.clear();
  double.boosted.clear();
  double.asked.length = 0;
});

async function poll(seconds = 130): Promise<void> {
  world.pass(seconds);
  await pollAccounts(world.system(), world.workspaceId);
  await takeIn(world);
}

const said = () =>
  world.db.message.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: { messageId: 'asc' },
    select: { messageId: true, text: true, editedAt: true, deletedAt: true },
  });
const again = () => double.asked.filter(({ path }) => /^\/api\/v1\/statuses(\/s\d+)?$/.test(path));
const EDITED = '2026-03-02T09:20:00.000Z';

test.each([true, false])(
  'a changed and a deleted mention, on a server that gives several posts at once: %s',
  async (knowsMany) => {
    double.knowsMany = knowsMany;
    double.notifications = ['1', '2', '3'].map((id) => mention(id, `Words ${id}`));
    await poll();
    const edit = { content: '<p>Other words</p>', edited_at: EDITED, mentions: [] };
    double.changed.set('s1', edit).set('s2', null);
    const update = { ...mention('9', 'Other words', { id: 's1', ...edit }), type: 'update' };
    double.notifications.push(update);
    await poll();
    const unchanged = { editedAt: null, deletedAt: null };
    const ends = [
      { messageId: 's1', text: 'Other words', editedAt: new Date(EDITED), deletedAt: null },
      { messageId: 's2', text: '', editedAt: null, deletedAt: expect.any(Date) },
      { messageId: 's3', text: 'Words 3', ...unchanged },
    ];
    expect(await said()).toEqual(ends);
    await poll();
    expect(await said()).toEqual(ends);
    const where = { workspaceId: world.workspaceId, type: 'message.edited' };
    expect(await world.db.ticketEvent.count({ where })).toBe(1);
    const asked = again().at(-1)?.query.getAll('id[]');
    expect(new Set(asked)).toEqual(knowsMany ? new Set(['s1', 's3']) : new Set());
  },
);

test('what the account boosted is told by the server, and is not told again', async () => {
  double.notifications = [mention('1', 'Words')];
  await poll();
  double.boosted.add('s1');
  const edit = { content: '<p>Other words</p>', edited_at: EDITED };
  double.notifications.push({ ...mention('2', '', { id: 's1', ...edit }), type: 'update' });
  await poll(20);
  expect(await said()).toMatchObject([{ text: 'Other words', editedAt: new Date(EDITED) }]);
});

test('twenty at a time, every two minutes at most, in turn, and for a week', async () => {
  double.notifications = Array.from({ length: 30 }, (_, index) => mention(`${index + 1}`, `Words ${index}`));
  await poll();
  expect(again()).toEqual([]);
  await poll();
  await poll(20);
  expect(again().map(({ query }) => query.getAll('id[]').length)).toEqual([20]);
  await poll();
  const ids = again().flatMap(({ query }) => query.getAll('id[]'));
  expect(new Set(ids).size).toBe(30);
  double.asked.length = 0;
  await poll(7 * 86_400);
  await poll();
  expect(again().length).toBeLessThan(2);
  double.asked.length = 0;
  await poll();
  expect(again()).toEqual([]);
});

type Answers = Record<string, { status?: number; json?: unknown; headers?: Record<string, string> }>;
const CURSOR = { minId: '5', ownId: '5', watched: [{ id: 's1', at: 1_772_442_000_000, edited: 0 }] };

/** Asks a server that answers by these, and gives what was found and what was asked. */
async function asking(answers: Answers) {
  const asked: string[] = [];
  const channel = conversationChannel('mastodon');
  if (!channel?.poll) throw new Error('no poll');
  const found = await channel.poll(CURSOR, channel.config.parse(config), async ({ url }) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const { status = 200, json = [], headers = {} } = answers[pathname] ?? {};
    const all = { date: 'Mon, 02 Mar 2026 10:00:00 GMT', ...headers };
    return {
      status,
      headers: all,
      bytes: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)),
    };
  });
  return { ...found, asked };
}

const ONE = '/api/v1/statuses/s1';
const WATCHED = { watched: [expect.objectContaining({ id: 's1' })] };

test.each([
  ['a page of something before the server', { [ONE]: { status: 404, json: '<html>Not Found</html>' } }],
  ['trouble', { [ONE]: { status: 503, json: { error: 'Busy' } } }],
  ['somebody else’s post', { [ONE]: { json: { id: 's2' } } }],
])('%s takes nothing back', async (_, answers) => {
  const { items, cursor } = await asking(answers);
  expect(items).toEqual([]);
  expect(cursor).toMatchObject(WATCHED);
});

test('a server that is overrun is left alone, and one that soon will be is not asked for what can wait', async () => {
  const headers = { 'x-ratelimit-reset': '2026-03-02T10:01:30Z' };
  const over = await asking({ '/api/v1/statuses': { status: 429, json: { error: 'Too many' }, headers } });
  expect(over).toMatchObject({ items: [], retryAfterSeconds: 90, cursor: WATCHED });
  expect(over.asked).not.toContain(ONE);
  const soon = await asking({ '/api/v1/notifications': { headers: { 'x-ratelimit-remaining': '20' } } });
  expect(soon.asked.filter((path) => path.startsWith('/api/v1/statuses'))).toEqual([]);
  expect(soon.cursor).toMatchObject(WATCHED);
});
