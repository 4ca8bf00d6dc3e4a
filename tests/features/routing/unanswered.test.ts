import { expect, test } from 'vitest';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { notePresence } from '@/features/routing/commands/note-presence';
import { returnUnanswered } from '@/features/routing/commands/return-unanswered';
import { routeTicket } from '@/features/routing/commands/route-ticket';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { sweepQueues, sweepUnanswered } from '@/features/routing/commands/sweep-routing';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { newId } from '@/server/ids';
import { countingDatabase } from '../../support/counting-database';
import { assigneesOf, customerWrites, factsOf, idOf, lastSaveOf, newTeam } from './support';

type Team = Awaited<ReturnType<typeof newTeam>>;
const assigneeOf = async (team: Team, id: string) => (await assigneesOf(team.world, [id]))[0];
const worldOf = ({ world: { db, now } }: Team) => ({ db, now, newId });
const sweep = (team: Team) => sweepUnanswered(worldOf(team), team.world.workspaceId);

test('a chat that nobody answers goes back and on to the next one, and says so', async () => {
  const team = await newTeam({ answerSeconds: 60 });
  const first = await team.agent('First');
  const ticketId = await team.chat();
  await fillQueue(team.router(), team.teamId);
  expect(await assigneeOf(team, ticketId)).toBe(idOf(first));
  const second = await team.agent('Second');

  team.world.pass(59);
  expect(await returnUnanswered(team.router(), ticketId)).toBe(false);
  team.world.pass(1);
  await sweep(team);
  expect(await assigneeOf(team, ticketId)).toBe(idOf(second));
  const [returned] = await factsOf(team.world, ticketId, 'ticket.returned');
  expect(returned).toMatchObject({ data: { from: idOf(first), seconds: 60 } });
});

test('when everybody let it pass it waits for whoever takes it, or until the customer writes again', async () => {
  const team = await newTeam({ answerSeconds: 30 });
  const agent = await team.agent('Only one');
  const ticketId = await team.chat();
  await fillQueue(team.router(), team.teamId);
  team.world.pass(30);
  await sweep(team);
  await fillQueue(team.router(), team.teamId);
  expect(await assigneeOf(team, ticketId)).toBeNull();
  team.world.pass(5);
  await customerWrites(team.world, ticketId);
  await routeTicket(team.router(), { ticketId, at: await lastSaveOf(team.world, ticketId) });
  expect(await assigneeOf(team, ticketId)).toBe(idOf(agent));
});

test('an answered chat stays, and so does a mail', async () => {
  const team = await newTeam({ answerSeconds: 30 });
  const agent = await team.agent('Emma');
  const [chat, mail] = [await team.chat(), await team.waiting()];
  await fillQueue(team.router(), team.teamId);
  team.world.pass(10);
  const reply = { ticketId: chat, submitAs: 'open', html: '<p>Hello!</p>' };
  expect((await replyToTicket(agent, replyInput.parse(reply))).ok).toBe(true);
  team.world.pass(600);
  await sweep(team);
  expect(await assigneesOf(team.world, [chat, mail])).toEqual([idOf(agent), idOf(agent)]);
});

test('a chat keeps its place in the queue when it comes back', async () => {
  const team = await newTeam({ answerSeconds: 30 });
  await team.capacity({ chat: 1 });
  await team.agent('First');
  const early = await team.chat();
  await fillQueue(team.router(), team.teamId);
  const late = await team.chat();
  team.world.pass(30);
  await setAvailability(await team.agent('Nobody'), { state: 'away' });
  await returnUnanswered(team.router(), early);
  const second = await team.agent('Second');
  await fillQueue(team.router(), team.teamId);
  expect(await assigneeOf(team, early)).toBe(idOf(second));
  expect(await assigneeOf(team, late)).not.toBe(idOf(second));
});

test('whoever has no live connection for some minutes counts as offline, and as before when they are back', async () => {
  const team = await newTeam();
  const agent = await team.agent('Emma');
  const key = { workspaceId_userId: { workspaceId: team.world.workspaceId, userId: idOf(agent) } };
  const row = () => team.world.db.availability.findUniqueOrThrow({ where: key });
  team.world.pass(9 * 60);
  await notePresence(agent);
  team.world.pass(9 * 60);
  await sweep(team);
  expect(await row()).toMatchObject({ state: 'online', absentSince: null });

  team.world.pass(60);
  await sweep(team);
  expect((await row()).absentSince).not.toBeNull();
  const ticketId = await team.waiting();
  await fillQueue(team.router(), team.teamId);
  expect(await assigneeOf(team, ticketId)).toBeNull();

  await notePresence(agent);
  expect(await row()).toMatchObject({ state: 'online', absentSince: null });
  await sweepQueues(worldOf(team), team.world.workspaceId);
  expect(await assigneeOf(team, ticketId)).toBe(idOf(agent));
});

test('a live connection costs one read and no write within a minute of the last one', async () => {
  const team = await newTeam();
  const agent = await team.agent('Emma');
  const counting = countingDatabase();
  await notePresence({ ...agent, db: counting.db });
  expect(counting.statements().filter((each) => /^(insert|update)/i.test(each))).toEqual([]);
  await counting.close();
});

test('the sweep asks only for what is due: its statements do not grow with what waits', async () => {
  const team = await newTeam({ mode: 'pull' });
  const counting = countingDatabase();
  const world = { ...worldOf(team), db: counting.db };
  for (let i = 0; i < 5; i++) await team.waiting();
  await sweepQueues(world, team.world.workspaceId);
  expect(counting.statements()).toHaveLength(1);
  await counting.close();
});
