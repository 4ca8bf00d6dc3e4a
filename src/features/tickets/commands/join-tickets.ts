import { mayMerge } from '@/domain/ticket/merge';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { lockTickets, merge } from './merge-tickets';

/**
 * Makes one ticket a part of another in the caller's transaction, because a vendor said that what stands on them is one
 * thread; people can take it back as they can their own. False when one of them is closed or a part of another already.
 */
export async function joinTickets(
  tx: Tx,
  ctx: SystemContext,
  ids: readonly [string, string],
): Promise<boolean> {
  const pair = await lockTickets(tx, ctx, ids);
  if (!pair || !mayMerge(pair, { across: true }).ok) return false;
  await merge(tx, ctx, pair);
  return true;
}
