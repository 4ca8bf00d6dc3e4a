import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';
import { CONFIGS } from '../../channels/configs';
import { EVENTS } from '../../doubles/events';
import { mastodonDouble } from '../../doubles/mastodon';
import { metaDouble } from '../../doubles/meta';
import { signedAsMeta } from '../../doubles/meta-push';
import { signedByApp } from '../../doubles/own-app';
import type { Double } from '../../doubles/server';
import { telegramDouble } from '../../doubles/telegram';
import { signedAsX, xDouble } from '../../doubles/x';
import { nearly, withNul } from '../../support/spoiled';
import { newWorld } from '../../support/world';
import { askInstead, call, connected, fetched, takeIn, type World } from './support';

/** What vendors bring when they are broken, or somebody else who has their secret: from our door into the real database. */
type Kind = keyof typeof EVENTS;
const KINDS = Object.keys(EVENTS) as Kind[];
const CALLS = 60;

const doubles: Double[] = [];
beforeAll(async () => {
  const meta = await metaDouble(CONFIGS.messenger.accessToken);
  const telegram = await telegramDouble(CONFIGS.telegram.token);
  const x = await xDouble(CONFIGS.x.accessToken);
  const mastodon = await mastodonDouble(CONFIGS.mastodon.accessToken);
  doubles.push(meta, telegram, x, mastodon);
  const hosts = {
    meta: ['graph.facebook.com', 'graph.instagram.com', 'cdn.fbsbx.com', 'www.facebook.com'],
    telegram: ['api.telegram.org'],
    x: ['pbs.twimg.com', 'video.twimg.com', 'ton.twitter.com', 'api.x.com'],
    mastodon: ['files.own.test', 'social.test'],
  };
  const by = { meta, telegram, x, mastodon };
  const asked = Object.entries(hosts).flatMap(([name, all]) =>
    all.map((host) => [host, by[name as keyof typeof by].base]),
  );
  askInstead(Object.fromEntries(asked));
});
afterAll(() => Promise.all(doubles.map((each) => each.stop())));

type Account = Awaited<ReturnType<typeof connected>>['account'];

/** The head that only who knows the secret can make. */
function signed(kind: Kind, bytes: Buffer, world: World): Record<string, string> {
  if (kind === 'telegram') return { 'x-telegram-bot-api-secret-token': CONFIGS.telegram.secretToken };
  if (kind === 'x') return signedAsX(CONFIGS.x.consumerSecret, bytes);
  if (kind === 'api') return signedByApp(CONFIGS.api.secret, 'msg_1', world.now(), bytes);
  return signedAsMeta(CONFIGS.messenger.appSecret, bytes);
}

let arrivals = 0;
async function bring(world: World, account: Account, bytes: Buffer): Promise<void> {
  if (account.kind === 'mastodon') {
    await fetched(world, account, { key: `notification:${++arrivals}`, item: bytes });
    return;
  }
  const { status } = await call(world, account, { bytes, headers: signed(account.kind, bytes, world) });
  expect([200, 422]).toContain(status);
}

/** By what a call is told from another: the vendor's own key of it, or its bytes. */
function keyOf(kind: Kind, bytes: Buffer): string {
  const asked = { method: 'POST', url: 'https://help.test/', headers: {}, bytes } as const;
  const own = conversationChannel(kind)?.keyOf?.(asked) ?? null;
  return own ?? createHash('sha256').update(bytes).digest('hex');
}

const rawOf = (world: World, account: Account) =>
  world.db.rawInbound.findMany({
    where: { workspaceId: world.workspaceId, channelAccountId: account.id },
    select: { state: true, reason: true, bytes: true },
  });

test.each(KINDS)(
  '%s: nothing that comes breaks the batch or is lost, and the next good one is taken in',
  async (kind) => {
    const world = await newWorld({ mailbox: false, at: '2026-03-02T09:30:00Z' });
    const { account } = await connected(kind, CONFIGS[kind], world);
    const numbers = fc.integer({ min: 1, max: 100_000 });
    const [good] = Object.values(EVENTS[kind]);
    const calls = [
      ...fc.sample(nearly(Object.values(EVENTS[kind]), numbers), { numRuns: CALLS, seed: 7 }),
      ...withNul(good?.(150_000)),
    ];
    for (const bytes of calls) await bring(world, account, bytes);
    const outcomes = await takeIn(world);
    expect(outcomes.filter((each) => !each.ok)).toEqual([]);

    const raws = await rawOf(world, account);
    if (kind !== 'mastodon') {
      expect(raws).toHaveLength(new Set(calls.map((bytes) => keyOf(kind, bytes))).size);
    } else expect(raws).toHaveLength(calls.length);
    const kept = raws.map(({ bytes }) => Buffer.from(bytes).toString('base64'));
    expect(calls.map((bytes) => bytes.toString('base64'))).toEqual(expect.arrayContaining(kept));
    for (const { state, reason } of raws) {
      expect(['processed', 'held', 'discarded']).toContain(state);
      expect(reason).toMatch(state === 'held' ? /^unreadable: ./ : /^(person|nothing_to_keep: .+)$/);
    }

    await bring(world, account, Buffer.from(JSON.stringify(good?.(200_000))));
    expect((await takeIn(world)).map(({ ok }) => ok)).toEqual([true]);
    expect(await rawOf(world, account)).toHaveLength(raws.length + 1);
    const newest = await world.db.message.findFirst({
      where: { workspaceId: world.workspaceId },
      orderBy: { id: 'desc' },
      include: { ticket: true },
    });
    expect(newest).toMatchObject({ direction: 'inbound', ticket: { channel: kind } });
    expect(newest?.messageId).toContain('200000');
  },
);
