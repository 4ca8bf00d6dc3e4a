import type { Actor } from '@/domain/permission/actor';
import type { PromiseMade } from '@/domain/promise/event';
import { type Opening, openTicket } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { saveTicket } from '@/features/tickets/store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Opened = Readonly<{
  opening: Opening;
  message: NewMessage;
  by: Actor;
  /** What stands on the ticket from the start after the customer's message, such as its acknowledgement. */
  beside: readonly NewMessage[];
  /** What one of these messages promises. */
  promised?: PromiseMade | null;
}>;

/** Opens a ticket for what a customer sent, in the caller's transaction. */
export async function openReceivedTicket(
  tx: Tx,
  ctx: Context,
  { opening, message, by, beside, promised }: Opened,
): Promise<Ticket> {
  const change = openTicket(opening, { message, by, at: ctx.now() });
  const after = new Date((message.placedAt ?? ctx.now()).getTime() + 1);
  const more = beside.map(
    (each) => ({ type: 'message.added', message: { ...each, placedAt: after } }) as const,
  );
  await saveTicket(tx, ctx, {
    ...change,
    events: [...change.events, ...more, ...(promised ? [promised] : [])],
  });
  return change.after;
}
