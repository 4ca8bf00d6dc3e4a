import { expect, test } from 'vitest';
import type { MetricName } from '@/domain/metrics/registry';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { metricDrillDown } from '@/features/metrics/queries';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { splitTicket } from '@/features/tickets/commands/split-ticket';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import type { Desk } from '../sla/support';
import { plainNumbers } from './recount-plain';
import { everything, newNumbers, rounded } from './support';

const WORDS = ['messages_in', 'messages_out', 'average_response'] as MetricName[];
const ALL = [...WORDS, 'created', 'solved', 'replies_per_resolution', 'one_touch'] as MetricName[];

const HOURS = { hours: 'calendar' } as const;
const numberOf = async ({ world }: Desk, id: string) =>
  (await world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId, id } })).number;

async function merge(desk: Desk, from: string, into: string): Promise<string> {
  const given = { ticketId: from, intoNumber: await numberOf(desk, into), acrossCustomers: true };
  const merged = await mergeTickets(desk.owner, given);
  if (!merged.ok) throw new Error(merged.error.code);
  return merged.value.mergeId;
}

/** Two tickets of 9:00 and 9:10; the first is answered at 9:30, and asked again at 9:40. */
async function twoTickets() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { desk } = numbers;
  const { world, agent } = desk;
  const { ticketId: first } = await world.ticket(agent, { kind: 'inbound' });
  world.pass(600);
  const { ticketId: second } = await world.ticket(agent, { kind: 'inbound' });
  world.pass(1200);
  await desk.reply(first, 'open');
  world.pass(600);
  await desk.customerWrites(first);
  return { ...numbers, first, second };
}

test('what was said on a merged ticket counts on the one that remains, at its time; undone, on its own again', async () => {
  const { desk, numbers, manager, first, second } = await twoTickets();
  const apart = rounded(await numbers(ALL, HOURS));
  expect(apart).toMatchObject({ messages_in: 3, messages_out: 1, average_response: 30, created: 2 });
  const facts = await everything(desk);

  const mergeId = await merge(desk, first, second);
  const joined = await numbers(ALL, HOURS);
  expect(rounded(joined)).toMatchObject({ ...apart, created: 1 });
  const behind = await metricDrillDown(manager, 'messages_in', {
    ...{ period: { from: '2026-03-02', to: '2026-03-02' }, after: null, limit: 10 },
  });
  expect(behind.rows.map(({ ticket, at }) => [ticket?.id, at.toISOString()])).toEqual([
    [second, '2026-03-02T09:40:00.000Z'],
    [second, '2026-03-02T09:10:00.000Z'],
    [second, '2026-03-02T09:00:00.000Z'],
  ]);

  await undoMerge(desk.owner, { mergeId });
  expect(rounded(await numbers(ALL, HOURS))).toEqual(apart);
  expect(wordsIn(await everything(desk))).toEqual(wordsIn(facts));
});

const wordsIn = ({ facts }: Awaited<ReturnType<typeof everything>>) =>
  (facts as { kind: string }[]).filter(({ kind }) => ['inbound', 'reply', 'created'].includes(kind));

test('the answers of a merged ticket are answers of the solution; the first answer of the one that remains is its own', async () => {
  const { desk, numbers, first, second } = await twoTickets();
  await merge(desk, first, second);
  desk.world.pass(1200);
  await desk.reply(second, 'solved');
  const values = rounded(
    await numbers([...ALL, 'first_response', 'first_resolution'] as MetricName[], HOURS),
  );
  // 10:00: the oldest open question is that of 9:10; first answers are 50 minutes after the creation at 9:10.
  expect(values).toMatchObject({ messages_out: 2, average_response: 40, first_response: 50, solved: 1 });
  expect(values).toMatchObject({ replies_per_resolution: 2, one_touch: 0, first_resolution: 50 });
});

test('a merge that is undone takes its wait along: the next answer answers only what was asked of it', async () => {
  const { desk, numbers, first, second } = await twoTickets();
  await desk.reply(second, 'open');
  const mergeId = await merge(desk, first, second);
  desk.world.pass(600);
  await undoMerge(desk.owner, { mergeId });
  await desk.customerWrites(second);
  desk.world.pass(300);
  await desk.reply(second, 'open');
  const { average_response: value } = await numbers(['average_response'] as MetricName[], HOURS);
  expect(value?.value).toBeCloseTo((30 + 30 + 5) / 3);
  expect((await plainNumbers(desk.world))['average_response']).toBeCloseTo((30 + 30 + 5) / 3);
});

test('words that went on and on, and words that were split off, count once, and where they are', async () => {
  const { desk, numbers, manager, first, second } = await twoTickets();
  const { db, workspaceId } = desk.world;
  const { ticketId: third } = await desk.world.ticket(desk.agent, { kind: 'inbound' });
  await merge(desk, first, second);
  await merge(desk, second, third);
  expect(rounded(await numbers(WORDS, HOURS))).toEqual({
    ...{ messages_in: 4, messages_out: 1, average_response: 30 },
  });
  const [oldest] = await db.message.findMany({
    where: { workspaceId, ticketId: third, createdAt: { lt: new Date('2026-03-02T09:05:00Z') } },
  });
  const split = { ticketId: third, messageIds: [oldest?.id ?? ''], subject: 'Another matter' };
  expect(await splitTicket(desk.owner, split)).toMatchObject({ ok: true });
  const { messages_in: said } = await numbers(WORDS, HOURS);
  expect(said?.value).toBe(4);
  const behind = await metricDrillDown(manager, 'messages_in', {
    ...{ period: { from: '2026-03-02', to: '2026-03-02' }, after: null, limit: 10 },
  });
  expect(new Set(behind.rows.map(({ ticket }) => ticket?.id)).size).toBe(2);
});

test('when a merged ticket is erased, the one that remains is counted again', async () => {
  const { desk, numbers, count, first, second } = await twoTickets();
  const { db, workspaceId } = desk.world;
  await merge(desk, first, second);
  await count();
  await db.ticket.deleteMany({ where: { workspaceId, id: first } });
  expect(await db.metricChange.count({ where: { workspaceId, subjectId: second } })).toBeGreaterThan(0);
  expect(rounded(await numbers(WORDS, HOURS))).toMatchObject({ messages_in: 1, messages_out: 0 });
});

test('counting a ticket takes as many statements with many merged into it as with one', async () => {
  const { desk, count, first, second } = await twoTickets();
  const { world, agent } = desk;
  const taken = async (ctx: StaffContext) => {
    await count();
    const { db, statements, close } = countingDatabase();
    await world.db.metricChange.create({
      data: { workspaceId: ctx.workspaceId, subject: 'ticket', subjectId: second },
    });
    await countWorkspace({ db, now: world.now }, ctx.workspaceId);
    const made = statements().length;
    await close();
    return made;
  };
  await merge(desk, first, second);
  const one = await taken(agent);
  for (let index = 0; index < 4; index++) {
    const { ticketId } = await world.ticket(agent, { kind: 'inbound' });
    await desk.reply(ticketId, 'open');
    await merge(desk, ticketId, second);
  }
  expect(await taken(agent)).toBe(one);
});
