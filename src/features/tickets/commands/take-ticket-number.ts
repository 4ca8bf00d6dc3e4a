import { nextTicketNumber } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The next ticket number, taken on the caller's connection; it is not given back when the transaction fails. */
export function takeTicketNumber(tx: Tx, ctx: Pick<Context, 'workspaceId'>): Promise<number> {
  return nextTicketNumber({ workspaceId: ctx.workspaceId, db: tx });
}
