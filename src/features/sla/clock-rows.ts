import type { SlaClock } from '@/domain/sla/clock';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { SlaRules } from './sla-rules';

/** A clock with the id of its row. */
export type StoredClock = SlaClock & Readonly<{ id: string; calendarId: string | null }>;

const columns = {
  id: true,
  metric: true,
  sequence: true,
  calendarId: true,
  target: true,
  startedAt: true,
  consumed: true,
  runningSince: true,
  dueAt: true,
  breachedAt: true,
  fulfilledAt: true,
  cancelledAt: true,
  reason: true,
} as const;

type Where = Readonly<{ ticketId: string; rules: SlaRules }>;

/** The clocks of a ticket in the order in which they started. */
export async function clocksOf(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { ticketId, rules }: Where,
): Promise<StoredClock[]> {
  const rows = await tx.slaClock.findMany({
    where: { workspaceId: ctx.workspaceId, ticketId },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map((row) => ({
    ...row,
    target: Number(row.target),
    consumed: Number(row.consumed),
    hours: row.calendarId ? (rules.hours.get(row.calendarId) ?? null) : null,
  }));
}

/** The clocks that differ from their stored rows, and those that are new, as rows. */
export type ClockWrites = Readonly<{ made: readonly ClockRow[]; changed: readonly ClockRow[] }>;

type ClockRow = Readonly<{
  id: string;
  metric: SlaClock['metric'];
  sequence: number;
  calendarId: string | null;
  target: number;
  startedAt: Date;
  consumed: number;
  runningSince: Date | null;
  dueAt: Date | null;
  breachedAt: Date | null;
  fulfilledAt: Date | null;
  cancelledAt: Date | null;
  reason: string | null;
  sweepAt: Date | null;
}>;

type Compared = Readonly<{
  clocks: readonly SlaClock[];
  stored: readonly StoredClock[];
  calendarIdOf: (clock: SlaClock) => string | null;
  newId: () => string;
}>;

/** What has to be written so that the rows say what `clocks` say. */
export function writesOf({ clocks, stored, calendarIdOf, newId }: Compared): ClockWrites {
  const made: ClockRow[] = [];
  const changed: ClockRow[] = [];
  for (const clock of clocks) {
    const before = stored.find((each) => each.metric === clock.metric && each.sequence === clock.sequence);
    if (before === clock) continue;
    const { hours: _, ...facts } = clock;
    const row = {
      ...facts,
      id: before?.id ?? newId(),
      calendarId: calendarIdOf(clock),
      sweepAt: clock.breachedAt || clock.fulfilledAt || clock.cancelledAt ? null : clock.dueAt,
    };
    (before ? changed : made).push(row);
  }
  return { made, changed };
}
