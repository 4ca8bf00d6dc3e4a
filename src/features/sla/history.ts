import { z } from 'zod';
import { type SlaPromises, type SlaStand, settle } from '@/domain/sla/settle';
import { TICKET_STATUSES, type TicketEvent, type TicketStatus } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const spoken = z.object({
  direction: z.enum(['inbound', 'outbound', 'note']),
  automated: z.string().nullable().default(null),
  thanks: z.boolean().default(false),
  author: z.enum(['customer', 'user', 'system']),
});
const moved = z.object({ from: z.enum(TICKET_STATUSES), to: z.enum(TICKET_STATUSES) });

type Row = Readonly<{ type: string; data: unknown; at: Date }>;

/**
 * The clocks of a ticket as its history makes them, under `promises` from its first event on: how a ticket comes under a
 * policy that did not match before, and what the nightly check compares with the stored clocks.
 */
export async function rebuiltClocks(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { ticketId, promises }: Readonly<{ ticketId: string; promises: SlaPromises }>,
): Promise<SlaStand> {
  const rows = await tx.ticketEvent.findMany({
    where: { workspaceId: ctx.workspaceId, ticketId },
    orderBy: { position: 'asc' },
    select: { type: true, data: true, at: true },
  });
  let stand: SlaStand = { clocks: [], promises };
  let status: TicketStatus = 'new';
  for (const row of rows) {
    const event = eventOf(row);
    if (!event) continue;
    stand = settle(stand, { events: [event], status, at: row.at });
    if (event.type === 'ticket.status_changed') status = event.to;
  }
  return stand;
}

/** The part of an event that clocks look at; null when they do not care for it. */
function eventOf({ type, data }: Row): TicketEvent | null {
  if (type === 'ticket.created') return { type };
  if (type === 'ticket.status_changed') return { type, ...moved.parse(data) };
  if (type === 'ticket.spam_changed')
    return { type, ...z.object({ from: z.boolean(), to: z.boolean() }).parse(data) };
  if (type !== 'message.added') return null;
  const { author, ...message } = spoken.parse(data);
  return { type, message: { ...message, author: { kind: author } } } as TicketEvent;
}
