import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import { askJson } from '@/channels/lib/json-call';
import { idOfItem, polledItem } from '@/channels/lib/polled-item';
import type { XConfig } from './config';
import { API } from './deliver';

/** X allows fifteen calls in a quarter of an hour (contracts D.3); what is further back is fetched no more. */
const MOST_PAGES = 3;
const FIELDS = [
  'event_types=MessageCreate',
  'dm_event.fields=id,event_type,text,sender_id,dm_conversation_id,created_at,attachments',
  'expansions=sender_id,attachments.media_keys',
  'media.fields=type,url,preview_image_url,variants',
].join('&');

const shape = z.object({
  data: z.array(z.unknown()).default([]),
  includes: z.unknown(),
  meta: z.object({ next_token: z.string().optional() }).default({}).catch({}),
});

/** What stands around a direct message that was fetched. */
export const FETCHED_DIRECT = 'dm.fetched';

type Read = Readonly<{ items: Polled['items']; directId: string | undefined }>;

/**
 * Direct messages since the last one that was fetched, in case a call was lost, the oldest first; the first time only where
 * reading begins. Nothing where X does not say, as its plans do not all hold this: calls bring them as well.
 */
export async function pollDirects(
  directId: string | undefined,
  config: XConfig,
  call: CallOutside,
): Promise<Read> {
  const first = await readPage('', config, call);
  if (!first) return { items: [], directId };
  const newest = newestOf(first.data, directId);
  if (directId === undefined) return { items: [], directId: newest };
  const items = [...laterOf(first, directId, config)];
  let page: Page | null = first;
  for (let count = 1; count < MOST_PAGES && page && isAllLater(page, directId); count++) {
    page = await readPage(page.meta.next_token ?? '', config, call);
    if (page) items.push(...laterOf(page, directId, config));
  }
  // A page that could not be had is fetched the next time, with those before it.
  return { items: items.toReversed(), directId: page ? newest : directId };
}

type Page = z.output<typeof shape>;

const newestOf = (all: readonly unknown[], known: string | undefined): string =>
  all.reduce<string>((highest, each) => {
    const id = digitsOf(each);
    return id !== null && isAfter(id, highest) ? id : highest;
  }, known ?? '0');

const laterOf = ({ data, includes }: Page, directId: string, config: XConfig): Polled['items'] =>
  data.filter((each) => isAfter(digitsOf(each), directId)).map((each) => itemOf(each, includes, config));

/** Whether there is more behind this page that was not fetched before. */
const isAllLater = ({ data, meta }: Page, directId: string): boolean =>
  meta.next_token !== undefined && data.every((each) => isAfter(digitsOf(each), directId));

/** Ids of X rise with time. */
function digitsOf(item: unknown): string | null {
  const id = idOfItem(item);
  return id !== null && /^\d{1,25}$/.test(id) ? id : null;
}

/** What has no id of use is looked at each time, and kept once. */
const isAfter = (id: string | null, other: string | undefined): boolean =>
  id === null || BigInt(id) > BigInt(other ?? '0');

async function readPage(page: string, { accessToken }: XConfig, call: CallOutside) {
  const token = page ? `&pagination_token=${encodeURIComponent(page)}` : '';
  const url = `${API}/2/dm_events?max_results=100&${FIELDS}${token}`;
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await askJson(call, { url, headers }).catch(() => null);
  const found = shape.safeParse(answer?.json);
  return answer?.status === 200 && found.success ? found.data : null;
}

function itemOf(payload: unknown, ...[includes, { userId }]: [unknown, XConfig]) {
  const event = { event_type: FETCHED_DIRECT, filter: { user_id: userId }, payload, includes };
  return polledItem('direct', idOfItem(payload), { data: event });
}
