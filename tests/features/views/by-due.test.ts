import { expect, test } from 'vitest';
import { duePlaceFromText, duePlaceToText } from '@/domain/view/view';
import { listByDue, PAGE_SIZE } from '@/features/views/queries';
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

test('what is due first stands first, what is not due last, and every page goes on where the last one ended', async () => {
  const ctx = await withTickets(120);
  const pages = [await listByDue(ctx, { view: 'open', dueAfter: null })];
  for (let page = pages[0]; page?.older; page = pages.at(-1)) {
    const last = page.rows.at(-1);
    const dueAfter = last ? duePlaceFromText(duePlaceToText(last)) : null;
    pages.push(await listByDue(ctx, { view: 'open', dueAfter }));
  }
  const rows = pages.flatMap((page) => page.rows);
  const times = rows.map(({ nextDueAt }) => nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY);
  expect(pages.map((page) => page.rows.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 20]);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(120);
  expect(times.filter((time) => time === Number.POSITIVE_INFINITY)).toHaveLength(40);
  expect(pages.map(({ newer }) => newer)).toEqual([false, true, true]);
});

test('a place that nobody wrote is none', () => {
  expect(duePlaceFromText('soon_123')).toBeNull();
  expect(duePlaceFromText(undefined)).toBeNull();
});
