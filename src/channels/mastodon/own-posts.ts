import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import { idOfItem, polledItem } from '@/channels/lib/polled-item';
import { askServer } from './api';
import type { MastodonConfig } from './config';
import { OWN_POST } from './read-notification';

const PAGE = 40;
const statuses = z.array(z.unknown());

type Read = Readonly<{ items: Polled['items']; ownId: string | undefined }>;

/**
 * What the account has posted since the last time, as somebody may answer on the server itself (Mastodon API, "Get account's
 * statuses"); the first time only where reading begins. Nothing where the server does not say: mentions come first.
 */
export async function pollOwnPosts(
  ownId: string | undefined,
  config: MastodonConfig,
  call: CallOutside,
): Promise<Read> {
  if (config.accountId === '') return { items: [], ownId };
  const since = ownId === undefined ? '&limit=1' : `&limit=${PAGE}&min_id=${encodeURIComponent(ownId)}`;
  const path = `/api/v1/accounts/${encodeURIComponent(config.accountId)}/statuses?exclude_reblogs=true${since}`;
  const answer = await askServer(call, config, { path }).catch(() => null);
  const found = statuses.safeParse(answer?.json);
  if (answer?.status !== 200 || !found.success) return { items: [], ownId };
  const rising = found.data.toReversed();
  const newest = rising.map((each) => idOfItem(each)).findLast((id) => id !== null) ?? ownId ?? '0';
  if (ownId === undefined) return { items: [], ownId: newest };
  const items = rising.map((status) => {
    const id = idOfItem(status);
    return polledItem(OWN_POST, id, { id: id ?? OWN_POST, type: OWN_POST, status });
  });
  return { items, ownId: newest };
}
