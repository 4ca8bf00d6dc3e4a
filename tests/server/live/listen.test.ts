import { afterEach, expect, test, vi } from 'vitest';
import { database } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { newId } from '@/server/ids';
import { announce } from '@/server/live/announce';
import { type LiveFeed, listenTo } from '@/server/live/listen';

const feeds: LiveFeed[] = [];

/** A feed whose connection can be told from all others by its name. */
function newFeed() {
  const url = new URL(env().DATABASE_URL);
  const feed = listenTo(url.href);
  feeds.push(feed);
  return feed;
}

/** Subscribes, and waits until the feed hears what is announced. */
async function hearing(feed: LiveFeed, topic: string) {
  const heard: (string | null)[] = [];
  feed.subscribe([topic], (said) => heard.push(said));
  await vi.waitFor(() => expect(heard).toContain(null), 5_000);
  heard.length = 0;
  return heard;
}

afterEach(async () => {
  await Promise.all(feeds.splice(0).map((feed) => feed.close()));
});

test('what is announced in a transaction is heard after its commit, and never after a rollback', async () => {
  const topic = newId();
  const heard = await hearing(newFeed(), topic);
  const ctx = { db: database() };
  await expect(
    transaction(ctx, async (tx) => {
      await announce(tx, [topic]);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await transaction(ctx, (tx) => announce(tx, [topic, newId()]));
  await vi.waitFor(() => expect(heard).toEqual([topic]), 5_000);
});

test('a lost connection is made again, and everybody is told that something may have been missed', async () => {
  const topic = newId();
  const feed = newFeed();
  const heard = await hearing(feed, topic);
  await database().$executeRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'kalauz-live' and datname = current_database()`;
  await vi.waitFor(() => expect(heard).toEqual([null]), 10_000);
  await transaction({ db: database() }, (tx) => announce(tx, [topic]));
  await vi.waitFor(() => expect(heard).toEqual([null, topic]), 5_000);
});

test('a page that was made before a change hears of it even when it subscribes afterwards', async () => {
  const [topic, quiet] = [newId(), newId()];
  const feed = newFeed();
  const heard = await hearing(feed, topic);
  const longAgo = Date.now() - 3_600_000;
  expect(feed.changedSince(quiet, longAgo)).toBe(true);
  await new Promise((done) => setTimeout(done, 1_100));
  const made = Date.now();
  await transaction({ db: database() }, (tx) => announce(tx, [topic]));
  await vi.waitFor(() => expect(heard).toEqual([topic]), 5_000);
  expect(feed.changedSince(topic, made)).toBe(true);
  expect(feed.changedSince(quiet, made)).toBe(false);
  expect(feed.changedSince(topic, Date.now() + 5_000)).toBe(false);
});

test('from a place that it gave itself a feed tells nothing twice; one of another feed may be off by its clock', async () => {
  const topic = newId();
  const [feed, other] = [newFeed(), newFeed()];
  const heard = await hearing(feed, topic);
  await transaction({ db: database() }, (tx) => announce(tx, [topic]));
  await vi.waitFor(() => expect(heard).toEqual([topic]), 5_000);
  await vi.waitFor(() => expect(feed.changedSince(topic, feed.place())).toBe(false));
  expect(feed.changedSince(topic, other.place())).toBe(true);
  expect(feed.changedSince(topic, 'nonsense')).toBe(true);
});
