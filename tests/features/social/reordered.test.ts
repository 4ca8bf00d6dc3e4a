import { beforeEach, expect, test } from 'vitest';
import { CONFIGS } from '../../channels/configs';
import { mention } from '../../doubles/mastodon';
import { metaPush, whatsappPush } from '../../doubles/meta-push';
import { telegramUpdate } from '../../doubles/telegram';
import { newWorld } from '../../support/world';
import { call, connected, fetched, takeIn, type World } from './support';

/** What comes in another order than it happened ends as if it had come in its own. */
type Account = Awaited<ReturnType<typeof connected>>['account'];
type Fields = Record<string, unknown>;
const AT = Date.parse('2026-03-02T09:00:00Z');
const SECOND = 1000;
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

let world: World;
beforeEach(async () => {
  world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
});

const reply = (n: number, below: number | null) =>
  mention(String(n), `Words ${n}`, {
    id: `s${n}`,
    created_at: new Date(AT + n * SECOND).toISOString(),
    ...(below !== null && { in_reply_to_id: `s${below}` }),
  });
const said = (account: Account) =>
  world.db.message.findMany({
    where: { workspaceId: world.workspaceId, channelAccountId: account.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { messageId: true, ticketId: true, conversationId: true },
  });
/** Tickets that are no part of another. */
const alive = () =>
  world.db.ticket.findMany({ where: { workspaceId: world.workspaceId, mergedIntoId: null } });

async function bring(account: Account, event: Fields): Promise<void> {
  if (account.kind === 'mastodon') {
    await fetched(world, account, { key: `notification:${String(event['id'])}`, item: event });
  } else if (account.kind === 'telegram') {
    const headers = { 'x-telegram-bot-api-secret-token': CONFIGS.telegram.secretToken };
    expect((await call(world, account, { bytes: JSON.stringify(event), headers })).status).toBe(200);
  } else {
    const pushed = metaPush(CONFIGS.messenger.appSecret, event);
    expect((await call(world, account, pushed)).status).toBe(200);
  }
  const outcomes = await takeIn(world);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
}

test.each(ORDERS)(
  'three nested replies, as %i, %i, %i: one ticket, in the order of their writing',
  async (...order) => {
    const { account } = await connected('mastodon', CONFIGS.mastodon, world);
    const posts = [reply(1, null), reply(2, 1), reply(3, 2)];
    for (const place of order) await bring(account, posts[place] ?? {});
    const messages = await said(account);
    expect(messages.map(({ messageId }) => messageId)).toEqual(['s1', 's2', 's3']);
    const tickets = await alive();
    expect(tickets).toHaveLength(1);
    expect(new Set(messages.map(({ ticketId }) => ticketId))).toEqual(new Set([tickets[0]?.id]));
    expect(new Set(messages.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(tickets[0]).toMatchObject({ preview: expect.any(String), status: 'new' });
    world.pass(1);
    await bring(account, reply(4, 3));
    expect((await said(account)).map(({ messageId }) => messageId)).toEqual(['s1', 's2', 's3', 's4']);
    expect(await alive()).toHaveLength(1);
  },
);

test.each(ORDERS)(
  "a guest's post, a comment below it and an answer to that, as %i, %i, %i",
  async (...order) => {
    const { account } = await connected('facebook', CONFIGS.facebook, world);
    const page = CONFIGS.facebook.pageId;
    const change = (n: number, from: string, over: Fields) => ({
      object: 'page',
      entry: [
        {
          id: page,
          changes: [
            {
              field: 'feed',
              value: {
                verb: 'add',
                post_id: `${page}_7`,
                from: { id: from, name: from },
                message: `Words ${n}`,
                created_time: AT / SECOND + n * 10,
                ...over,
              },
            },
          ],
        },
      ],
    });
    const events = [
      change(1, 'FB-1', { item: 'post' }),
      change(2, 'FB-1', { item: 'comment', comment_id: `${page}_71`, parent_id: `${page}_7` }),
      change(3, 'FB-2', { item: 'comment', comment_id: `${page}_72`, parent_id: `${page}_71` }),
    ];
    for (const place of order) await bring(account, events[place] ?? {});
    const messages = await said(account);
    expect(messages.map(({ messageId }) => messageId)).toEqual([`${page}_7`, `${page}_71`, `${page}_72`]);
    const tickets = await alive();
    expect(tickets).toHaveLength(1);
    expect(new Set(messages.map(({ ticketId }) => ticketId))).toEqual(new Set([tickets[0]?.id]));
  },
);

test('comments of two people below a post of our own stay two tickets', async () => {
  const { account } = await connected('facebook', CONFIGS.facebook, world);
  const page = CONFIGS.facebook.pageId;
  for (const n of [2, 1]) {
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: `${page}_8${n}`,
      post_id: `${page}_1`,
      parent_id: `${page}_1`,
      from: { id: `FB-${n}`, name: `Anna ${n}` },
      message: 'How much is it?',
      created_time: AT / SECOND + n,
    };
    await bring(account, { object: 'page', entry: [{ id: page, changes: [{ field: 'feed', value }] }] });
  }
  expect(await alive()).toHaveLength(2);
});

test('a thread on a closed ticket is left where it is when the missing post comes', async () => {
  const { account } = await connected('mastodon', CONFIGS.mastodon, world);
  await bring(account, reply(1, null));
  await bring(account, reply(3, 2));
  const where = { workspaceId: world.workspaceId, messages: { some: { messageId: 's3' } } };
  await world.db.ticket.updateMany({ where, data: { status: 'closed' } });
  await bring(account, reply(2, 1));
  expect(await alive()).toHaveLength(2);
});

const member = (id: number, status: string, seconds: number) => ({
  update_id: id,
  my_chat_member: {
    chat: { id: 42, type: 'private' },
    date: AT / SECOND + seconds,
    new_chat_member: { status },
  },
});
const words = (id: number, seconds: number) =>
  telegramUpdate(id, { message_id: id, date: AT / SECOND + seconds, text: `Words ${id}` }, { id: 42 });

const COMINGS = [true, false].flatMap((first) => [true, false].map((inOrder) => ({ first, inOrder })));

test.each([
  ['blocked, then let in again', [member(1, 'kicked', 10), member(2, 'member', 20)], null],
  ['let in again, then blocked', [member(1, 'member', 10), member(2, 'kicked', 20)], 20],
  ['written after the block', [member(1, 'kicked', 10), words(9, 20)], null],
  ['blocked after writing', [words(9, 10), member(1, 'kicked', 20)], 20],
] as const)('%s: in either order, before and after the first message', async (_, events, shutAt) => {
  const ends = { blockedAt: shutAt === null ? null : new Date(AT + shutAt * SECOND) };
  for (const { first, inOrder } of COMINGS) {
    world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
    const { account } = await connected('telegram', CONFIGS.telegram, world);
    const told = inOrder ? events : events.toReversed();
    for (const event of first ? [words(5, 0), ...told] : [...told, words(5, 0)]) await bring(account, event);
    const threads = await world.db.channelConversation.findMany({
      where: { workspaceId: world.workspaceId },
      select: { blockedAt: true },
    });
    expect({ first, inOrder, threads }).toEqual({ first, inOrder, threads: [ends] });
  }
});

const system = (seconds: number, previous: string, now: string) =>
  whatsappPush({
    messages: [
      {
        from: '36301234567',
        id: `wamid.S${seconds}`,
        timestamp: String(AT / SECOND + seconds),
        type: 'system',
        system: {
          type: 'user_changed_user_id',
          previous_user_id: previous,
          user_id: now,
          wa_id: '36209999999',
        },
      },
    ],
  });
const wrote = (id: string, userId: string, seconds: number) =>
  whatsappPush({
    messages: [
      {
        from_user_id: userId,
        id: `wamid.${id}`,
        timestamp: String(AT / SECOND + seconds),
        type: 'text',
        text: { body: `Words ${id}` },
      },
    ],
  });

test.each(ORDERS)(
  'another id, twice, and what was written before and after, as %i, %i, %i: one person',
  async (...order) => {
    const { account } = await connected('whatsapp', CONFIGS.whatsapp, world);
    const events = [wrote('A', 'HU.1', 0), system(10, 'HU.1', 'HU.2'), system(20, 'HU.2', 'HU.3')];
    for (const place of order) await bring(account, events[place] ?? {});
    await bring(account, { ...events[1], again: 1 });
    await bring(account, wrote('B', 'HU.3', 30));
    expect((await said(account)).map(({ messageId }) => messageId)).toEqual(['wamid.A', 'wamid.B']);
    expect(await alive()).toHaveLength(1);
    const where = { workspaceId: world.workspaceId };
    expect(await world.db.customer.count({ where })).toBe(1);
    expect(await world.db.channelConversation.findMany({ where, select: { key: true } })).toEqual([
      { key: 'HU.3' },
    ]);
  },
);

test.each(ORDERS)(
  'on WhatsApp, words, a change of them and taking them back, as %i, %i, %i: nothing of them is left',
  async (...order) => {
    const { account } = await connected('whatsapp', CONFIGS.whatsapp, world);
    const about = (id: string, seconds: number, over: Fields) =>
      whatsappPush({
        messages: [
          { from_user_id: 'HU.1', id: `wamid.${id}`, timestamp: String(AT / SECOND + seconds), ...over },
        ],
      });
    const message = { type: 'text', text: { body: 'Words of now' } };
    const original_message_id = 'wamid.A';
    const events = [
      wrote('A', 'HU.1', 0),
      about('E', 10, { type: 'edit', edit: { original_message_id, message } }),
      about('R', 20, { type: 'revoke', revoke: { original_message_id } }),
    ];
    for (const place of order) await bring(account, events[place] ?? {});
    await bring(account, { ...events[1], again: 1 });
    const messages = await world.db.message.findMany({
      where: { workspaceId: world.workspaceId, channelAccountId: account.id },
      select: { messageId: true, text: true, deletedAt: true, sentAt: true },
    });
    const deletedAt = new Date(AT + 20 * SECOND);
    expect(messages).toEqual([{ messageId: 'wamid.A', text: '', deletedAt, sentAt: new Date(AT) }]);
    expect(await alive()).toHaveLength(1);
  },
);

test('whoever is given an id that was another person’s is somebody else', async () => {
  const { account } = await connected('whatsapp', CONFIGS.whatsapp, world);
  await bring(account, wrote('A', 'HU.1', 0));
  await bring(account, system(10, 'HU.1', 'HU.2'));
  await bring(account, wrote('B', 'HU.1', 20));
  await bring(account, { ...system(10, 'HU.1', 'HU.2'), again: 1 });
  expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(2);
  expect(await alive()).toHaveLength(2);
});
