import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import { askServer, reasonOf, secondsToWait } from './api';
import type { MastodonConfig } from './config';

const PAGE = 40;
const cursorShape = z.object({ minId: z.string() });
const notifications = z.array(z.looseObject({ id: z.string().min(1) }));

/** Mentions, and changes of posts, after the last one that was stored, the oldest first; the first time only the newest page. */
export async function pollMentions(
  cursor: unknown,
  config: MastodonConfig,
  call: CallOutside,
): Promise<Polled> {
  const known = cursorShape.safeParse(cursor);
  const after = known.success ? `&min_id=${encodeURIComponent(known.data.minId)}` : '';
  const path = `/api/v1/notifications?types[]=mention&types[]=update&limit=${PAGE}${after}`;
  const answer = await askServer(call, config, { path });
  if (answer.status === 429) {
    return { items: [], cursor, more: false, retryAfterSeconds: secondsToWait(answer.headers) };
  }
  if (answer.status !== 200) throw new Error(reasonOf(answer));
  const found = notifications.parse(answer.json).reverse();
  const items = found.map((each) => ({
    key: `notification:${each.id}`,
    bytes: Buffer.from(JSON.stringify(each)),
  }));
  const last = found.at(-1)?.id;
  return {
    items,
    cursor: last ? { minId: last } : cursor,
    more: found.length === PAGE && known.success,
    retryAfterSeconds: null,
  };
}
