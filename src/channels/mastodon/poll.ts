import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import { idOfItem, polledItem } from '@/channels/lib/polled-item';
import { askServer, isTooLarge, reasonOf, secondsToWait } from './api';
import type { MastodonConfig } from './config';
import { pollOwnPosts } from './own-posts';
import { readAgain } from './read-again';
import { watchedPosts, watching } from './watched';

/** How many at a time: fewer where so many are too large together. */
const PAGES = [40, 5, 1] as const;
const cursorShape = z.object({
  minId: z.string().optional(),
  ownId: z.string().optional(),
  watched: watchedPosts,
  /** When they were last read again, in ms of the server's clock. */
  readAgainAt: z.number().catch(0),
});
type Cursor = z.output<typeof cursorShape>;
const notifications = z.array(z.unknown());

/**
 * Mentions, and changes of posts that the account boosted, after the last one that was stored, the oldest first; the first time only
 * the newest page. Of other posts servers tell no change and no deletion: the newest are read again from time to time.
 */
export async function pollMentions(
  cursor: unknown,
  config: MastodonConfig,
  call: CallOutside,
): Promise<Polled> {
  const parsed = cursorShape.safeParse(cursor);
  const known: Cursor = parsed.success ? parsed.data : { watched: [], readAgainAt: 0 };
  const after = known.minId === undefined ? '' : `&min_id=${encodeURIComponent(known.minId)}`;
  const { answer, size } = await askPage(after, config, call);
  if (answer.status === 429) {
    return { items: [], cursor, more: false, retryAfterSeconds: secondsToWait(answer.headers) };
  }
  if (answer.status !== 200) throw new Error(reasonOf(answer));
  const found = notifications.parse(answer.json).reverse();
  const items = found.map((each) => polledItem('notification', idOfItem(each), each));
  const last = found.map((each) => idOfItem(each)).findLast((id) => id !== null) ?? nextOf(answer.headers);
  const more = found.length === size && known.minId !== undefined && last !== null;
  const own = more ? { items: [], ownId: known.ownId } : await pollOwnPosts(known.ownId, config, call);
  const again = await readAgain(known, { page: answer, isLast: !more }, { config, call });
  return {
    items: [...items, ...own.items, ...again.items],
    cursor: {
      ...(last === null ? known.minId && { minId: known.minId } : { minId: last }),
      ...(own.ownId && { ownId: own.ownId }),
      watched: watching(again.watched, found, { config, now: again.now }),
      readAgainAt: again.readAgainAt,
    },
    more,
    retryAfterSeconds: again.retryAfterSeconds,
  };
}

/** A page, as large as it can be had: posts of other servers may be of any length. */
async function askPage(after: string, config: MastodonConfig, call: CallOutside) {
  for (const size of PAGES) {
    const path = `/api/v1/notifications?types[]=mention&types[]=update&limit=${size}${after}`;
    try {
      return { answer: await askServer(call, config, { path }), size };
    } catch (error) {
      if (size === 1 || !isTooLarge(error)) throw error;
    }
  }
  throw new Error('no page of any size');
}

/** Where the server says that newer ones begin, for a page in which nothing has an id (contracts D.5, Link header). */
function nextOf({ link = '' }: Readonly<Record<string, string>>): string | null {
  const [, minId = ''] = /[?&]min_id=([\w-]{1,100})[^>]*>;\s*rel="prev"/.exec(link) ?? [];
  return minId || null;
}
