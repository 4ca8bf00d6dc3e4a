import { type SavedChange, saveTickets } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type { SavedChange };

/** Saves what the domain has decided about different tickets, in the transaction of the channel that brought it. */
export const saveMany = (tx: Tx, ctx: Context, changes: readonly SavedChange[]): Promise<void> =>
  saveTickets(tx, ctx, changes);
