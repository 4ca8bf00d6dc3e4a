import { type SavedChange, saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Saves an answer that `replyToRequester` has decided, in the transaction of the channel that carries it. */
export const saveReply = (tx: Tx, ctx: Context, change: SavedChange): Promise<void> =>
  saveTicket(tx, ctx, change);
