import { expect, test } from 'vitest';
import { readAsked } from '@/features/insights/asked';
import { getOwnDay, getOwnNumbers } from '@/features/insights/queries-own';
import { getOwnLoad } from '@/features/routing/queries';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { countingDatabase } from '../../support/counting-database';
import { newNumbers } from '../metrics/support';

const ASKED = readAsked({ span: 'last_7_days' }, { today: '2026-03-04', weekStart: 1 });

/** A team whose members have solved some tickets each, and a stranger who has a ticket too. */
async function team(sizes: readonly number[]) {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { world } = numbers.desk;
  const teamId = await world.team('Blue');
  const members = [];
  for (const [index, size] of sizes.entries()) {
    const member = await world.member({ name: `Member ${index}`, teamIds: [teamId] });
    members.push(member);
    for (let made = 0; made < size; made += 1) {
      const { ticketId } = await world.ticket(member, { kind: 'inbound', assigneeId: member.actor.id });
      await replyToTicket(member, replyInput.parse({ ticketId, submitAs: 'open', html: '<p>Look.</p>' }));
    }
  }
  await numbers.count();
  return { ...numbers, world, members };
}

test('the day of a person holds their own tickets alone, the soonest due first', async () => {
  const { world, members } = await team([3, 2]);
  const [own, other] = members;
  if (!own || !other) throw new Error('nobody');
  const mine = await world.db.ticket.findMany({
    where: { workspaceId: world.workspaceId, assigneeId: own.actor.id },
    orderBy: { number: 'asc' },
  });
  const resolution = (nextDueAt: string) => ({ nextDueAt, nextDueMetric: 'resolution' as const });
  const due = [
    resolution('2026-03-02T12:00:00Z'),
    resolution('2026-03-02T08:00:00Z'),
    { promiseDueAt: '2026-03-05T08:00:00Z' },
  ];
  for (const [index, { id }] of mine.entries()) {
    const data = due[index] ?? {};
    await world.db.ticket.update({ where: { workspaceId_id: { workspaceId: world.workspaceId, id } }, data });
  }
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId, assigneeId: other.actor.id },
    data: { nextDueAt: '2026-03-02T07:00:00Z' },
  });
  const day = await getOwnDay(own, new Date('2026-03-03T00:00:00Z'));
  expect(day).toMatchObject({ open: 3, dueToday: 1, late: 1 });
  expect(day.due.map(({ number }) => number)).toEqual([1, 0, 2].map((index) => mine[index]?.number));
  expect((await getOwnLoad(own))?.tickets).toBe(3);
});

test('own numbers come with the middle of the team, and of too small a team with none', async () => {
  const { members, world } = await team([2, 1, 3, 1, 2]);
  await world.ticket(await world.member({ name: 'Stranger' }), {});
  const [own] = members;
  if (!own) throw new Error('nobody');
  const of = async (who: typeof own) =>
    (await getOwnNumbers(who, ASKED)).find(({ value }) => value.metric === 'messages_out');
  const number = await of(own);
  expect(number?.value.value).toBe(2);
  expect(number?.team).toEqual({ median: 1.5, people: 4 });
  const created = await team([2, 1, 4]);
  const [small] = created.members;
  if (!small) throw new Error('nobody');
  expect((await of(small))?.team).toBeNull();
});

test('the page of a person asks the same number of questions however large the team is', async () => {
  const { members } = await team([1, 1]);
  const large = await team([1, 1, 1, 1, 1, 1]);
  const { db, statements, close } = countingDatabase();
  const asks = async (ctx: (typeof members)[number] | undefined) => {
    if (!ctx) throw new Error('nobody');
    await getOwnNumbers({ ...ctx, db }, ASKED);
    statements();
    await getOwnNumbers({ ...ctx, db }, ASKED);
    return statements().length;
  };
  expect(await asks(large.members[0])).toBe(await asks(members[0]));
  await close();
});
