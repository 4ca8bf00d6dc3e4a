import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { uploadFile } from '@/features/attachments/commands/upload-file';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { testAccount } from '@/features/social/commands/test-account';
import type { StaffContext } from '@/server/context';
import { type MastodonDouble, mastodonDouble, mention } from '../../doubles/mastodon';
import { answer, askInstead, connected, sendAll, sendSoon, takeIn, ticketOf, type World } from './support';

const config = {
  server: 'https://odd.test',
  accessToken: 'token-of-the-double',
  accountId: '1',
  acct: 'kanna',
};
const FILM = Buffer.from('000000186674797069736f6d0000020069736f6d69736f320000000866726565', 'hex');
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let double: MastodonDouble;
let world: World;
let agent: StaffContext;
let accountId: string;

beforeAll(async () => {
  double = await mastodonDouble(config.accessToken);
  askInstead({ 'odd.test': double.base, 'files.odd.test': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  const made = await connected('mastodon', config);
  world = made.world;
  accountId = made.account.id;
  agent = await world.member();
  Object.assign(double, {
    notifications: [],
    statuses: [],
    tooMany: 0,
    processing: 0,
    maxCharacters: 500,
    mute: false,
  });
  double.files.clear();
});

async function poll(): Promise<void> {
  world.pass(20);
  await pollAccounts(world.system(), world.workspaceId);
  await takeIn(world);
}

async function film(): Promise<string> {
  const stored = await uploadFile(agent, { name: 'kettle.mp4', claimedType: 'video/mp4', bytes: FILM });
  if (!stored.ok) throw new Error(stored.error.code);
  return stored.value.id;
}

test('a film that the server still works on is waited for; the answer leaves once it is ready', async () => {
  double.notifications = [mention('1', 'How does it open?')];
  await poll();
  double.processing = 2;
  await answer(world, agent, { attachmentIds: [await film()] });
  await sendSoon(world);
  expect(double.statuses).toMatchObject([{ media_ids: [expect.stringMatching(/^m/)] }]);
});

test('a post changed with other pictures: words and files are those of now, the old ones are in the history', async () => {
  double.files.set('/a.png', PICTURE);
  double.files.set('/b.png', Buffer.concat([PICTURE, Buffer.from([0])]));
  const picture = (name: string) => ({ type: 'image', url: `https://files.odd.test/${name}.png` });
  double.notifications = [mention('1', 'It looks like this', { media_attachments: [picture('a')] })];
  await poll();
  const changed = (id: string, text: string, at: string, over: object = {}) => ({
    ...mention(id, text, { id: 's1', edited_at: at, media_attachments: [picture('b')], ...over }),
    type: 'update',
  });
  double.notifications.push(
    changed('2', 'It looks like that', '2026-03-02T09:10:00.000Z'),
    changed('3', 'older words', '2026-03-02T09:05:00.000Z'),
    changed('4', 'not for us', '2026-03-02T09:20:00.000Z', { id: 's9', mentions: [] }),
  );
  double.boosted = new Set(['s1', 's9']);
  await poll();
  await poll();
  const { messages, id } = await ticketOf(world);
  expect(messages).toMatchObject([
    { text: 'It looks like that', attachments: [{ name: 'b.png' }], editedAt: expect.any(Date) },
  ]);
  const events = await world.db.ticketEvent.findMany({
    where: { workspaceId: world.workspaceId, ticketId: id, type: 'message.edited' },
  });
  expect(events).toMatchObject([{ data: { from: 'It looks like this', fromFiles: 'a.png' } }]);
});

test('our own posts and the changes of them stay outside', async () => {
  const own = { account: { id: '1', acct: 'kanna', display_name: 'Kanna', bot: false } };
  double.notifications = [
    mention('1', 'Our words', own),
    { ...mention('2', 'Ours, changed', { ...own, edited_at: '2026-03-02T09:10:00.000Z' }), type: 'update' },
  ];
  double.boosted = new Set(['s1', 's2']);
  await poll();
  expect(await world.db.message.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
});

test('how long a post may be is learned from the server, and that a direct post is not private is said', async () => {
  double.maxCharacters = 5000;
  const admin = await world.member({ role: 'admin' });
  expect(await testAccount(admin, { accountId })).toMatchObject({ value: { signedInAs: '@kanna@odd.test' } });
  double.notifications = [mention('1', 'In private, please', { visibility: 'direct' })];
  await poll();
  const ticket = await world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, messages: { some: { messageId: 's1' } } },
    include: { messages: true },
  });
  const [way] = await reachableChannels(world.db, agent, ticket);
  expect(way).toMatchObject({ limits: { text: 4880, files: 4 }, warning: 'direct_not_private' });
  await answer(world, agent, { ticketId: ticket.id, html: `<p>${'long '.repeat(900)}</p>` });
  await sendSoon(world);
  await sendAll(world);
  expect(double.statuses).toHaveLength(1);
});

test.each(['there', 'gone'] as const)(
  'a post of which only the words are changed keeps its files: %s',
  async (now) => {
    double.files.set('/a.png', PICTURE);
    const media_attachments = [{ type: 'image', url: 'https://files.odd.test/a.png' }];
    double.notifications = [mention('1', 'It looks liek this', { media_attachments })];
    await poll();
    if (now === 'gone') double.files.clear();
    const edited_at = '2026-03-02T09:10:00.000Z';
    const changed = mention('2', 'It looks like this', { id: 's1', edited_at, media_attachments });
    double.notifications.push({ ...changed, type: 'update' });
    await poll();
    const { messages, id } = await ticketOf(world);
    expect(messages).toMatchObject([{ text: 'It looks like this', attachments: [{ name: 'a.png' }] }]);
    const event = await world.db.ticketEvent.findFirstOrThrow({
      where: { workspaceId: world.workspaceId, ticketId: id, type: 'message.edited' },
    });
    expect(event.data).not.toHaveProperty('fromFiles');
  },
);

test('an answer that may stand there, on a server that does not show its words, is left to people', async () => {
  double.notifications = [mention('1', 'How does it open?')];
  await poll();
  double.now = () => world.now().getTime();
  await answer(world, agent);
  double.loseAnswer = 1;
  await sendSoon(world);
  double.mute = true;
  world.pass(6);
  await sendAll(world);
  expect(double.statuses).toHaveLength(1);
  const { messages } = await ticketOf(world);
  expect(messages.at(-1)).toMatchObject({ delivery: 'failed' });
  const attempts = await world.db.deliveryAttempt.findMany({
    where: { messageId: messages.at(-1)?.id ?? '' },
  });
  expect(attempts.map(({ code }) => code)).toContain('maybe_sent');
});
