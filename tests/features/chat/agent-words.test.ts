import { expect, test } from 'vitest';
import { followTicket } from '@/features/chat/commands/follow-ticket';
import { continueByMail } from '@/features/chat/commands/go-on-by-mail';
import { handOverChat } from '@/features/chat/commands/hand-over-chat';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { sendTranscript } from '@/features/chat/commands/send-transcript';
import { sweepChats } from '@/features/chat/commands/sweep-chats';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { visitorOf } from '@/features/chat/visitor';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { newChatWorld } from './chat-world';

type World = Awaited<ReturnType<typeof newChatWorld>>;
const words = (world: World, sessionId: string, text: string) => ({
  sessionId,
  text,
  clientId: world.newId(),
  attachmentIds: [],
});
const kinds = (entries: Awaited<ReturnType<World['entries']>>) =>
  entries.map((entry) => (entry.type === 'line' ? entry.kind : entry.type));

async function visitorBy(world: World, token: string) {
  const ctx = await world.context();
  const visitor = await visitorOf(world.db, ctx, token);
  if (!visitor) throw new Error('no visitor');
  return { ctx, visitor };
}

test('the first answer takes the chat and its ticket, and is said once however often it is sent', async () => {
  const world = await newChatWorld();
  const agent = await world.member({ name: 'Emma Clarke' });
  const { sessionId } = await world.chatting();
  const word = words(world, sessionId, 'Hello Anna!');
  const [first, again] = [await sayAsAgent(agent, word), await sayAsAgent(agent, word)];
  expect(first.ok && first.value.reach).toBe('chat');
  expect(again.ok && again.value.sequence).toBe(first.ok && first.value.sequence);
  expect(kinds(await world.entries(sessionId))).toEqual(['message', 'agent_joined', 'message']);
  const { ticket, state } = await world.session(sessionId);
  expect([state, ticket?.assigneeId, ticket?.status]).toEqual(['active', agent.actor.id, 'open']);
  expect(ticket?.firstRepliedAt).toEqual(world.now());
  expect(await world.db.outgoingMail.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
});

test('words to a visitor who left go by mail, are told of, and stand in the window too', async () => {
  const world = await newChatWorld();
  const agent = await world.member();
  const { sessionId } = await world.chatting('Hi', { email: 'anna@new.test' });
  world.pass(600);
  const said = await sayAsAgent(agent, words(world, sessionId, 'We found it.'));
  expect(said.ok && said.value.reach).toBe('mail');
  expect(kinds(await world.entries(sessionId))).toEqual([
    'message',
    'agent_joined',
    'mail_continues',
    'message',
  ]);
  const mails = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
  expect(mails.map(({ rcptTo, kind }) => [kind, ...rcptTo])).toEqual([['reply', 'anna@new.test']]);
});

test('a visitor who asks for mail gets it at once, and is told once', async () => {
  const world = await newChatWorld();
  const { token, sessionId } = await world.chatting();
  for (let time = 0; time < 2; time++) {
    const { ctx, visitor } = await visitorBy(world, token);
    expect((await continueByMail(ctx, { visitor, email: 'anna@new.test' })).ok).toBe(true);
  }
  expect(kinds(await world.entries(sessionId))).toEqual(['message', 'mail_continues']);
  const said = await sayAsAgent(await world.member(), words(world, sessionId, 'Later by mail'));
  expect(said.ok && said.value.reach).toBe('mail');
});

test('what is mailed or decided on the ticket is followed by the chat', async () => {
  const world = await newChatWorld();
  const agent = await world.member();
  const { sessionId } = await world.chatting('Hi', { email: 'anna@new.test' });
  await takeChatSession(agent, { sessionId });
  const ticketId = (await world.session(sessionId)).ticketId ?? '';
  world.pass(5);
  const input = replyInput.parse({ ticketId, html: '<p>By mail.</p>', submitAs: 'solved' });
  expect((await replyToTicket(agent, input)).ok).toBe(true);
  await followTicket(world.system(), { ticketId });
  await followTicket(world.system(), { ticketId });
  const entries = await world.entries(sessionId);
  expect(kinds(entries)).toEqual(['message', 'agent_joined', 'message', 'ended']);
  expect(entries[2]?.type === 'message' && entries[2].message).toMatchObject({
    channel: 'email',
    text: 'By mail.',
  });
  expect((await world.session(sessionId)).endedBy).toBe('agent');
});

test('a chat handed over waits in the team, with nobody, and who gave it away no longer has it', async () => {
  const world = await newChatWorld();
  const [agent, teamId] = [await world.member(), await world.team()];
  const { sessionId } = await world.chatting();
  await takeChatSession(agent, { sessionId });
  expect((await handOverChat(agent, { sessionId, teamId })).ok).toBe(true);
  const { state, ticket, acceptedById } = await world.session(sessionId);
  expect([state, ticket?.teamId, ticket?.assigneeId, acceptedById]).toEqual(['waiting', teamId, null, null]);
});

test('silence ends a chat that was answered, after a question; a visitor who waits is left alone', async () => {
  const world = await newChatWorld();
  const agent = await world.member();
  const [talked, alone] = [await world.chatting(), await world.chatting()];
  world.pass(1);
  await sayAsAgent(agent, words(world, talked.sessionId, 'Hello?'));
  const everybodyIsThere = () =>
    world.db.chatSession.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { visitorSeenAt: world.now() },
    });
  for (const seconds of [601, 301]) {
    world.pass(seconds);
    await everybodyIsThere();
    await sweepChats(world.system(), world.workspaceId);
  }
  expect(kinds(await world.entries(talked.sessionId))).toEqual([
    'message',
    'agent_joined',
    'message',
    'still_there',
    'ended',
  ]);
  expect((await world.session(talked.sessionId)).endedBy).toBe('idle');
  expect((await world.session(alone.sessionId)).state).toBe('waiting');
});

test('the transcript goes to an address once, in words, with an address that leads back to the ticket', async () => {
  const world = await newChatWorld();
  const { token, sessionId } = await world.chatting('Where is it?', { name: 'Anna' });
  await sayAsAgent(await world.member({ name: 'Emma' }), words(world, sessionId, 'On its way.'));
  for (let time = 0; time < 2; time++) {
    const { ctx, visitor } = await visitorBy(world, token);
    expect((await sendTranscript(ctx, { visitor, email: 'anna@new.test' })).ok).toBe(true);
  }
  const [mail, ...more] = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
  expect(more).toEqual([]);
  expect(mail?.text).toMatch(/You \(.*\)\nWhere is it\?\n\nEmma \(.*\)\nOn its way\./);
  expect(mail?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  expect(JSON.stringify(mail?.headers)).toContain('+t');
});

test('a member who may not see the ticket finds no chat', async () => {
  const world = await newChatWorld();
  const { sessionId } = await world.chatting();
  const stranger = await world.member({ scope: 'own' });
  expect(await sayAsAgent(stranger, words(world, sessionId, 'x'))).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
  expect(await takeChatSession(stranger, { sessionId })).toEqual({ ok: false, error: { code: 'not_found' } });
});
