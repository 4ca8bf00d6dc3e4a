import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import {
  countedSince,
  elapsedAt,
  judged,
  type SlaClock,
  type SlaMetric,
  type SlaState,
  stateOf,
} from '@/domain/sla/clock';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { clockRowsOf, clocksOf } from './clock-rows';

/** How one clock stands and why; durations in milliseconds of the clock's own hours. */
export type ClockStory = Readonly<{
  metric: SlaMetric;
  sequence: number;
  state: SlaState;
  target: number;
  elapsed: number;
  startedAt: Date;
  /** Null while it stands still or when it has ended. */
  dueAt: Date | null;
  breachedAt: Date | null;
  /** When it was fulfilled or cancelled. */
  endedAt: Date | null;
  /** Since when it stands still. */
  pausedSince: Date | null;
  /** How long it stood still in all. */
  pausedFor: number;
  reason: string | null;
}>;

export type TicketClocks = Readonly<{
  status: TicketStatus;
  policy: Readonly<{ id: string; name: string }> | null;
  nextDueAt: Date | null;
  nextDueMetric: SlaMetric | null;
  /** In the order in which they started. */
  clocks: readonly ClockStory[];
}>;

/** What is promised on a ticket and how it stands now; null when the reader may not see the ticket. */
export async function clocksOnTicket(ctx: StaffContext, ticketId: string): Promise<TicketClocks | null> {
  const { db, workspaceId } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: {
      requesterId: true,
      assigneeId: true,
      teamId: true,
      status: true,
      nextDueAt: true,
      nextDueMetric: true,
      slaPolicy: { select: { id: true, name: true } },
    },
  });
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return null;
  const clocks = await clocksOf(db, ctx, await clockRowsOf(db, ctx, ticketId));
  const isPaused = clocks.some((clock) => stateOf(clock) === 'paused');
  const statusSince = isPaused ? await lastStatusChange(ctx, ticketId) : null;
  const { status, nextDueAt, nextDueMetric, slaPolicy: policy } = ticket;
  const now = ctx.now();
  const stories = clocks.map((clock) => storyOf(judged(clock, now), { now, statusSince }));
  return { status, policy, nextDueAt, nextDueMetric, clocks: stories };
}

type Now = Readonly<{ now: Date; statusSince: Date | null }>;

function storyOf(clock: SlaClock, { now, statusSince }: Now): ClockStory {
  const { metric, sequence, target, startedAt, dueAt, breachedAt, fulfilledAt, cancelledAt, reason } = clock;
  const endedAt = cancelledAt ?? fulfilledAt;
  const elapsed = elapsedAt(clock, now);
  const state = stateOf(clock);
  return {
    ...{ metric, sequence, state, target, elapsed, startedAt, dueAt, breachedAt, endedAt, reason },
    pausedSince: state === 'paused' ? (statusSince ?? startedAt) : null,
    pausedFor: Math.max(0, countedSince(clock, endedAt ?? now) - elapsed),
  };
}

async function lastStatusChange({ db, workspaceId }: StaffContext, ticketId: string): Promise<Date | null> {
  const event = await db.ticketEvent.findFirst({
    where: { workspaceId, ticketId, type: 'ticket.status_changed' },
    orderBy: { position: 'desc' },
    select: { at: true },
  });
  return event?.at ?? null;
}
