import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import { askJson } from '@/channels/lib/json-call';
import { idOfItem, polledItem } from '@/channels/lib/polled-item';
import type { XConfig } from './config';
import { API, refusalOf, secondsToWait } from './deliver';
import { pollDirects } from './poll-directs';
import { isDue, renew } from './renew';

const POLL_SECONDS = 300;
/** At a time; what is left is fetched the next time. */
const MOST_PAGES = 5;
const FIELDS = [
  'tweet.fields=created_at,author_id,conversation_id,referenced_tweets,entities,attachments',
  'expansions=author_id,attachments.media_keys',
  'media.fields=type,url,preview_image_url,variants',
].join('&');

/** How far was read; `page` and `newest` while the pages behind `sinceId` are not all read. */
const cursorShape = z.object({
  sinceId: z.string().optional(),
  page: z.string().optional(),
  newest: z.string().optional(),
  directId: z.string().optional(),
});
type Cursor = z.output<typeof cursorShape>;

const shape = z.object({
  data: z.array(z.unknown()).default([]),
  includes: z.unknown(),
  meta: z
    .object({ newest_id: z.string().optional(), next_token: z.string().optional() })
    .default({})
    .catch({}),
});

/**
 * Mentions and direct messages since the last one that was stored, in case a call was lost; each is put into an envelope as X would bring it. X
 * gives the newest page first: only when the last page is read does reading begin behind them.
 */
export async function pollMentions(cursor: unknown, config: XConfig, call: CallOutside): Promise<Polled> {
  const now = new Date();
  if (isDue(config, now)) return renewed(cursor, await renew(config, now, call));
  const parsed = cursorShape.safeParse(cursor);
  let at: Cursor = parsed.success ? parsed.data : {};
  const items: Polled['items'][number][] = [];
  let wait = POLL_SECONDS;
  for (let count = 0; count < MOST_PAGES; count++) {
    const read = await readPage(at, config, call);
    at = read.at;
    items.push(...read.items);
    wait = read.wait ?? wait;
    if (read.wait !== null || at.page === undefined) break;
  }
  const more = at.page !== undefined && wait === POLL_SECONDS;
  const known = parsed.success ? parsed.data.directId : undefined;
  const direct = more ? { items: [], directId: known } : await pollDirects(known, config, call);
  return {
    items: [...items.toReversed(), ...direct.items],
    cursor: { ...at, directId: direct.directId },
    more,
    retryAfterSeconds: wait,
  };
}

/** The new token is kept before anything is done with it: the old one brings no other. */
function renewed(cursor: unknown, result: Awaited<ReturnType<typeof renew>>): Polled {
  if (!result.ok) throw new Error(result.error.reason);
  return { items: [], cursor, more: true, retryAfterSeconds: null, learned: result.value };
}

type Page = Readonly<{
  items: Polled['items'];
  /** Where reading goes on. */
  at: Cursor;
  /** Seconds that X wants us to stay away; null for none. */
  wait: number | null;
}>;

async function readPage(at: Cursor, config: XConfig, call: CallOutside): Promise<Page> {
  const answer = await askPage(at, config, call);
  if (answer.status === 429) return { items: [], at, wait: secondsToWait(answer.headers) };
  // A page that X does not know any more: from the beginning.
  if (answer.status === 400 && at.page) return { items: [], at: { sinceId: at.sinceId }, wait: null };
  if (answer.status !== 200) throw new Error(refusalOf(answer, '403').reason);
  const { data, includes, meta } = shape.parse(answer.json);
  const items = data.map((payload) => itemOf(payload, includes, config));
  return { items, at: afterPage(at, meta), wait: null };
}

/** The first time the newest page is enough; later all that is behind the last one that was read. */
function afterPage(
  at: Cursor,
  { newest_id: first, next_token: next }: z.output<typeof shape>['meta'],
): Cursor {
  const newest = at.newest ?? first;
  if (next && at.sinceId !== undefined) return { ...at, page: next, newest };
  return { sinceId: newest ?? at.sinceId };
}

function askPage({ sinceId, page }: Cursor, { userId, accessToken }: XConfig, call: CallOutside) {
  const since = sinceId ? `&since_id=${encodeURIComponent(sinceId)}` : '';
  const token = page ? `&pagination_token=${encodeURIComponent(page)}` : '';
  const url = `${API}/2/users/${userId}/mentions?max_results=100&${FIELDS}${since}${token}`;
  return askJson(call, { url, headers: { authorization: `Bearer ${accessToken}` } });
}

function itemOf(payload: unknown, ...[includes, { userId }]: [unknown, XConfig]) {
  const event = { event_type: 'post.mention.create', filter: { user_id: userId }, payload, includes };
  return polledItem('mention', idOfItem(payload), { data: event });
}
