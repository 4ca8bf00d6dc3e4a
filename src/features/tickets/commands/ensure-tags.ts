import { tagIdsOf } from '@/features/tickets/tags';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The ids of these tag names (in lower case), in rising order, for other features; names that are new become tags. */
export const ensureTags = (tx: Tx, ctx: Context, names: readonly string[]): Promise<string[]> =>
  tagIdsOf(tx, ctx, names);
