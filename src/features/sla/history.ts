import { z } from 'zod';
import { comeUnder, firstStatus, NOTHING_YET, type Past } from '@/domain/sla/promise';
import { type SlaPromises, type SlaStand, settle } from '@/domain/sla/settle';
import {
  PRIORITIES,
  type SlaPromised,
  TICKET_STATUSES,
  type TicketEvent,
  type TicketStatus,
} from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { policyAsOf } from './sla-rules';

const spoken = z.object({
  messageId: z.string(),
  direction: z.enum(['inbound', 'outbound', 'note']),
  automated: z.string().nullable().default(null),
  thanks: z.boolean().default(false),
  author: z.enum(['customer', 'user', 'system']),
});
const moved = z.object({ from: z.enum(TICKET_STATUSES), to: z.enum(TICKET_STATUSES) });
const promised = z.object({
  policyId: z.string().nullable(),
  policyVersion: z.int().nullable(),
  calendarVersion: z.int().nullable(),
  priority: z.enum(PRIORITIES),
  reason: z.string(),
});

const waiting = z.object({
  unansweredSince: z.string().nullable(),
  tookSince: z.string().nullable().default(null),
});

/** What clocks look at, in a ticket's history. */
const KINDS = [
  'ticket.created',
  'message.added',
  'message.cancelled',
  'ticket.status_changed',
  'sla.promised',
  'call.answered',
  'ticket.took_over',
  'ticket.gave_back',
  'ticket.split_off',
];

/** The part of a ticket's history that its clocks follow, oldest first, without messages that never left. */
export async function pastOf(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { ticketId, undone = [] }: Readonly<{ ticketId: string; undone?: readonly string[] }>,
): Promise<Past[]> {
  const rows = await tx.ticketEvent.findMany({
    where: { workspaceId, ticketId, type: { in: KINDS } },
    orderBy: { position: 'asc' },
    select: { type: true, data: true, at: true },
  });
  const past = rows.map(({ type, data, at }) => ({ event: eventOf(type, data), at }));
  const gone = new Set([...undone, ...past.flatMap(({ event }) => cancelledIn(event))]);
  return past.filter(({ event }) => event.type !== 'message.added' || !gone.has(event.message.id));
}

const cancelledIn = (event: TicketEvent) => (event.type === 'message.cancelled' ? [event.messageId] : []);

function eventOf(type: string, data: unknown): TicketEvent {
  if (type === 'ticket.status_changed') return { type, ...moved.parse(data) };
  if (type === 'sla.promised') return { type, ...promised.parse(data) };
  if (type === 'message.cancelled') {
    return { type, ...z.object({ messageId: z.string() }).parse(data), reason: 'undone' };
  }
  if (type === 'ticket.took_over' || type === 'ticket.gave_back' || type === 'ticket.split_off') {
    return { type, ...waiting.parse(data) } as TicketEvent;
  }
  if (type === 'call.answered') return { type, callId: '' };
  if (type !== 'message.added') return { type: 'ticket.created' };
  const { author, messageId: id, ...message } = spoken.parse(data);
  return { type, message: { ...message, id, author: { kind: author } } } as TicketEvent;
}

/**
 * The clocks of a ticket as its history makes them, each promise given when it was given and as it then was: what stored
 * clocks are compared with, and what they become when a message is taken back.
 */
export async function rebuilt(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { past, status: standing }: Readonly<{ past: readonly Past[]; status: TicketStatus }>,
): Promise<SlaStand> {
  let stand = NOTHING_YET;
  let status = firstStatus(past, standing);
  for (const [index, { event, at }] of past.entries()) {
    if (event.type === 'sla.promised') {
      const promises = await promisesIn(tx, ctx, event);
      const before = past.slice(0, index);
      stand = comeUnder(stand, { promises, reason: event.reason, past: before, status }, at);
    } else {
      stand = settle(stand, { events: [event], status, at });
    }
    if (event.type === 'ticket.status_changed') status = event.to;
  }
  return stand;
}

async function promisesIn(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { policyId, policyVersion, calendarVersion, priority }: SlaPromised,
): Promise<SlaPromises> {
  if (policyId === null || policyVersion === null || calendarVersion === null) return {};
  const rule = await policyAsOf(tx, ctx, { policyId, policyVersion, calendarVersion });
  return rule.promises[priority];
}
