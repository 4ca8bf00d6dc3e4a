import { expect, test } from 'vitest';
import { boardOf } from '@/domain/insights/boards';
import { readAsked } from '@/features/insights/asked';
import { filterChoices, getBoard } from '@/features/insights/queries';
import { getWall } from '@/features/insights/queries-wall';
import { metricDrillDown, workMix } from '@/features/metrics/queries';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { caller, keyOf } from '../api/calls';
import { newNumbers } from '../metrics/support';

const MARCH = readAsked({ from: '2026-03-01', to: '2026-03-31' }, { today: '2026-03-31', weekStart: 1 });

test('programs read what the wallboard shows, of their workspace and as far as their key reaches', async () => {
  const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
  const { world, owner, agent } = desk;
  const teamId = await world.team('Blue');
  await world.ticket(agent, { kind: 'inbound', teamId });
  await world.ticket(agent, { kind: 'inbound', assigneeId: agent.actor.id });
  await count();
  const { now } = await getWall(manager);
  const { json } = await caller(await keyOf(owner, ['all']))('/wall');
  expect(json.now).toMatchObject({ backlog: 2, waiting: 1, late: 0, chats: 0 });
  expect(json.now.oldestSince).toBe(now.oldestSince?.toISOString());
  expect(json.teams).toMatchObject([{ teamId, team: 'Blue', waiting: 1 }]);
  expect(json.today.map(({ metric }: { metric: string }) => metric)).toContain('first_response');
  const narrow = await caller(await keyOf(owner, ['insights:read']))('/wall');
  expect(narrow.json).toMatchObject({ teams: null, now: { backlog: 2 } });
  expect((await caller(await keyOf(owner, ['tickets:read']))('/wall')).status).toBe(403);
  const other = await newNumbers('2026-03-02T09:00:00Z');
  const theirs = await caller(await keyOf(other.desk.owner, ['all']))('/wall');
  expect(theirs.json).toMatchObject({ now: { backlog: 0, oldestSince: null }, teams: [] });
});

test('who leads some teams sees what theirs have: numbers, chats, people there, teams and colleagues', async () => {
  const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
  const { world, owner } = desk;
  const [mine, theirs] = [await world.team('Mine'), await world.team('Theirs')];
  const bound = await world.member({ role: 'manager', scope: 'team', teamIds: [mine], name: 'Bound' });
  const colleague = await world.member({ teamIds: [mine], name: 'Colleague' });
  const stranger = await world.member({ teamIds: [theirs], name: 'Stranger' });
  for (const teamId of [mine, theirs, theirs]) await world.ticket(colleague, { kind: 'inbound', teamId });
  const { workspaceId, db } = world;
  for (const { actor } of [colleague, stranger]) {
    const data = { state: 'online', since: world.now(), absentSince: null } as const;
    const key = { workspaceId, userId: actor.id ?? '' };
    await db.availability.upsert({
      where: { workspaceId_userId: key },
      create: { ...key, ...data },
      update: data,
    });
  }
  await count();
  expect((await getWall(bound)).now).toMatchObject({ backlog: 1, online: 1 });
  expect((await getWall(manager)).now).toMatchObject({ backlog: 3, online: 2 });
  const ofTeam = await getWall(manager, theirs);
  expect([ofTeam.now.backlog, ofTeam.now.online, ofTeam.today[0]?.value]).toEqual([2, 1, 2]);
  const choices = await filterChoices(bound, 'en');
  expect(choices.teams.map(({ name }) => name)).toEqual(['Mine']);
  expect(choices.agents.map(({ name }) => name)).toEqual(['Bound', 'Colleague']);
  const call = caller(await keyOf(owner, ['all']));
  expect((await call(`/wall?team=${theirs}`)).json).toMatchObject({
    ...{ now: { backlog: 2 }, teams: [{ team: 'Theirs' }] },
  });
  const board = await getBoard(bound, boardOf('teams'), MARCH);
  expect(board.lines.map(({ label }) => label)).toEqual(['Mine']);
  expect(
    (await metricDrillDown(bound, 'created', { period: MARCH.period, after: null, limit: 9 })).rows,
  ).toHaveLength(1);
});

test('people stand by name, with what their answers were about', async () => {
  const { desk, count, manager } = await newNumbers('2026-03-02T09:00:00Z');
  const { world } = desk;
  const [zoe, adam] = [await world.member({ name: 'Zoe' }), await world.member({ name: 'Adam' })];
  const answer = async (who: typeof zoe, priority: 'urgent' | 'normal') => {
    const { ticketId } = await world.ticket(who, { kind: 'inbound', assigneeId: who.actor.id, priority });
    await replyToTicket(who, replyInput.parse({ ticketId, submitAs: 'open', html: '<p>Look.</p>' }));
  };
  for (const priority of ['urgent', 'normal', 'normal'] as const) await answer(zoe, priority);
  await answer(adam, 'normal');
  await count();
  expect(await workMix(manager, MARCH.question)).toMatchObject([
    { name: 'Adam', answers: 1, urgent: 0 },
    {
      name: 'Zoe',
      answers: 3,
      urgent: 1,
      channels: [{ value: 'email', count: 3 }],
      languages: [{ count: 3 }],
    },
  ]);
  const board = await getBoard(manager, boardOf('agents'), MARCH);
  expect(board.lines.map(({ label }) => label).filter(Boolean)).toEqual(['Adam', 'Zoe']);
});
