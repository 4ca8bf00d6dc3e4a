import { expect, test } from 'vitest';
import { finishCall } from '@/features/phone/commands/finish-call';
import { endWrapUps } from '@/features/phone/commands/sweep-phone';
import { finishCallInput } from '@/features/phone/inputs';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { fillQueuesOf } from '@/features/routing/commands/route-ticket';
import { getOwnStanding, getWorkload, listAvailability } from '@/features/routing/queries';
import type { StaffContext } from '@/server/context';
import { assigneesOf, idOf, newTeam } from './support';

type Team = Awaited<ReturnType<typeof newTeam>>;

/** A call of this person; as it is while somebody speaks, unless said otherwise. */
async function callOf({ world }: Team, agent: StaffContext, over: object = {}) {
  const [id, at] = [agent.newId(), world.now()];
  const base = { workspaceId: world.workspaceId, id, agentId: idOf(agent), provider: 'cti' };
  const times = { startedAt: at, createdAt: at, updatedAt: at };
  await world.db.callLog.create({
    data: { ...base, ...times, direction: 'inbound', status: 'in_progress', ...over },
  });
  return id;
}

const wrapUp = ({ world }: Team, seconds: number) => ({
  status: 'ended' as const,
  completion: 'completed' as const,
  endedAt: world.now(),
  wrapUpUntil: new Date(world.now().getTime() + seconds * 1000),
});

test('who is in a call is offered neither chats nor tickets, and the load page says why', async () => {
  const team = await newTeam();
  const agent = await team.agent('Emma');
  const callId = await callOf(team, agent);
  const waiting = [await team.chat(), await team.waiting()];
  expect(await fillQueue(team.router(), team.teamId)).toBe(0);
  expect(await getOwnStanding(agent)).toMatchObject({ state: 'online', onPhone: 'call' });
  expect(await listAvailability(team.owner, idOf(agent))).toMatchObject([{ onPhone: 'call' }]);
  const { people, queues } = await getWorkload(team.owner);
  expect(people.find(({ userId }) => userId === idOf(agent))).toMatchObject({ onPhone: 'call' });
  expect(queues[0]?.head.map(({ because }) => because)).toEqual(['on_phone', 'on_phone']);

  await team.world.db.callLog.updateMany({ where: { id: callId }, data: wrapUp(team, 60) });
  expect(await fillQueue(team.router(), team.teamId)).toBe(0);
  expect(await getOwnStanding(agent)).toMatchObject({ onPhone: 'wrap_up' });
  await finishCall(agent, finishCallInput.parse({ callId }));
  expect(await getOwnStanding(agent)).toMatchObject({ onPhone: null });
  await fillQueuesOf(team.router(), idOf(agent));
  expect(await assigneesOf(team.world, waiting)).toEqual([idOf(agent), idOf(agent)]);
});

test('after-call work that nobody ends is over when its time is, counts as long as it was, and frees the agent', async () => {
  const team = await newTeam();
  const [agent, { world }] = [await team.agent('Emma'), team];
  const id = await callOf(team, agent, wrapUp(team, 60));
  const ticketId = await team.chat();
  world.pass(58);
  await endWrapUps(world.system(), world.workspaceId);
  expect(await fillQueue(team.router(), team.teamId)).toBe(0);
  world.pass(2);
  await endWrapUps(world.system(), world.workspaceId);
  expect(await world.db.callLog.findFirstOrThrow({ where: { id } })).toMatchObject({ wrapUpSeconds: 60 });
  const jobs = await world.db.$queryRaw<unknown[]>`
    select 1 from jobs.job where name = 'routing.agent' and data->>'userId' = ${idOf(agent)}
      and data->>'workspaceId' = ${world.workspaceId}`;
  expect(jobs.length).toBeGreaterThan(0);
  await fillQueuesOf(team.router(), idOf(agent));
  expect(await assigneesOf(world, [ticketId])).toEqual([idOf(agent)]);
});

test.each([
  ['rings and is not taken', { status: 'ringing' }],
  ['began so long ago that its end was lost', { startedAt: new Date('2026-03-02T06:00:00Z') }],
  ['is over', { status: 'ended', completion: 'completed' }],
])('a call that %s keeps nobody from work', async (_, over) => {
  const team = await newTeam();
  const agent = await team.agent('Emma');
  await callOf(team, agent, over);
  const ticketId = await team.chat();
  expect(await fillQueue(team.router(), team.teamId)).toBe(1);
  expect(await assigneesOf(team.world, [ticketId])).toEqual([idOf(agent)]);
});

test('a colleague who is free gets it meanwhile', async () => {
  const team = await newTeam();
  const [busy, free] = [await team.agent('Emma'), await team.agent('Jonas')];
  await callOf(team, busy, { direction: 'outbound', status: 'ringing' });
  const tickets = [await team.chat(), await team.chat()];
  await fillQueue(team.router(), team.teamId);
  expect(await assigneesOf(team.world, tickets)).toEqual([idOf(free), idOf(free)]);
});
