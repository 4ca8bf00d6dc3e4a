import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { CONFIGS } from '../../channels/configs';
import { type MastodonDouble, mastodonDouble, mention } from '../../doubles/mastodon';
import { xPush } from '../../doubles/x';
import { newWorld } from '../../support/world';
import { NOW, PAGE, said, withMeta } from './meta-world';
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

/** What a colleague writes in the vendor's own app stands on the ticket, once, and is never sent. */
const { own, bring, bringPicture } = withMeta();

let mastodon: MastodonDouble;
beforeAll(async () => {
  mastodon = await mastodonDouble(CONFIGS.mastodon.accessToken);
  askInstead({ 'social.test': mastodon.base });
});
afterAll(() => mastodon.stop());

type Fields = Record<string, unknown>;
const echo = (mid: string, text: string, over: Fields = {}, seconds = 60) => ({
  messaging: [
    {
      sender: { id: PAGE },
      recipient: { id: 'PSID-1' },
      timestamp: NOW + seconds * 1000,
      message: { mid, text, is_echo: true, ...over },
    },
  ],
});
const words = async (world: World = own.world) =>
  (await ticketOf(world)).messages.map(({ direction, text }) => [direction, text]);
const ours = (world: World) =>
  world.db.message.findMany({ where: { workspaceId: world.workspaceId, direction: 'outbound' } });

test('an answer from the inbox of the page is a public answer of the team: it counts, once, and is not sent', async () => {
  await bring({ messaging: [said('m1', 'Is it back?')] });
  await bring(echo('m2', 'Yes, since Monday', { app_id: 263902037430900 }));
  await bring(echo('m2', 'Yes, since Monday', { app_id: 263902037430900, again: 1 }));
  await takeIn(own.world);
  const ticket = await ticketOf(own.world);
  expect(ticket).toMatchObject({
    status: 'open',
    lastDirection: 'outbound',
    firstRepliedAt: expect.any(Date),
  });
  expect(ticket.messages).toMatchObject([
    { text: 'Is it back?' },
    {
      text: 'Yes, since Monday',
      threadedBy: 'own_app',
      authorKind: 'user',
      delivery: 'sent',
      automated: null,
    },
  ]);
  expect(ticket.messages).toHaveLength(2);
  own.world.pass(3600);
  await sendAll(own.world);
  expect(own.double.sent).toEqual([]);
  await bring({ messaging: [{ ...said('', ''), message: undefined, read: { watermark: NOW + 90_000 } }] });
  await takeIn(own.world);
  expect((await ticketOf(own.world)).messages.at(-1)).toMatchObject({ delivery: 'read' });
});

test('what another program sent stands there as a machine’s, and answers nobody', async () => {
  await bring({ messaging: [said('m1', 'Is it back?')] });
  await bring(echo('m2', 'I am a robot', { app_id: 7 }));
  await takeIn(own.world);
  expect(await ticketOf(own.world)).toMatchObject({ status: 'new', firstRepliedAt: null });
  expect((await ours(own.world)).map(({ automated }) => automated)).toEqual(['auto_reply']);
});

const told = [
  () => bring({ messaging: [said('m1', 'Is it back?')] }),
  () => bring(echo('m2', 'Yes, since Monday')),
  () => bring({ messaging: [{ ...said('m3', 'Thank you so much for it'), timestamp: NOW + 120_000 }] }),
];

test.each([
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
])('in whatever order it is told, as %i, %i, %i, it stands where it was written', async (...order) => {
  for (const place of order) {
    await told[place]?.();
    await takeIn(own.world);
    await takeIn(own.world);
    own.world.pass(1);
  }
  expect(await words()).toEqual([
    ['inbound', 'Is it back?'],
    ['outbound', 'Yes, since Monday'],
    ['inbound', 'Thank you so much for it'],
  ]);
});

test('our own answer comes back and is ours, also before we heard that it was taken', async () => {
  const agent = await own.world.member();
  await bring({ messaging: [said('m1', 'Is it back?')] });
  await takeIn(own.world);
  await answer(own.world, agent);
  await sendSoon(own.world);
  const id = own.double.sent[0]?.id ?? '';
  await bring(echo(id, 'We send you a new one.'));
  await takeIn(own.world);
  expect(await ours(own.world)).toHaveLength(1);
  await answer(own.world, agent, { html: '<p>And a lid for it.</p>' });
  const where = { workspaceId: own.world.workspaceId, state: 'queued' } as const;
  await own.world.db.outgoingMail.updateMany({ where, data: { state: 'sending' } });
  await bring(echo('m_lost', 'And a lid for it.', {}, 90));
  await takeIn(own.world);
  expect(await ours(own.world)).toHaveLength(2);
  await own.world.db.outgoingMail.updateMany({
    where: { workspaceId: own.world.workspaceId, state: 'sending' },
    data: { state: 'queued' },
  });
  await sendSoon(own.world);
  expect(own.double.sent).toHaveLength(1);
  expect((await ours(own.world)).map(({ delivery }) => delivery)).toEqual(['sent', 'sent']);
});

test('what the page itself begins opens no ticket', async () => {
  await bring(echo('m9', 'A new kettle is here'));
  await takeIn(own.world);
  expect(await own.world.db.ticket.count({ where: { workspaceId: own.world.workspaceId } })).toBe(0);
});

test('Instagram: in private, and below a comment', async () => {
  await bringPicture({ messaging: [said('i1', 'Hello', 'pictures')] });
  const sent = { ...said('i2', 'Hello to you', 'pictures'), timestamp: NOW + 60_000 };
  await bringPicture({
    messaging: [
      {
        ...sent,
        sender: sent.recipient,
        recipient: sent.sender,
        message: { ...sent.message, is_echo: true },
      },
    ],
  });
  await takeIn(own.world);
  expect(await words()).toEqual([
    ['inbound', 'Hello'],
    ['outbound', 'Hello to you'],
  ]);
  const comment = (id: string, from: string, over: Fields = {}) => ({
    field: 'comments',
    value: { id, text: `Words ${id}`, from: { id: from, username: 'name' }, media: { id: 'M1' }, ...over },
  });
  await bringPicture(comment('c1', 'IG-5'));
  await bringPicture({ time: NOW + 60_000, ...comment('c2', '40000000004', { parent_id: 'c1' }) });
  await takeIn(own.world);
  expect(await words()).toEqual([
    ['inbound', 'Words c1'],
    ['outbound', 'Words c2'],
  ]);
});

test('Facebook: below a comment, written on Facebook itself', async () => {
  const change = (id: string, from: string, parent: string, seconds: number) => ({
    changes: [
      {
        field: 'feed',
        value: {
          item: 'comment',
          verb: 'add',
          comment_id: `${PAGE}_${id}`,
          post_id: `${PAGE}_1`,
          parent_id: `${PAGE}_${parent}`,
          from: { id: from, name: from },
          message: `Words ${id}`,
          created_time: NOW / 1000 + seconds,
        },
      },
    ],
  });
  await bring(change('5', 'FB-5', '1', 0));
  await bring(change('6', PAGE, '5', 60));
  await bring(change('7', PAGE, '1', 70));
  await takeIn(own.world);
  expect(await words()).toEqual([
    ['inbound', 'Words 5'],
    ['outbound', 'Words 6'],
  ]);
});

test('X: a direct message and a post of the account', async () => {
  const world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
  const { account } = await connected('x', CONFIGS.x, world);
  const push = (event: Fields) => call(world, account, xPush(CONFIGS.x.consumerSecret, event));
  const direct = (type: string, id: string, [sender, to]: [string, string], at: number) => ({
    event_uuid: id,
    event_type: type,
    payload: {
      direct_message_events: [
        {
          type: 'message_create',
          id,
          created_timestamp: String(NOW + at * 1000),
          message_create: {
            target: { recipient_id: to },
            sender_id: sender,
            message_data: { text: `Words ${id}` },
          },
        },
      ],
    },
  });
  const { userId } = CONFIGS.x;
  await push(direct('dm.received', 'd1', ['42', userId], 0));
  await push(direct('dm.sent', 'd2', [userId, '42'], 60));
  await takeIn(world);
  expect(await words(world)).toEqual([
    ['inbound', 'Words d1'],
    ['outbound', 'Words d2'],
  ]);
  const post = (id: string, author: string, over: Fields = {}) => ({
    event_uuid: `e${id}`,
    event_type: 'post.mention.create',
    payload: {
      id,
      text: `Words ${id}`,
      author_id: author,
      conversation_id: '71',
      created_at: `2026-03-02T09:0${id.slice(1)}:00Z`,
      ...over,
    },
  });
  await push(post('71', '43'));
  await push(post('72', userId, { referenced_tweets: [{ type: 'replied_to', id: '71' }] }));
  await takeIn(world);
  expect(await words(world)).toEqual([
    ['inbound', 'Words 71'],
    ['outbound', 'Words 72'],
  ]);
});

test('Mastodon: an answer that was posted on the server is fetched, ours is known', async () => {
  const world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
  await connected('mastodon', CONFIGS.mastodon, world);
  const poll = async () => {
    world.pass(20);
    await pollAccounts(world.system(), world.workspaceId);
    await takeIn(world);
  };
  mastodon.now = () => world.now().getTime();
  const posted = (id: string, below: string | null) => ({
    id,
    status: `@anna@tea.example Words ${id}`,
    in_reply_to_id: below,
    visibility: 'public',
    created_at: '2026-03-02T09:10:00.000Z',
  });
  mastodon.statuses = [posted('100', null)];
  mastodon.notifications = [mention('1', 'Where is it?')];
  await poll();
  mastodon.statuses.push(posted('101', 's1'), posted('102', null));
  await poll();
  await poll();
  expect(await words(world)).toEqual([
    ['inbound', 'Where is it?'],
    ['outbound', '@anna Words 101'],
  ]);
  await answer(world, await world.member());
  await sendSoon(world);
  await poll();
  expect(await ours(world)).toHaveLength(2);
});
