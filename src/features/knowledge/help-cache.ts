import { unstable_cache } from 'next/cache';
import { HELP_TAG, helpTag } from '@/server/help-tags';

/** Pages of the help centre are made anew after five minutes, whatever happens: the brand around them may have changed. */
const SECONDS = 300;

/** Asks once and keeps the answer until something of this help centre changes. The answer must survive JSON. */
export function keptForReaders<Value>(
  { workspaceId, key }: Readonly<{ workspaceId: string; key: readonly string[] }>,
  ask: () => Promise<Value>,
): Promise<Value> {
  const tags = [HELP_TAG, helpTag(workspaceId)];
  return unstable_cache(ask, ['help', workspaceId, ...key], { tags, revalidate: SECONDS })();
}
