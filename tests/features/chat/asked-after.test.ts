import { expect, test } from 'vitest';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { endedTicket } from '@/features/chat/ended-ticket';
import { visitorOf } from '@/features/chat/visitor';
import { answerInChat } from '@/features/surveys/commands/answer-in-chat';
import { askInChat } from '@/features/surveys/commands/ask-in-chat';
import { chooseSurveys } from '@/features/surveys/commands/choose-surveys';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { invites, later, mails, solve, solvedTicket, survey } from '../surveys/support';
import { newChatWorld } from './chat-world';

async function overWith(...surveys: Record<string, unknown>[]) {
  const world = await newChatWorld();
  const agent = await world.member({ name: 'Emma Clarke' });
  const manager = await world.member({ role: 'manager' });
  const surveyIds = [];
  for (const over of surveys) surveyIds.push(await survey(manager, over));
  const { sessionId, token } = await world.chatting();
  const ticketId = async () => {
    const visitor = await visitorOf(world.db, await world.context(), token);
    return visitor && endedTicket(world, visitor);
  };
  expect(await ticketId()).toBeNull();
  const word = { sessionId, clientId: world.newId(), text: 'Hello', attachmentIds: [] };
  await sayAsAgent(agent, word);
  expect(await ticketId()).toBeNull();
  await endChatSession(world.system(), { sessionId, by: 'visitor' });
  const id = (await ticketId()) ?? '';
  const { db, now, newId, workspaceId } = world;
  const ask = (language: 'en' | 'lv' = 'en') =>
    askInChat({ db, now, newId, workspaceId, ticketId: id, language });
  const question = async (language: 'en' | 'lv' = 'en') => {
    const asked = await ask(language);
    return asked && 'question' in asked ? asked : null;
  };
  const says = (score: number, comment = '', surveyId?: string) =>
    answerInChat(
      { db, now, newId },
      { workspaceId, ticketId: id },
      { score, comment, ...(surveyId && { survey: surveyId }) },
    );
  return { world, agent, manager, surveyIds, ask, question, says, ticketId: id };
}

test('a chat that is over asks in the language of its visitor, keeps the latest answer, and asking keeps no answer', async () => {
  const { world, agent, question, says } = await overWith({});
  const { workspaceId, db } = world;
  const asked = await question('lv');
  expect(asked?.scores.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
  expect(asked?.words.send).toBe('Nosūtīt atbildi');
  expect(await db.surveyAnswer.count({ where: { workspaceId } })).toBe(0);

  expect(await says(5, '', asked?.survey)).toEqual({ ok: true, value: { low: false } });
  expect(await says(4, 'On second thoughts')).toEqual({ ok: true, value: { low: false } });
  expect(await says(9)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  const answers = await db.surveyAnswer.findMany({ where: { workspaceId } });
  expect(answers).toMatchObject([{ score: 4, comment: 'On second thoughts', agentId: agent.actor.id }]);
  expect((await question())?.given).toEqual({ score: 4, comment: 'On second thoughts' });
});

test('whoever sees the question counts as asked in the chat, once, for whoever had the chat, and gets no mail that asks again', async () => {
  const { world, agent, question, ticketId } = await overWith({});
  await question();
  await question();
  const other = await world.member();
  await changeTicket(other, { ticketId, assigneeId: other.actor.id });
  await solve(world, other, ticketId);
  await later(world, 3);
  expect(await invites(world)).toMatchObject([
    { channel: 'chat', state: 'sent', agentId: agent.actor.id, ticketId },
  ]);
  expect(await mails(world)).toEqual([]);
  const events = await world.db.ticketEvent.findMany({
    where: { workspaceId: world.workspaceId, type: 'survey.asked' },
  });
  expect(events.map(({ data }) => data)).toMatchObject([{ channel: 'chat', kind: 'csat' }]);
});

test('who opted out, or was asked not long ago, is not asked in the chat either', async () => {
  const first = await overWith({});
  const { requesterId } = await first.world.db.ticket.findFirstOrThrow({
    where: { workspaceId: first.world.workspaceId, id: first.ticketId },
  });
  await chooseSurveys(first.manager, { customerId: requesterId, asked: false });
  expect(await first.ask()).toBeNull();
  await chooseSurveys(first.manager, { customerId: requesterId, asked: true });
  expect(await first.ask()).not.toBeNull();

  const second = await overWith({ throttleDays: 14 });
  const { world, agent, ticketId } = second;
  const elsewhere = await solvedTicket(world, agent);
  const about = (id: string) =>
    world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId, id } });
  const customerId = (await about(ticketId)).requesterId;
  await world.db.surveyInvite.updateMany({
    where: { workspaceId: world.workspaceId, ticketId: elsewhere.ticketId },
    data: { customerId, state: 'sent', sentAt: world.now() },
  });
  expect(await second.ask()).toBeNull();
  world.pass(15 * 86_400);
  expect(await second.ask()).not.toBeNull();
});

test('the survey of the chat is asked though another comes first by mail, and the next once that is answered', async () => {
  const { question, says, surveyIds } = await overWith(
    { channels: ['email'], throttleDays: 0 },
    { kind: 'ces', channels: ['chat'], throttleDays: 0 },
    { kind: 'resolved', channels: ['chat'], throttleDays: 0 },
    { kind: 'custom', trigger: 'hand', question: { en: 'And?', hu: '', lv: '' } },
  );
  expect(await question()).toMatchObject({ survey: surveyIds[1], given: null });
  await says(7, '', surveyIds[1]);
  expect(await question()).toMatchObject({ survey: surveyIds[2], given: null });
  await says(1, '', surveyIds[2]);
  expect(await question()).toMatchObject({ survey: surveyIds[1], given: { score: 7 } });
});

test('where chats are not asked the window asks nothing, and where there is more than it has room for it leads to the page', async () => {
  const quiet = await overWith({ channels: ['email'] });
  expect(await quiet.ask()).toBeNull();
  const texts = { en: 'Why?', hu: 'Miért?', lv: 'Kāpēc?' };
  const more = await overWith({
    questions: [{ id: 'why', kind: 'text', required: true, texts, options: [] }],
  });
  expect(await more.ask()).toEqual({ page: expect.stringMatching(/\/survey\/c\.[0-9a-f.]+[a-z2-7]{24}$/) });
});
