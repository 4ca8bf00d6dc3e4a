import { expect, test } from 'vitest';
import { planTimeOff } from '@/features/routing/commands/plan-time-off';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { timeOffInput } from '@/features/routing/inputs';
import { getOwnStanding, getWorkload, listAvailability } from '@/features/routing/queries';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput } from '@/features/tickets/inputs';
import { countingDatabase } from '../../support/counting-database';
import { idOf, newTeam } from './support';

test('load counts tickets whose clock runs, weighted by priority, against what a person can take', async () => {
  const team = await newTeam({ mode: 'pull' });
  await team.capacity({ mail: 10 });
  const agent = await team.agent('Emma');
  const assigneeId = idOf(agent);
  await team.waiting({ assigneeId, priority: 'urgent' });
  await team.waiting({ assigneeId });
  for (const status of ['pending', 'on_hold', 'solved'] as const) {
    const ticketId = await team.waiting({ assigneeId });
    await changeTicket(agent, deskUpdateInput.parse({ ticketId, status }));
  }
  const { people } = await getWorkload(team.owner);
  const emma = people.find(({ userId }) => userId === assigneeId);
  expect(emma).toMatchObject({ state: 'online', tickets: 2, load: { mail: 4, chat: 0 }, percent: 40 });
  expect(emma?.capacities.mail).toBe(10);
});

test('each queue tells what waits, since when and why, and what waits without a team is told too', async () => {
  const team = await newTeam();
  const first = await team.waiting({ language: 'lv', subject: 'Rēķins' });
  await team.waiting({ language: 'lv' });
  await team.world.ticket(team.owner);
  const createdAt = (await team.world.db.ticket.findFirstOrThrow({ where: { id: first } })).createdAt;
  const before = await getWorkload(team.owner);
  expect(before.withoutTeam).toBe(1);
  expect(before.queues[0]).toMatchObject({ waiting: 2, oldestSince: createdAt, online: 0 });
  expect(before.queues[0]?.head[0]).toMatchObject({ subject: 'Rēķins', because: 'nobody_online' });

  await team.agent('Emma', { languages: ['en'] });
  const after = await getWorkload(team.owner);
  expect(after.queues[0]).toMatchObject({ online: 1, capacities: { mail: 20 } });
  expect(after.queues[0]?.head.map(({ because }) => because)).toEqual(['language', 'language']);
});

test('who is on leave is away until its last day, by their own calendar day, and has their substitute named', async () => {
  const team = await newTeam();
  const [away, standIn] = [await team.agent('Away'), await team.agent('Stand-in')];
  const days = { fromOn: '2026-03-01', untilOn: '2026-03-02', substituteId: idOf(standIn) };
  await planTimeOff(away, timeOffInput.parse(days));
  const { people, leaves, queues } = await getWorkload(team.owner);
  const leave = { fromOn: '2026-03-01', untilOn: '2026-03-02', substitute: 'Stand-in' };
  expect(people.find(({ userId }) => userId === idOf(away))).toMatchObject({ leave });
  expect([leaves.length, queues[0]?.online]).toEqual([1, 1]);
  expect(await getOwnStanding(away)).toMatchObject({ awayUntil: '2026-03-02', mayAskForNext: true });
  team.world.pass(86_400);
  expect(await listAvailability(team.owner, idOf(away))).toMatchObject([{ awayUntil: null }]);
  expect((await getWorkload(team.owner)).leaves).toEqual([]);
});

test('a manager who sees only their teams reads nothing of another one and its people, by API neither', async () => {
  const team = await newTeam();
  const elsewhere = await team.world.team('Elsewhere');
  await team.waiting({ teamId: elsewhere, subject: 'Secret' });
  const manager = await team.world.member({ role: 'manager', scope: 'team', teamIds: [team.teamId] });
  const near = await team.agent('Near');
  const far = await team.world.member({ name: 'Far', teamIds: [elsewhere] });
  const { queues, people } = await getWorkload(manager);
  expect(queues.map(({ teamId }) => teamId)).toEqual([team.teamId]);
  expect(people.map(({ userId }) => userId).toSorted()).toEqual([idOf(near), idOf(manager)].toSorted());
  const all = await getWorkload(team.owner);
  expect(all.queues).toHaveLength(2);
  expect(all.people.map(({ userId }) => userId)).toContain(idOf(far));
  const own = await team.world.member({ role: 'manager', scope: 'own' });
  expect(await getWorkload(own)).toMatchObject({
    queues: [],
    withoutTeam: 0,
    people: [{ userId: idOf(own) }],
  });
});

test('the whole picture costs the same few queries for one person and for thirty', async () => {
  const team = await newTeam();
  const counting = countingDatabase();
  const statementsOf = async () => {
    await getWorkload({ ...team.owner, db: counting.db });
    return counting.statements().filter((each) => /^\s*select/i.test(each)).length;
  };
  await team.agent('First');
  await team.waiting();
  const few = await statementsOf();
  for (let i = 0; i < 10; i++) await team.agent(`Agent ${i}`);
  for (let i = 0; i < 10; i++) await team.waiting();
  expect(await statementsOf()).toBe(few);
  expect(few).toBeLessThanOrEqual(12);
  await counting.close();
});

test('only whoever may do so says for others whether they take work, and light agents not even for themselves', async () => {
  const team = await newTeam();
  const agent = await team.agent('Emma');
  const other = await team.world.member();
  const light = await team.world.member({ role: 'light_agent' });
  const manager = await team.world.member({ role: 'manager' });
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  expect(await setAvailability(other, { userId: idOf(agent), state: 'away' })).toEqual(forbidden);
  expect(await setAvailability(light, { state: 'online' })).toEqual(forbidden);
  expect((await setAvailability(manager, { userId: idOf(agent), state: 'away' })).ok).toBe(true);
  expect(await getOwnStanding(agent)).toMatchObject({ state: 'away' });
  expect(await getOwnStanding(light)).toBeNull();
});
