import { expect, test } from 'vitest';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { endedTicket } from '@/features/chat/ended-ticket';
import { visitorOf } from '@/features/chat/visitor';
import { answerInChat } from '@/features/surveys/commands/answer-in-chat';
import { questionInChat } from '@/features/surveys/queries-page';
import { survey } from '../surveys/support';
import { newChatWorld } from './chat-world';

async function overWith(over: Record<string, unknown>) {
  const world = await newChatWorld();
  const agent = await world.member({ name: 'Emma Clarke' });
  await survey(await world.member({ role: 'manager' }), over);
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
  const asked = { db: world.db, now: world.now, workspaceId: world.workspaceId, ticketId: id };
  return { world, agent, asked, ticketId: id };
}

test('a chat that is over asks in the language of its visitor, keeps the latest answer, and asking keeps nothing', async () => {
  const { world, agent, asked } = await overWith({});
  const { workspaceId, db } = world;
  const question = await questionInChat({ ...asked, language: 'lv' });
  expect(question?.scores.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
  expect(question?.words.send).toBe('Nosūtīt atbildi');
  expect(await db.surveyInvite.count({ where: { workspaceId } })).toBe(0);

  const says = (score: number, comment = '') =>
    answerInChat({ db, now: world.now, newId: world.newId }, asked, { score, comment });
  expect(await says(5)).toEqual({ ok: true, value: { low: false } });
  expect(await says(4, 'On second thoughts')).toEqual({ ok: true, value: { low: false } });
  expect(await says(9)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  const answers = await db.surveyAnswer.findMany({ where: { workspaceId } });
  expect(answers).toMatchObject([{ score: 4, comment: 'On second thoughts', agentId: agent.actor.id }]);
  expect((await questionInChat({ ...asked, language: 'en' }))?.given).toEqual({
    score: 4,
    comment: 'On second thoughts',
  });
});

test('where chats are not asked, or more must be answered than there is room for, the window asks nothing', async () => {
  const quiet = await overWith({ channels: ['email'] });
  expect(await questionInChat({ ...quiet.asked, language: 'en' })).toBeNull();
  const texts = { en: 'Why?', hu: 'Miért?', lv: 'Kāpēc?' };
  const more = await overWith({
    questions: [{ id: 'why', kind: 'text', required: true, texts, options: [] }],
  });
  expect(await questionInChat({ ...more.asked, language: 'en' })).toBeNull();
});
