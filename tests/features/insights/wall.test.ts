import { expect, test } from 'vitest';
import { getWall } from '@/features/insights/queries-wall';
import { caller, keyOf } from '../api/calls';
import { newNumbers } from '../metrics/support';

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
