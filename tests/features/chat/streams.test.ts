import { afterEach, expect, test, vi } from 'vitest';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { visitorMessage } from '@/features/chat/commands/say-as-visitor';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { followForDesk } from '@/features/chat/desk-stream';
import type { DeskNews } from '@/features/chat/desk-view';
import { askForNews } from '@/features/chat/hub';
import { visitorOf } from '@/features/chat/visitor';
import { visitorStream } from '@/features/chat/visitor-stream';
import { liveFeed } from '@/server/live/listen';
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

test('a word that is said while the desk begins to listen may have been missed, so the desk asks', async () => {
  const world = await newChatWorld();
  const chat = await world.chatting('Hello');
  const { heard: early } = await listenAtTheDesk(world, chat.sessionId);
  const before = liveFeed().place();
  await world.say(chat.token, 'Still there?');
  await expect.poll(() => early.length).toBeGreaterThan(0);
  // Two more begin to listen; the first of them before the word, and reads only after it.
  const place = vi.spyOn(liveFeed(), 'place').mockReturnValueOnce(before);
  const { heard: during } = await listenAtTheDesk(world, chat.sessionId);
  place.mockRestore();
  const { heard: late } = await listenAtTheDesk(world, chat.sessionId);
  await expect.poll(() => during).toEqual([{ event: 'change', news: null }]);
  expect(late).toEqual([]);
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

test('a word costs four statements and its commit: one reads all, the others save', async () => {
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
  expect(costs.slice(2)).toEqual([4, 4]);
});

test('what is said in many chats at once is saved together, each word once and in the order of its chat', async () => {
  const world = await newChatWorld();
  const agent = await world.member();
  const chats = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((text) => world.chatting(text)));
  const counting = countingDatabase();
  const { db, statements } = counting;
  const ctx = { ...(await world.context()), db };
  const visitors = await Promise.all(chats.map(({ token }) => visitorOf(world.db, ctx, token)));
  const word = (text: string) => ({ clientId: world.newId(), text, attachmentIds: [] });
  const both = (name: string) =>
    chats.flatMap((chat, index) => {
      const visitor = visitors[index];
      if (!visitor) throw new Error('no visitor');
      return [
        visitorMessage(ctx, { visitor, message: word(`${name} asked`) }),
        sayAsAgent({ ...agent, db }, { ...chat, ...word(`${name} answered`) }),
      ];
    });
  await Promise.all(both('First'));
  statements();
  const said = await Promise.all(both('Then'));
  const commits = statements().filter((each) => /^commit/i.test(each)).length;
  await counting.close();
  expect(said.every(({ ok }) => ok)).toBe(true);
  // The first word begins at once; all others share a commit.
  expect(commits).toBe(2);
  for (const { sessionId } of chats) {
    const entries = await world.entries(sessionId);
    const texts = entries.flatMap((entry) => (entry.type === 'message' ? [entry.message.text] : []));
    expect(texts.slice(1)).toEqual(['First asked', 'First answered', 'Then asked', 'Then answered']);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    const { ticket } = await world.session(sessionId);
    expect(ticket?.preview).toBe('Then answered');
    expect(ticket?.assigneeId).toBe(agent.actor.id);
  }
  const jobs = await world.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from jobs.job
    where name = 'ticket.changed' and data->>'workspaceId' = ${world.workspaceId}`;
  // One for each save: six first words, and twice two words in each chat.
  expect(jobs).toEqual([{ count: 30 }]);
});

test('words that are not plain are said all the same when plain ones are said with them', async () => {
  const world = await newChatWorld();
  const plain = await world.chatting('Hello');
  const silent = await world.begin({ name: 'Boris' });
  if (!silent.ok) throw new Error(silent.error.code);
  const over = await world.chatting('Bye');
  const ctx = await world.context();
  await endChatSession(ctx, { sessionId: over.sessionId, by: 'visitor' });
  const [one, two, , ended] = await Promise.all([
    world.say(plain.token, 'One'),
    world.say(plain.token, 'Two'),
    world.say(silent.value.token, 'My first words'),
    world.say(over.token, 'Too late'),
  ]);
  expect(one.ok && two.ok).toBe(true);
  expect(ended).toEqual({ ok: false, error: { code: 'chat.ended' } });
  const { ticket } = await world.session(silent.value.sessionId);
  expect(ticket?.subject).toBe('My first words');
  const { ticket: other } = await world.session(over.sessionId);
  expect(other?.messages.map(({ text }) => text)).toEqual(['Bye']);
});
