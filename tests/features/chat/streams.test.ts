import { afterEach, expect, test } from 'vitest';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { visitorMessage } from '@/features/chat/commands/say-as-visitor';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { followForDesk } from '@/features/chat/desk-stream';
import type { DeskNews } from '@/features/chat/desk-view';
import { askForNews } from '@/features/chat/hub';
import { visitorOf } from '@/features/chat/visitor';
import { visitorStream } from '@/features/chat/visitor-stream';
import { endStreams } from '@/server/live/open-streams';
import { countingDatabase } from '../../support/counting-database';
import { newChatWorld } from './chat-world';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  endStreams();
});

/** Everything that a stream of the desk says, in its order. */
async function listenAtTheDesk(world: Awaited<ReturnType<typeof newChatWorld>>, sessionId: string) {
  const agent = await world.member();
  const heard: { event: string; news: DeskNews | null }[] = [];
  let { actor } = agent;
  stops.push(
    followForDesk(agent, {
      sessionId,
      name: `chat:${sessionId}`,
      workspace: world.slug,
      actor: () => actor,
      send: (event, data) => heard.push({ event, news: event === 'chat' ? JSON.parse(data) : null }),
    }),
  );
  await askForNews(world.db, { workspaceId: world.workspaceId, sessionId, after: 0 });
  const words = () =>
    heard.flatMap(({ news }) =>
      (news?.entries ?? []).flatMap((entry) => (entry.type === 'message' ? entry.message.text : [])),
    );
  return { agent, heard, words, become: (over: Partial<typeof actor>) => (actor = { ...actor, ...over }) };
}

test('the desk is told each word once and in order, and that it came through is noted for the one who has the chat', async () => {
  const world = await newChatWorld();
  const chat = await world.chatting('Hello');
  const { agent, words, heard } = await listenAtTheDesk(world, chat.sessionId);
  expect((await takeChatSession(agent, chat)).ok).toBe(true);
  await expect.poll(() => heard.map(({ event }) => event)).toContain('change');
  for (let number = 1; number <= 12; number++) await world.say(chat.token, `Word ${number}`);
  await expect.poll(words).toEqual(Array.from({ length: 12 }, (_, index) => `Word ${index + 1}`));
  await expect
    .poll(async () => (await world.session(chat.sessionId)).agentDeliveredSequence)
    .toBe((await world.session(chat.sessionId)).sequence);
});

test('who may no longer read the ticket is told no word, only that something has changed', async () => {
  const world = await newChatWorld();
  const chat = await world.chatting('Hello');
  const { words, heard, become } = await listenAtTheDesk(world, chat.sessionId);
  become({ scope: 'own' });
  await world.say(chat.token, 'A secret');
  await expect.poll(() => heard.at(-1)?.event).toBe('change');
  expect(words()).toEqual([]);
});

test('a visitor’s streams each get what they miss, from the entry on that they know', async () => {
  const world = await newChatWorld();
  const chat = await world.chatting('One');
  const ctx = await world.context();
  const agent = await world.member();
  await sayAsAgent(agent, { ...chat, clientId: world.newId(), text: 'Two', attachmentIds: [] });
  const { sequence } = await world.session(chat.sessionId);
  const streams = [0, sequence - 1].map((after) => {
    const gone = new AbortController();
    stops.push(() => gone.abort());
    const stillWelcome = async () => true;
    const { body } = visitorStream(ctx, { ...chat, after, signal: gone.signal, stillWelcome });
    const got: string[] = [];
    void (async () => {
      for await (const part of body ?? []) got.push(Buffer.from(part).toString());
    })().catch(() => undefined);
    return () =>
      [...got.join('').matchAll(/event: entry\ndata: (.*)\n/g)].flatMap(([, data = '']) => {
        const entry = JSON.parse(data);
        return entry.type === 'message' ? [entry.message.text] : [];
      });
  });
  await world.say(chat.token, 'Three');
  await expect
    .poll(() => streams.map((words) => words()))
    .toEqual([
      ['One', 'Two', 'Three'],
      ['Two', 'Three'],
    ]);
});

test('a word costs at most five statements and its commit: one reads all, the others save', async () => {
  const world = await newChatWorld();
  const chat = await world.chatting('Hello');
  const agent = await world.member();
  const visitor = await visitorOf(world.db, await world.context(), chat.token);
  if (!visitor) throw new Error('no visitor');
  const counting = countingDatabase();
  const { db, statements } = counting;
  const ctx = { ...(await world.context()), db };
  const word = () => ({ clientId: world.newId(), text: 'Word', attachmentIds: [] });
  const costs = [];
  for (let round = 0; round < 2; round++) {
    statements();
    expect((await visitorMessage(ctx, { visitor, message: word() })).ok).toBe(true);
    costs.push(statements().filter((each) => !/^(begin|commit)/i.test(each)).length);
    expect((await sayAsAgent({ ...agent, db }, { ...chat, ...word() })).ok).toBe(true);
    costs.push(statements().filter((each) => !/^(begin|commit)/i.test(each)).length);
  }
  await counting.close();
  // What was promised on the ticket is asked for our words only.
  expect(costs.slice(2)).toEqual([4, 5]);
});
