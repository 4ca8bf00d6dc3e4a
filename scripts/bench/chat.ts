import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { withCpuShares } from './cpu';
import { type Figures, figuresOf } from './figures';
import { type OpenChat, openChats } from './open-chats';
import type { Product } from './product';
import { ask, hearEvents } from './server-events';

type Asked = Readonly<{ product: Product; client: pg.Client; chats: number; chatSeconds: number }>;

const EVERY_MS = 5_000;
const DRAIN_MS = 10_000;
/** Of one live connection of the desk. */
const TOPICS = 40;
const TARGET = '500 ms at p95, none lost, none doubled, in order';

/** What each side has been told in one chat, in its order; `n` counts all words of the chat. */
type Told = Record<'visitor' | 'agent', number[]>;
type Word = Readonly<{ chat: OpenChat; n: number; side: 'visitor' | 'agent' }>;

/**
 * Chats at once, in each of which one word is said every five seconds, in turns by the visitor and by us: how long it takes
 * until the other side has it, and whether every word arrived once and in order. Everything runs on this machine: web
 * server, worker, database, and the browsers that this program plays.
 */
export async function measureChat({ product, client, chats: count, chatSeconds }: Asked): Promise<Figures[]> {
  const chats = await openChats(product, count);
  const run = newRun(product);
  const gone = new AbortController();
  for (const chat of chats) listenAsVisitor(run, chat, gone.signal);
  for (let from = 0; from < chats.length; from += TOPICS)
    listenAsAgent(run, chats.slice(from, from + TOPICS), gone.signal);
  // As the desk does when it shows a chat.
  for (const chat of chats) await readAsAgent(run, chat);
  await pause(3_000);
  const until = Date.now() + chatSeconds * 1000;
  const [, shares] = await withCpuShares({ product, client }, () =>
    Promise.all(chats.map((chat, index) => talk(run, chat, { until, delay: (index / count) * EVERY_MS }))),
  );
  await pause(DRAIN_MS);
  gone.abort();
  return figuresFor(run, count, shares);
}

type Run = Readonly<{
  product: Product;
  /** When each word was said, by chat and number. */
  said: Map<string, number>;
  delays: Readonly<{ visitor: number[]; agent: number[] }>;
  told: Map<string, Told>;
  /** The newest entry that our side has, by chat. */
  last: Map<string, number>;
  refused: string[];
}>;

const newRun = (product: Product): Run => ({
  product,
  said: new Map(),
  delays: { visitor: [], agent: [] },
  told: new Map(),
  last: new Map(),
  refused: [],
});

/** A word has come to this side; what it said itself comes back too, and counts for nothing. */
function hear(
  { said, delays, told }: Run,
  { sessionId }: OpenChat,
  ...[side, text]: ['visitor' | 'agent', string]
) {
  const [by, n] = text.split(' ');
  if (by === side || (by !== 'visitor' && by !== 'agent')) return;
  const at = said.get(`${sessionId} ${n}`);
  if (at !== undefined) delays[side].push(performance.now() - at);
  const known = told.get(sessionId) ?? { visitor: [], agent: [] };
  known[side].push(Number(n));
  told.set(sessionId, known);
}

async function say({ product, said, refused }: Run, { chat, n, side }: Word): Promise<void> {
  const { base, cookie, seeded } = product;
  said.set(`${chat.sessionId} ${n}`, performance.now());
  const body = JSON.stringify({ clientId: randomUUID(), text: `${side} ${n}`, attachmentIds: [] });
  const [path, key] =
    side === 'visitor'
      ? [`chat/${chat.key}/messages`, { authorization: `Bearer ${chat.token}` }]
      : [`desk/${seeded.slug}/chats/${chat.sessionId}/messages`, { cookie }];
  const headers = { 'content-type': 'application/json', ...key };
  if (!(await post(`${base}/api/${path}`, body, headers))) refused.push(`${chat.sessionId} ${n}`);
}

async function talk(run: Run, ...[chat, { until, delay }]: [OpenChat, { until: number; delay: number }]) {
  await pause(delay);
  for (let n = 1; Date.now() < until; n++) {
    const next = pause(EVERY_MS);
    await say(run, { chat, n, side: n % 2 === 1 ? 'visitor' : 'agent' });
    await next;
  }
}

function listenAsVisitor(run: Run, chat: OpenChat, signal: AbortSignal): void {
  const url = `${run.product.base}/api/chat/${chat.key}/events?after=1`;
  hearEvents(url, { headers: { authorization: `Bearer ${chat.token}` }, signal }, (event, data) => {
    if (event === 'entry') hear(run, chat, 'visitor', JSON.parse(data).message?.text ?? '');
  });
}

function listenAsAgent(run: Run, chats: readonly OpenChat[], signal: AbortSignal): void {
  const { base, cookie, seeded } = run.product;
  const byTopic = new Map(
    chats.map((chat) => [`chat:${chat.sessionId}`, inTurns(() => readAsAgent(run, chat))]),
  );
  const topics = [...byTopic.keys()].map((topic) => `topic=${topic}`).join('&');
  const url = `${base}/api/live?workspace=${seeded.slug}&since=${Date.now()}&${topics}`;
  const byName = new Map(chats.map((chat) => [`chat:${chat.sessionId}`, chat]));
  hearEvents(url, { headers: { cookie }, signal }, (event, data) => {
    if (event === 'change') byTopic.get(data)?.();
    if (event !== 'chat') return;
    const news: News & Readonly<{ topic: string }> = JSON.parse(data);
    const chat = byName.get(news.topic);
    const [first] = news.entries;
    // As the desk does it: a gap is asked for.
    if (chat && first && first.sequence > (run.last.get(chat.sessionId) ?? 1) + 1)
      byTopic.get(news.topic)?.();
    else if (chat) take(run, chat, news);
  });
}

type News = Readonly<{ entries: readonly Readonly<{ sequence: number; message?: { text: string } }>[] }>;

async function readAsAgent(run: Run, chat: OpenChat): Promise<void> {
  const { base, cookie, seeded } = run.product;
  const after = run.last.get(chat.sessionId) ?? 1;
  const url = `${base}/api/desk/${seeded.slug}/chats/${chat.sessionId}?after=${after}`;
  const answer = await ask(url, { headers: { cookie } }).catch(() => null);
  if (answer?.status === 200) take(run, chat, JSON.parse(answer.text));
}

/** What our side has not had yet. */
function take(run: Run, chat: OpenChat, { entries }: News): void {
  for (const { sequence, message } of entries) {
    if (sequence <= (run.last.get(chat.sessionId) ?? 1)) continue;
    run.last.set(chat.sessionId, sequence);
    if (message) hear(run, chat, 'agent', message.text);
  }
}

function figuresFor({ said, told, delays, refused }: Run, ...[count, shares]: [number, string]): Figures[] {
  const { lost, doubled, unordered } = lossesOf(said, told);
  if (lost + doubled + unordered + refused.length > 0) {
    const astray = { lost, doubled, unordered, refused: refused.length };
    throw new Error(`words went astray: ${JSON.stringify(astray)}`);
  }
  const note = `${said.size} said, ${refused.length} refused, ${lost} lost, ${doubled} doubled, ${unordered} out of order; ${shares}`;
  const all = [...delays.visitor, ...delays.agent];
  return [
    figuresOf(`Chat: said until heard, ${count} at once (${note})`, all, { target: TARGET }),
    figuresOf('Chat: agent to visitor', delays.visitor),
    figuresOf('Chat: visitor to agent', delays.agent),
  ];
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<boolean> {
  const answer = await ask(url, { method: 'POST', headers, body }).catch(() => null);
  return answer !== null && answer.status < 300;
}

/** Runs `work` once more after it when it was asked for meanwhile, and never twice at once. */
function inTurns(work: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const run = async () => {
    do {
      state = 'running';
      await work();
    } while ((state as string) === 'again');
    state = 'idle';
  };
  return () => {
    if (state === 'idle') void run();
    else state = 'again';
  };
}

/** What every side should have heard: of the words with odd numbers we, of the others the visitor, each once, rising. */
function lossesOf(said: ReadonlyMap<string, number>, told: ReadonlyMap<string, Told>) {
  const heard = [...told.values()].flatMap(({ visitor, agent }) => [visitor, agent]);
  const distinct = heard.reduce((sum, list) => sum + new Set(list).size, 0);
  const total = heard.reduce((sum, list) => sum + list.length, 0);
  const unordered = heard.filter((list) => list.some((n, index) => n <= (list[index - 1] ?? 0))).length;
  return { lost: said.size - distinct, doubled: total - distinct, unordered };
}
