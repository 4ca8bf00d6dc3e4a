import { expect, test } from 'vitest';
import { endChatAsAgent } from '@/features/chat/commands/end-as-agent';
import { handOverChat } from '@/features/chat/commands/hand-over-chat';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { saveProfile } from '@/features/routing/commands/save-profile';
import { agentIsFree } from '@/features/routing/jobs';
import { chatIn } from '../chat/chat-in';
import { assigneesOf, idOf, newTeam } from './support';

type Team = Awaited<ReturnType<typeof newTeam>>;

/** A chat of a visitor that waits for the team. */
async function visitor(team: Team, said: string) {
  const { chatId: sessionId } = await chatIn(team.owner, { name: said, said });
  const where = { workspaceId_id: { workspaceId: team.world.workspaceId, id: sessionId } };
  const { ticketId } = await team.world.db.chatSession.findUniqueOrThrow({
    where,
    select: { ticketId: true },
  });
  if (!ticketId) throw new Error('a chat without a ticket');
  await team.world.db.ticket.updateMany({ where: { id: ticketId }, data: { teamId: team.teamId } });
  team.world.pass(1);
  return { sessionId, ticketId };
}

const fill = (team: Team) => fillQueue(team.router(), team.teamId);
const whoHas = (team: Team, chats: readonly Readonly<{ ticketId: string }>[]) =>
  assigneesOf(
    team.world,
    chats.map(({ ticketId }) => ticketId),
  );

test('a person is offered as many chats at once as an admin says; one that ends makes room, its ticket staying open', async () => {
  const team = await newTeam();
  await team.capacity({ chat: 2 });
  const emma = await team.agent('Emma');
  const chats = [];
  for (const said of ['One', 'Two', 'Three', 'Four']) chats.push(await visitor(team, said));
  await fill(team);
  const [me, nobody] = [idOf(emma), null];
  expect(await whoHas(team, chats), 'at the limit no more is offered').toEqual([me, me, nobody, nobody]);
  for (const { sessionId } of chats.slice(0, 2)) await takeChatSession(emma, { sessionId });
  await fill(team);
  expect(await whoHas(team, chats), 'taken chats count like offered ones').toEqual([me, me, nobody, nobody]);

  const jobs = () => team.world.db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from jobs.job where name = ${agentIsFree.name} and data->>'userId' = ${me}`;
  const [before] = await jobs();
  await endChatAsAgent(emma, { sessionId: chats[0]?.sessionId ?? '' });
  const [after] = await jobs();
  expect(after?.n).toBe((before?.n ?? 0) + 1);
  const ended = await team.world.db.ticket.findFirstOrThrow({ where: { id: chats[0]?.ticketId ?? '' } });
  expect(['new', 'open']).toContain(ended.status);
  await fill(team);
  expect(await whoHas(team, chats)).toEqual([me, me, me, nobody]);
});

test('the limit of one person goes before that of all; none at all takes no chat', async () => {
  const team = await newTeam();
  await team.capacity({ chat: 1 });
  const [emma, jana] = [await team.agent('Emma'), await team.agent('Jana')];
  const limit = (userId: string, chat: number | null) =>
    saveProfile(team.owner, {
      ...{ userId, languages: [], skillIds: [] },
      capacities: { mail: null, chat, phone: null, social: null },
    });
  expect(await limit(idOf(emma), 3)).toMatchObject({ ok: true });
  await limit(idOf(jana), 0);
  const chats = [];
  for (const said of ['One', 'Two', 'Three', 'Four']) chats.push(await visitor(team, said));
  await fill(team);
  expect(await whoHas(team, chats)).toEqual([idOf(emma), idOf(emma), idOf(emma), null]);
  await limit(idOf(jana), null);
  await fill(team);
  expect(await whoHas(team, chats)).toEqual([idOf(emma), idOf(emma), idOf(emma), idOf(jana)]);
});

test('a chat that is handed over to a team makes room, and goes to whoever has some there', async () => {
  const team = await newTeam();
  await team.capacity({ chat: 1 });
  const emma = await team.agent('Emma');
  const other = await team.world.team('Technical help');
  await team.setQueue({}, other);
  const jana = await team.agent('Jana', { teamIds: [other] });
  const chats = [await visitor(team, 'One'), await visitor(team, 'Two')];
  await fill(team);
  expect(await whoHas(team, chats)).toEqual([idOf(emma), null]);
  await takeChatSession(emma, { sessionId: chats[0]?.sessionId ?? '' });
  expect(await handOverChat(emma, { sessionId: chats[0]?.sessionId ?? '', teamId: other })).toMatchObject({
    ok: true,
  });
  await fill(team);
  await fillQueue(team.router(), other);
  expect(await whoHas(team, chats)).toEqual([idOf(jana), idOf(emma)]);
});
