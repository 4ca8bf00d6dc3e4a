import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import type { JsonAnswer } from '@/channels/lib/json-call';
import { polledItem } from '@/channels/lib/polled-item';
import { askServer, isTooLarge, secondsToWait } from './api';
import type { MastodonConfig } from './config';
import { GONE, READ_AGAIN } from './read-notification';
import { msOf, type Watched } from './watched';

/** Mastodon takes no more ids at a time (its "View multiple statuses", since 4.3). */
const TOGETHER = 20;
/** Calls for single posts in a turn, of the 300 in five minutes that servers allow. */
const SINGLY = 8;
const PAUSE_MS = 120_000;
/** Below so many calls left nothing is asked for that can wait. */
const CALLS_LEFT = 60;

type Known = Readonly<{ watched: Watched; readAgainAt: number }>;
type Turn = Readonly<{ page: JsonAnswer; isLast: boolean }>;
type Means = Readonly<{ config: MastodonConfig; call: CallOutside }>;
type Read = Known &
  Readonly<{ items: Polled['items']; retryAfterSeconds: number | null; now: number | null }>;

/**
 * Reads some of the watched posts again, every two minutes at most: what was changed since, and what is gone. Servers tell of
 * changes only to those who boosted a post, and of deletions nobody. The clock is the server's own.
 */
export async function readAgain(known: Known, { page, isLast }: Turn, means: Means): Promise<Read> {
  const now = msOf(page.headers['date']) || null;
  const left = Number(page.headers['x-ratelimit-remaining'] ?? CALLS_LEFT);
  const isDue = now !== null && now >= known.readAgainAt + PAUSE_MS;
  if (!isDue || !isLast || left < CALLS_LEFT || known.watched.length === 0) {
    return { ...known, items: [], retryAfterSeconds: null, now };
  }
  const { found, gone, tried, retryAfterSeconds } = await ask(known.watched.slice(0, TOGETHER), means);
  const changed = known.watched.filter(({ id, edited }) => editedOf(found.get(id)) > edited);
  const items = [
    ...changed.map(({ id }) => {
      const status = found.get(id);
      return polledItem(READ_AGAIN, `${id}@${editedOf(status)}`, { id, type: READ_AGAIN, status });
    }),
    ...[...gone].map((id) => polledItem(GONE, id, { id, type: GONE, at: new Date(now).toISOString() })),
  ];
  const read = known.watched
    .filter(({ id }) => found.has(id))
    .map((each) => ({ ...each, edited: Math.max(each.edited, editedOf(found.get(each.id))) }));
  const unread = known.watched.filter(({ id }) => !found.has(id) && !gone.has(id));
  const later = unread.filter(({ id }) => tried.has(id));
  return {
    watched: [...unread.filter(({ id }) => !tried.has(id)), ...later, ...read],
    readAgainAt: now,
    items,
    retryAfterSeconds,
    now,
  };
}

type Asked = Readonly<{
  found: ReadonlyMap<string, unknown>;
  gone: ReadonlySet<string>;
  /** Each by itself. */
  tried: ReadonlySet<string>;
  retryAfterSeconds: number | null;
}>;

/** Together where the server can; what is missing there is asked for by itself, as only that says that it is gone. */
async function ask(turn: Watched, means: Means): Promise<Asked> {
  const query = turn.map(({ id }) => `id[]=${encodeURIComponent(id)}`).join('&');
  const together = await answerOf(`/api/v1/statuses?${query}`, means);
  const all = listed.parse(together?.json).map((status) => [idOf(status), status] as const);
  const found = new Map(all);
  const missing = turn.map(({ id }) => id).filter((id) => !found.has(id));
  const gone = new Set<string>();
  const tried = new Set<string>();
  if (together?.status === 429) return { found, gone, tried, retryAfterSeconds: waitOf(together) };
  for (const id of missing.slice(0, SINGLY)) {
    const answer = await answerOf(`/api/v1/statuses/${encodeURIComponent(id)}`, means);
    tried.add(id);
    if (answer === null) continue;
    if (isGone(answer)) gone.add(id);
    else if (answer.status === 200 && idOf(answer.json) === id) found.set(id, answer.json);
    else return { found, gone, tried, retryAfterSeconds: waitOf(answer) };
  }
  return { found, gone, tried, retryAfterSeconds: null };
}

const waitOf = ({ status, headers }: JsonAnswer): number | null =>
  status === 429 ? secondsToWait(headers) : null;

/** Null for what is too large to be read. Trouble on the way is an answer that says nothing. */
async function answerOf(path: string, { config, call }: Means): Promise<JsonAnswer | null> {
  try {
    return await askServer(call, config, { path });
  } catch (error) {
    return isTooLarge(error) ? null : { status: 0, headers: {}, json: null };
  }
}

/** The server's own word, and not that of something before it which knows no such address. */
const isGone = ({ status, json }: JsonAnswer): boolean =>
  (status === 404 || status === 410) && refused.safeParse(json).success;

const refused = z.object({ error: z.string() });
const listed = z.array(z.unknown()).catch([]);
const shown = z.object({ id: z.string().min(1), edited_at: z.string().nullish() });
const idOf = (status: unknown): string => shown.safeParse(status).data?.id ?? '';
const editedOf = (status: unknown): number => msOf(shown.safeParse(status).data?.edited_at);
