import { beforeAll, expect, test } from 'vitest';
import { mention } from '../../doubles/mastodon';
import { metaPush } from '../../doubles/meta-push';
import { telegramUpdate } from '../../doubles/telegram';
import { xPush } from '../../doubles/x';
import { newWorld } from '../../support/world';
import { call, connected, fetched, takeIn, type World } from './support';

/** Vendors tell us of what we wrote ourselves: none of it may come back as a customer's message. */
const PAGE = '30000000003';
const INSTAGRAM = '40000000004';
const X = '5000';
const BOT = 700001;
const AT = Date.parse('2026-03-02T09:00:00Z');
const meta = {
  accessToken: 'token-of-a-page',
  appSecret: 'app_secret_test',
  verifyToken: 'verify-token-of-ours',
};
const CONFIGS = {
  messenger: { ...meta, pageId: PAGE },
  facebook: { ...meta, pageId: PAGE },
  instagram: { ...meta, accountId: INSTAGRAM },
  x: {
    userId: X,
    consumerSecret: 'consumer_secret_test',
    bearerToken: 'bearer-token',
    accessToken: 'access-token',
  },
  mastodon: { server: 'https://own.test', accessToken: 'access-token', accountId: '1', acct: 'kanna' },
  telegram: { token: `${BOT}:double-token-of-the-tests`, secretToken: 'the-secret-of-our-webhook' },
} as const;
type Kind = keyof typeof CONFIGS;
type Item = Record<string, unknown>;

const said = (sender: string, recipient: string, over: Item = {}) => ({
  sender: { id: sender },
  recipient: { id: recipient },
  timestamp: AT,
  message: { mid: `m_${sender}`, text: 'We send you a new one.', ...over },
});
const comment = (from: string, verb = 'add') => ({
  item: 'comment',
  verb,
  comment_id: `${PAGE}_${from}`,
  post_id: `${PAGE}_1`,
  parent_id: `${PAGE}_1`,
  from: { id: from, name: 'Kanna' },
  message: 'We send you a new one.',
  created_time: AT / 1000,
});
const below = (from: Item) => ({
  id: `c-${String(from['id'])}`,
  text: 'We send you a new one.',
  from,
  media: { id: 'M1' },
});
const post = (type: string, author: string) => ({
  event_uuid: `${type}-${author}`,
  event_type: type,
  payload: { id: `1${author}`, text: 'We send you a new one.', author_id: author },
});
const direct = (sender: string) => ({
  type: 'message_create',
  id: `9${sender}`,
  created_timestamp: String(AT),
  message_create: {
    target: { recipient_id: '42' },
    sender_id: sender,
    message_data: { text: 'We send it.' },
  },
});
const directs = (type: string, sender: string) => ({
  event_uuid: `${type}-${sender}`,
  event_type: type,
  payload: { direct_message_events: [direct(sender)] },
});
const page = (entry: Item) => ({ object: 'page', entry: [{ id: PAGE, time: AT, ...entry }] });
const picture = (entry: Item) => ({ object: 'instagram', entry: [{ id: INSTAGRAM, time: AT, ...entry }] });
const us = { account: { id: '1', acct: 'kanna', display_name: 'Kanna', bot: false } };

/** By channel: what we wrote, as the vendor tells it, and one of somebody else's. */
const TOLD: Record<Kind, { own: Item[]; other: Item }> = {
  messenger: {
    own: [
      page({ messaging: [said(PAGE, 'PSID-1', { is_echo: true, app_id: 7 })] }),
      page({ messaging: [said(PAGE, 'PSID-1')] }),
      page({ messaging: [said('PSID-1', PAGE, { is_echo: true })] }),
    ],
    other: page({ messaging: [said('PSID-1', PAGE)] }),
  },
  facebook: {
    own: [
      page({ changes: [{ field: 'feed', value: comment(PAGE) }] }),
      page({ changes: [{ field: 'feed', value: comment(PAGE, 'edited') }] }),
    ],
    other: page({ changes: [{ field: 'feed', value: comment('FB-7') }] }),
  },
  instagram: {
    own: [
      picture({ changes: [{ field: 'comments', value: below({ id: INSTAGRAM, username: 'kanna' }) }] }),
      picture({ field: 'comments', value: below({ id: INSTAGRAM, username: 'kanna' }) }),
      picture({
        field: 'comments',
        value: below({ id: 'IG-9', username: 'kanna', self_ig_scoped_id: INSTAGRAM }),
      }),
      picture({ messaging: [said(INSTAGRAM, 'IGSID-1', { is_echo: true })] }),
      picture({ messaging: [said(INSTAGRAM, 'IGSID-1')] }),
    ],
    other: picture({ field: 'comments', value: below({ id: 'IG-1', username: 'anna' }) }),
  },
  x: {
    own: [
      post('post.mention.create', X),
      post('post.reply.create', X),
      directs('dm.received', X),
      directs('dm.sent', X),
    ],
    other: post('post.mention.create', '42'),
  },
  mastodon: {
    own: [
      mention('1', 'We send you a new one.', us),
      { ...mention('2', 'We send it.', { ...us, edited_at: '2026-03-02T09:10:00.000Z' }), type: 'update' },
    ],
    other: mention('3', '@kanna where is it?'),
  },
  telegram: {
    own: [
      telegramUpdate(1, {}, { id: BOT }),
      { update_id: 2, edited_message: telegramUpdate(1, {}, { id: BOT })['message'] },
    ],
    other: telegramUpdate(3),
  },
};

let world: World;
beforeAll(async () => {
  world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
});

type Account = Awaited<ReturnType<typeof connected>>['account'];

/** As the vendor brings it, or as it is fetched there. */
async function bring(account: Account, item: Item): Promise<void> {
  if (account.kind === 'mastodon') {
    await fetched(world, account, { key: `notification:${String(item['id'])}`, item });
    return;
  }
  const answered = await call(world, account, signed(account, item));
  expect(answered.status).toBe(200);
}

function signed({ kind }: Account, item: Item): Parameters<typeof call>[2] {
  if (kind === 'x') return xPush(CONFIGS.x.consumerSecret, item);
  const { secretToken } = CONFIGS.telegram;
  if (kind !== 'telegram') return metaPush(meta.appSecret, item);
  return { bytes: JSON.stringify(item), headers: { 'x-telegram-bot-api-secret-token': secretToken } };
}

test.each(Object.keys(CONFIGS) as Kind[])('%s: what we wrote ourselves stays outside', async (kind) => {
  const { account } = await connected(kind, CONFIGS[kind], world);
  const { own, other } = TOLD[kind];
  for (const item of own) await bring(account, item);
  await takeIn(world);
  const where = { workspaceId: world.workspaceId, channelAccountId: account.id };
  const reasons = await world.db.rawInbound.findMany({ where, select: { state: true, reason: true } });
  expect(reasons).toHaveLength(own.length);
  for (const raw of reasons) {
    expect(raw).toMatchObject({
      state: 'discarded',
      reason: expect.stringMatching(/own_message|type_dm\.sent/),
    });
  }
  expect(await world.db.message.count({ where })).toBe(0);
  await bring(account, other);
  await takeIn(world);
  expect(await world.db.message.count({ where })).toBe(1);
});
