import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chat, isGoing, newChat, setDraft } from '@/features/chat/widget/frame/client/chat';
import { resume } from '@/features/chat/widget/frame/client/resume';
import { flush, say } from '@/features/chat/widget/frame/client/send';
import type { Transport } from '@/features/chat/widget/frame/client/transport';
import { shownOf } from '@/features/chat/widget/frame/model/conversation';
import { outboxFrom, startFrom } from '@/features/chat/widget/frame/model/outbox';
import { type Line, serverDouble } from '../../server-double';
import { worldDouble } from '../../world-double';

type Step = 'say' | 'answer' | 'cut' | 'reload' | 'wait';
const STEPS: readonly Step[] = ['say', 'answer', 'cut', 'reload', 'wait'];

/** A page on which the widget begins, with what a page before has kept. */
function openPage(server: ReturnType<typeof serverDouble>, outside: ReturnType<typeof worldDouble>): Chat {
  const chat = newChat(server.transport, outside.world());
  const kept = Object.fromEntries(outside.kept);
  chat.pendingStart = startFrom(kept);
  chat.state = { ...chat.state, outbox: outboxFrom(kept), draft: kept['draft'] ?? '' };
  void (kept['token'] ? resume(chat, kept['token']) : flush(chat));
  return chat;
}

/** What the visitor sees: what stands in the conversation, then what is still on its way. */
const seen = ({ state: { conversation, outbox } }: Chat): string[] => [
  ...(conversation ? shownOf(conversation) : []).map((each) =>
    each.kind === 'message' ? each.message.text : '',
  ),
  ...outbox.map(({ text }) => text),
];

/** One visit, step by step, over a line with this luck; afterwards the line is good for ten minutes. */
async function visit(acts: readonly Step[], luck: readonly ReturnType<Line>[]) {
  const left = [...luck];
  const server = serverDouble(() => left.shift() ?? 'fine');
  const outside = worldDouble();
  const said: string[] = [];
  let chat = openPage(server, outside);
  const doing: Record<Step, () => void> = {
    say: () => {
      said.push(`word ${said.length}`);
      say(chat, { text: said.at(-1) ?? '', files: [] });
    },
    answer: () => server.chats() > 0 && server.append({ text: `answer ${server.entries.length}` }),
    cut: () => server.cut(),
    reload: () => {
      chat = openPage(server, outside);
    },
    wait: () => undefined,
  };
  for (const act of acts) {
    doing[act]();
    await outside.pass(act === 'wait' ? 3_000 : 1);
  }
  await outside.pass(600_000);
  const texts = server.entries.map((entry) => (entry.type === 'message' ? entry.message.text : ''));
  return { said, texts, seen: seen(chat), chats: server.chats(), kept: [...outside.kept.keys()] };
}

test('whatever is lost, cut and reloaded, every message arrives once and in order, and is seen once', async () => {
  const luck = fc.array(fc.constantFrom<ReturnType<Line>[]>('fine', 'fine', 'request lost', 'answer lost'), {
    maxLength: 60,
  });
  const steps = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, luck, async (acts, fates) => {
      const { said, texts, seen: shown, chats, kept } = await visit(acts, fates);
      expect(texts.filter((text) => text.startsWith('word'))).toEqual(said);
      expect(shown).toEqual(texts);
      expect(chats).toBeLessThanOrEqual(1);
      expect(kept.filter((name) => name !== 'token')).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('what is said without a line stands in the conversation, and goes off when there is one', async () => {
  let isThere = false;
  const server = serverDouble(() => (isThere ? 'fine' : 'request lost'));
  const outside = worldDouble();
  const chat = openPage(server, outside);
  say(chat, { text: 'one', files: [] });
  say(chat, { text: 'two', files: [] });
  await outside.pass(10_000);
  expect(seen(chat)).toEqual(['one', 'two']);
  expect(server.entries).toEqual([]);
  isThere = true;
  await outside.pass(60_000);
  expect(seen(chat)).toEqual(['one', 'two']);
  expect(server.entries).toHaveLength(2);
});

test('a chat that the server does not know any more gives the words back to the composer', async () => {
  const server = serverDouble(() => 'fine');
  const outside = worldDouble();
  const chat = openPage(server, outside);
  say(chat, { text: 'one', files: [] });
  await outside.pass(1_000);
  server.forgetAll();
  setDraft(chat, 'three');
  say(chat, { text: 'two', files: [] });
  await outside.pass(1_000);
  expect(chat.state).toMatchObject({ token: null, conversation: null, draft: 'two' });
  expect(outside.kept.has('token')).toBe(false);
});

/** The server behind something that holds each answer back until it ends, as some companies' proxies do. */
function heldBack(
  server: ReturnType<typeof serverDouble>,
  later: (ms: number, act: () => void) => () => void,
) {
  const asked = { streams: 0, turns: 0 };
  const events: Transport['events'] = (listening) => {
    asked[listening.inTurns ? 'turns' : 'streams'] += 1;
    const whole: Parameters<typeof listening.onEvent>[0][] = [];
    const turn = new AbortController();
    let ends = later(5_000, () => turn.abort());
    listening.signal.addEventListener('abort', () => turn.abort());
    const answer = server.transport.events({
      ...listening,
      signal: turn.signal,
      onOpen: () => undefined,
      onEvent: (event) => {
        whole.push(event);
        if (event?.event !== 'entry') return;
        ends();
        ends = later(150, () => turn.abort());
      },
    });
    if (!listening.inTurns)
      return new Promise((done) => listening.signal.addEventListener('abort', () => done(LOST)));
    return answer.then(() => {
      if (listening.signal.aborted) return LOST;
      listening.onOpen();
      for (const event of whole) listening.onEvent(event);
      return { kind: 'answer', value: null } as const;
    });
  };
  return { asked, transport: { ...server.transport, events } };
}
const LOST = { kind: 'unreachable', retryAfterSeconds: null } as const;

test('where a stream is held back on its way, the chat goes on in turns, and nothing is lost, doubled or out of order', async () => {
  const server = serverDouble(() => 'fine');
  const outside = worldDouble();
  const world = outside.world();
  const { asked, transport } = heldBack(server, world.later);
  const chat = newChat(transport, world);
  void flush(chat);
  say(chat, { text: 'Hello', files: [] });
  await outside.pass(1_000);
  server.append({ text: 'answer 1' });
  await outside.pass(7_000);
  expect(seen(chat)).toEqual(['Hello', 'answer 1']);
  expect(chat.state.connection).toBe('online');
  for (let number = 2; number <= 20; number++) {
    server.append({ text: `answer ${number}` });
    if (number % 3 === 0) say(chat, { text: `word ${number}`, files: [] });
    await outside.pass(number * 90);
  }
  await outside.pass(2_000);
  expect(seen(chat)).toEqual(
    server.entries.map((entry) => (entry.type === 'message' ? entry.message.text : '')),
  );
  expect(asked.streams).toBe(1);
  await outside.pass(11 * 60_000);
  expect(asked.streams).toBe(2);
}, 20_000);

test('an ended chat is no longer listened to', async () => {
  const server = serverDouble(() => 'fine');
  const outside = worldDouble();
  const chat = openPage(server, outside);
  say(chat, { text: 'one', files: [] });
  await outside.pass(1_000);
  expect(chat.state.connection).toBe('online');
  server.change({ state: 'ended', endedBy: 'agent' });
  await outside.pass(1_000);
  expect(chat.state.connection).toBe('idle');
  expect(isGoing(chat.state)).toBe(false);
});

test('who cannot prove who they are chats as a stranger', async () => {
  const server = serverDouble(() => 'fine');
  const outside = worldDouble();
  const strict = {
    ...server.transport,
    start: async (...[body, token]: Parameters<typeof server.transport.start>) =>
      body.identity
        ? ({ kind: 'refused', code: 'token.invalid' } as const)
        : server.transport.start(body, token),
  };
  const chat = newChat(strict, outside.world());
  chat.identity = { kind: 'jwt', token: 'forged' };
  say(chat, { text: 'hello', files: [] });
  await outside.pass(1_000);
  expect(seen(chat)).toEqual(['hello']);
  expect(server.entries).toHaveLength(1);
  expect(chat.state.problem).toBeNull();
});
