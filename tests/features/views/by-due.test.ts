import { expect, test } from 'vitest';
import { type DuePlace, duePlaceFromText, duePlaceToText } from '@/domain/view/view';
import { dueNeighbours, listByDue } from '@/features/views/due-list';
import { PAGE_SIZE } from '@/features/views/page-size';
import { newWorld } from '../../support/world';

/** Tickets of which every third is not due at all; the others are due in an order of their own. */
async function withTickets(count: number) {
  const world = await newWorld();
  const ctx = await world.member();
  const { workspaceId, db, now } = world;
  const requesterId = crypto.randomUUID();
  await db.customer.create({ data: { workspaceId, id: requesterId, displayName: 'Anna' } });
  const at = now();
  await db.ticket.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      workspaceId,
      id: crypto.randomUUID(),
      number: index + 1,
      subject: 'Kettle',
      status: 'open' as const,
      channel: 'email' as const,
      requesterId,
      createdAt: at,
      updatedAt: at,
      activityAt: at,
      nextDueAt: index % 3 === 0 ? null : new Date(at.getTime() + ((index * 37) % count) * 60_000),
      nextDueMetric: index % 3 === 0 ? null : ('first_reply' as const),
    })),
  });
  return ctx;
}

/** A place as it comes back from an address. */
const inAddress = (place: DuePlace | undefined) => (place ? duePlaceFromText(duePlaceToText(place)) : null);

test('what is due first stands first, what is not due last, and every page goes on where the last one ended', async () => {
  const ctx = await withTickets(120);
  const pages = [await listByDue(ctx, { view: 'open' })];
  for (let page = pages[0]; page?.older; page = pages.at(-1)) {
    pages.push(await listByDue(ctx, { view: 'open', after: inAddress(page.rows.at(-1)) }));
  }
  const rows = pages.flatMap((page) => page.rows);
  const times = rows.map(({ nextDueAt }) => nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY);
  expect(pages.map((page) => page.rows.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 20]);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(120);
  expect(times.filter((time) => time === Number.POSITIVE_INFINITY)).toHaveLength(40);
  expect(pages.map(({ newer }) => newer)).toEqual([false, true, true]);
});

test('the way back shows the same pages again', async () => {
  const ctx = await withTickets(120);
  const first = await listByDue(ctx, { view: 'open' });
  const second = await listByDue(ctx, { view: 'open', after: first.rows.at(-1) ?? null });
  const third = await listByDue(ctx, { view: 'open', after: second.rows.at(-1) ?? null });
  const back = await listByDue(ctx, { view: 'open', before: inAddress(third.rows[0]) });
  expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
  expect([back.newer, back.older]).toEqual([true, true]);
  const top = await listByDue(ctx, { view: 'open', before: inAddress(back.rows[0]) });
  expect(top.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  expect([top.newer, top.older]).toEqual([false, true]);
});

test('the neighbours of every ticket are those above and below it in the list, what is not due among them', async () => {
  const ctx = await withTickets(9);
  const { rows } = await listByDue(ctx, { view: 'open' });
  for (const [index, at] of rows.entries()) {
    const around = await dueNeighbours(ctx, { view: 'open', range: null, at });
    const numbers = [around.newer?.number, around.older?.number];
    expect(numbers).toEqual([rows[index - 1]?.number, rows[index + 1]?.number]);
  }
});

test('a range holds what is due in it, and neighbours stay in it', async () => {
  const ctx = await withTickets(60);
  const at = ctx.now();
  const soon = { from: at, until: new Date(at.getTime() + 20 * 60_000) };
  const { rows } = await listByDue(ctx, { view: 'open', range: soon });
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.every(({ nextDueAt }) => nextDueAt && nextDueAt >= soon.from && nextDueAt < soon.until)).toBe(
    true,
  );
  const last = rows.at(-1);
  if (!last) throw new Error('nothing is due');
  expect((await dueNeighbours(ctx, { view: 'open', range: soon, at: last })).older).toBeNull();
  expect((await listByDue(ctx, { view: 'open', range: { from: null, until: at } })).rows).toEqual([]);
});

test('a place that nobody wrote is none', () => {
  expect(duePlaceFromText('soon_123')).toBeNull();
  expect(duePlaceFromText(undefined)).toBeNull();
});
