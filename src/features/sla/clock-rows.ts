import type { SlaClock } from '@/domain/sla/clock';
import type { SlaPromises } from '@/domain/sla/settle';
import { nextSweep, WATCH, watchTimes } from '@/domain/sla/watch';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { calendarRefOf, hoursOf } from './hours';

const columns = {
  id: true,
  metric: true,
  sequence: true,
  calendarId: true,
  calendarVersion: true,
  target: true,
  startedAt: true,
  consumed: true,
  runningSince: true,
  dueAt: true,
  breachedAt: true,
  fulfilledAt: true,
  cancelledAt: true,
  reason: true,
  warnAt: true,
  escalateAt: true,
  webhookAt: true,
  sweepAt: true,
  level: true,
} as const;

/** A clock's row; `target` and `consumed` in milliseconds. */
export type ClockRow = Readonly<
  Omit<SlaClock, 'hours'> & {
    id: string;
    calendarId: string | null;
    calendarVersion: number | null;
    warnAt: Date | null;
    escalateAt: Date | null;
    webhookAt: Date | null;
    sweepAt: Date | null;
    level: number;
  }
>;

/** The rows of a ticket's clocks in the order in which they started. */
export async function clockRowsOf(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  ticketId: string,
): Promise<ClockRow[]> {
  const rows = await tx.slaClock.findMany({
    where: { workspaceId, ticketId },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map((row) => ({ ...row, target: Number(row.target), consumed: Number(row.consumed) }));
}

/** The same clocks as the domain counts with them. */
export async function clocksOf(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  rows: readonly ClockRow[],
): Promise<SlaClock[]> {
  const refs = rows.flatMap((row) => calendarOf(row) ?? []);
  const hours = await hoursOf(tx, ctx, refs);
  return rows.map((row) => {
    const ref = calendarOf(row);
    return clockOf(row, ref && hours(ref));
  });
}

const calendarOf = ({ calendarId, calendarVersion }: ClockRow) =>
  calendarId !== null && calendarVersion !== null ? { calendarId, version: calendarVersion } : null;

function clockOf(row: ClockRow, hours: SlaClock['hours']): SlaClock {
  const { metric, sequence, target, startedAt, consumed, runningSince } = row;
  const { dueAt, breachedAt, fulfilledAt, cancelledAt, reason } = row;
  const counted = { metric, sequence, target, hours, startedAt, consumed, runningSince };
  return { ...counted, dueAt, breachedAt, fulfilledAt, cancelledAt, reason };
}

/** Rows to insert, to update and to delete, and those that turned out late without the sweep having seen it. */
export type ClockWrites = Readonly<{
  made: readonly ClockRow[];
  changed: readonly ClockRow[];
  /** Ids of clocks that a message started which never left. */
  gone: readonly string[];
  missed: readonly ClockRow[];
}>;

type Compared = Readonly<{
  clocks: readonly SlaClock[];
  stored: readonly ClockRow[];
  promises: SlaPromises;
  at: Date;
  newId: () => string;
}>;

/** What has to be written so that the rows say what `clocks` say. */
export function writesOf({ clocks, stored, promises, at, newId }: Compared): ClockWrites {
  const made: ClockRow[] = [];
  const changed: ClockRow[] = [];
  const missed: ClockRow[] = [];
  for (const clock of clocks) {
    const before = stored.find((each) => isOf(each, clock));
    const row = rowOf(clock, { before, promises, at, newId });
    if (before && isSame(before, row)) continue;
    (before ? changed : made).push(row);
    if (row.level === WATCH.missed && (before?.level ?? 0) < WATCH.missed) missed.push(row);
  }
  const gone = stored.filter((row) => !clocks.some((clock) => isOf(row, clock))).map(({ id }) => id);
  return { made, changed, gone, missed };
}

type Named = Pick<SlaClock, 'metric' | 'sequence'>;
const isOf = (one: Named, other: Named) => one.metric === other.metric && one.sequence === other.sequence;

type Rowing = Pick<Compared, 'promises' | 'at' | 'newId'> & Readonly<{ before: ClockRow | undefined }>;

function rowOf(clock: SlaClock, { before, promises, at, newId }: Rowing): ClockRow {
  const { hours, ...facts } = clock;
  const ref = calendarRefOf(hours);
  const times = watchTimes(clock, promises[clock.metric]);
  const level = levelOf({ ...clock, ...times }, before?.level ?? 0, at);
  return {
    ...facts,
    ...times,
    id: before?.id ?? newId(),
    calendarId: ref?.calendarId ?? null,
    calendarVersion: ref?.version ?? null,
    sweepAt: nextSweep({ ...clock, ...times }, level),
    level,
  };
}

type Warned = Pick<SlaClock, 'fulfilledAt' | 'cancelledAt' | 'breachedAt' | 'reason'> &
  Readonly<{ warnAt: Date | null }>;

/** A later due time arms the warning again; a clock that ends late before the sweep saw it has been missed all the same. */
function levelOf(clock: Warned, ...[level, at]: [number, Date]): number {
  const ended = clock.fulfilledAt ?? clock.cancelledAt;
  if (ended && clock.breachedAt) return Math.max(level, WATCH.missed);
  return level === WATCH.warned && clock.warnAt && clock.warnAt > at ? 0 : level;
}

const isSame = (one: ClockRow, other: ClockRow) =>
  Object.keys(columns).every((name) => {
    const [a, b] = [one[name as keyof ClockRow], other[name as keyof ClockRow]];
    return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
  });
