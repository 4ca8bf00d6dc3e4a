import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CONFIGS } from '../../channels/configs';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import { metaPush, whatsappPush } from '../../doubles/meta-push';
import { type OwnApp, ownApp, signedByApp } from '../../doubles/own-app';
import { type XDouble, xDouble, xPush } from '../../doubles/x';
import { ordersOfTwice } from '../../support/orders';
import { newWorld } from '../../support/world';
import {
  answer,
  askInstead,
  call,
  connected,
  fetched,
  sendSoon,
  takeIn,
  ticketOf,
  type World,
} from './support';
import { type Fields, type Said, STORIES } from './threads';

/**
 * Vendors promise no order, and bring things twice. Whatever the order in which the events of a thread come, and however often
 * each, they leave one ticket with the same messages, in the order in which they were written, with their last words.
 */
type Name = keyof typeof STORIES;
const AT = Date.parse('2026-03-02T09:00:00Z');

let meta: MetaDouble;
let xApi: XDouble;
let app: OwnApp;
let world: World;
beforeAll(async () => {
  meta = await metaDouble(CONFIGS.messenger.accessToken);
  meta.windows = openWindows();
  meta.instagram.add(CONFIGS.instagram.accountId);
  xApi = await xDouble(CONFIGS.x.accessToken);
  app = await ownApp(CONFIGS.api.secret, () => world.now());
  askInstead({
    'graph.facebook.com': meta.base,
    'graph.instagram.com': meta.base,
    'api.x.com': xApi.base,
    'app.test': app.base,
  });
});
afterAll(() => Promise.all([meta, xApi, app].map((each) => each.stop())));

/** Everybody of these tests may be written to. */
const openWindows = () =>
  new Map(
    [300, 301, 302, 303].flatMap((n) =>
      [`P-${n}`, `HU.${n}`].map((person) => [person, Number.MAX_SAFE_INTEGER] as const),
    ),
  );

beforeEach(async () => {
  world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
});

type Account = Awaited<ReturnType<typeof connected>>['account'];

function signed({ kind }: Account, event: Fields): Parameters<typeof call>[2] {
  const bytes = JSON.stringify(event);
  if (kind === 'x') return xPush(CONFIGS.x.consumerSecret, event);
  if (kind === 'api') return { bytes, headers: signedByApp(CONFIGS.api.secret, 'msg_1', world.now(), bytes) };
  if (kind !== 'telegram') return metaPush(CONFIGS.messenger.appSecret, event);
  return { bytes, headers: { 'x-telegram-bot-api-secret-token': CONFIGS.telegram.secretToken } };
}

/** `time` makes a repetition another call: what is told from its bytes alone would not come in at all. */
async function bring(account: Account, event: Fields, time: number): Promise<void> {
  if (account.kind === 'mastodon') {
    await fetched(world, account, { key: `notification:${String(event['id'])}:${time}`, item: event });
    return;
  }
  const again = time === 0 ? event : { ...event, again: time };
  expect((await call(world, account, signed(account, again))).status).toBe(200);
}

/** What stands on the ticket of a thread, and how many tickets its messages stand on. */
async function endOf(account: Account, ends: readonly Said[]) {
  const { workspaceId } = world;
  const ids = ends.map(({ id }) => id);
  const messages = await world.db.message.findMany({
    where: { workspaceId, channelAccountId: account.id, messageId: { in: ids } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { messageId: true, text: true, deletedAt: true, ticketId: true },
  });
  return {
    tickets: new Set(messages.map(({ ticketId }) => ticketId)).size,
    said: messages.map(({ messageId, text, deletedAt }) => ({
      id: messageId,
      text,
      ...(deletedAt && { deleted: true }),
    })),
  };
}

const ORDERS = 6;
/** In ms: each order is some ten calls into a real database. */
const LONGEST = 180_000;

test.each(Object.keys(STORIES) as Name[])(
  '%s: in whatever order, and however often, it ends the same',
  async (name) => {
    const [kind, story] = STORIES[name];
    const { account } = await connected(kind, CONFIGS[kind], world);
    const count = story(0).events.length;
    const orders = ordersOfTwice(count, { runs: ORDERS, seed: 40 });
    const all = orders.map((order, index) => ({ order, ...story(100 + index) }));
    await Promise.all(
      all.map(async ({ order, events }) => {
        for (const { place, time } of order) await bring(account, events[place] ?? {}, time);
      }),
    );
    const outcomes = await takeIn(world);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    for (const { order, ends } of all) {
      expect({ order, ...(await endOf(account, ends)) }).toEqual({ order, tickets: 1, said: ends });
    }
    const where = { workspaceId: world.workspaceId };
    expect(await world.db.ticket.count({ where: { ...where, mergedIntoId: null } })).toBe(all.length);
    expect(await world.db.customer.count({ where })).toBe(all.length);
  },
  LONGEST,
);

/** What becomes of our answer, told in four ways; the last word is that it was read. */
const told = (
  name: 'messenger' | 'instagram in private' | 'x in private' | 'whatsapp' | 'api',
  n: number,
  id: string,
) => {
  const at = AT + 86_400_000;
  const event = (over: Fields) => ({
    sender: { id: `P-${n}` },
    recipient: { id: '1' },
    timestamp: at,
    ...over,
  });
  const page = (over: Fields) => ({
    object: 'page',
    entry: [{ id: CONFIGS.messenger.pageId, messaging: [event(over)] }],
  });
  const picture = (over: Fields) => ({
    object: 'instagram',
    entry: [{ id: CONFIGS.instagram.accountId, messaging: [event(over)] }],
  });
  const seen = { created_timestamp: String(at), sender_id: `42${n}` };
  const status = (of: string) =>
    whatsappPush({ statuses: [{ id, status: of, timestamp: String(at / 1000) }] });
  const TOLD: Record<typeof name, Fields[]> = {
    messenger: [page({ delivery: { mids: [id], watermark: at } }), page({ read: { watermark: at } })],
    'instagram in private': [picture({ read: { mid: id } })],
    'x in private': [
      { event_uuid: `r-${n}`, event_type: 'dm.read', payload: { direct_message_mark_read_events: [seen] } },
    ],
    whatsapp: [status('sent'), status('delivered'), status('read')],
    api: [
      { type: 'message.delivered', data: { id } },
      { type: 'message.read', data: { id } },
    ],
  };
  return TOLD[name];
};

test.each(['messenger', 'instagram in private', 'x in private', 'whatsapp', 'api'] as const)(
  '%s: in whatever order, and however often, it is told, our answer ends as read',
  async (name) => {
    const [kind, story] = STORIES[name];
    const { account } = await connected(kind, CONFIGS[kind], world);
    const agent = await world.member();
    const numbers = [300, 301, 302, 303];
    for (const n of numbers) {
      await bring(account, story(n).events[0] ?? {}, 0);
      await takeIn(world);
      expect(await answer(world, agent, { ticketId: (await ticketOf(world)).id })).toMatchObject({
        ok: true,
      });
    }
    await sendSoon(world);
    const where = { workspaceId: world.workspaceId, direction: 'outbound' } as const;
    const ours = await world.db.message.findMany({ where, orderBy: { id: 'asc' } });
    expect(ours.map(({ delivery }) => delivery)).toEqual(numbers.map(() => 'sent'));
    for (const [index, n] of numbers.entries()) {
      const events = told(name, n, ours[index]?.messageId ?? '');
      const twice = [
        ...events.map((event) => [event, 0] as const),
        ...events.map((event) => [event, 1] as const),
      ];
      const order = fc.sample(fc.shuffledSubarray(twice, { minLength: twice.length }), {
        numRuns: 1,
        seed: n,
      });
      for (const [event, time] of order[0] ?? []) await bring(account, event, time);
    }
    await takeIn(world);
    const after = await world.db.message.findMany({ where, orderBy: { id: 'asc' } });
    expect(after.map(({ delivery }) => delivery)).toEqual(numbers.map(() => 'read'));
  },
  LONGEST,
);
