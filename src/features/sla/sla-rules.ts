import type { Condition } from '@/domain/condition/evaluate';
import { type OpenHours, type OpenSlot, openHours } from '@/domain/sla/business-time';
import type { SlaMetric } from '@/domain/sla/clock';
import type { SlaPromises } from '@/domain/sla/settle';
import { PRIORITIES, type Priority, type TicketStatus } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type PolicyRule = Readonly<{
  id: string;
  calendarId: string;
  conditions: Condition | null;
  promises: Readonly<Record<Priority, SlaPromises>>;
}>;

/** The policies of a workspace in order and its calendars, ready to count with. */
export type SlaRules = Readonly<{
  version: number;
  policies: readonly PolicyRule[];
  hours: ReadonlyMap<string, OpenHours>;
}>;

const remembered = new Map<string, SlaRules>();

/** The rules as they stand in this transaction; read anew only when a policy or a calendar has changed. */
export async function slaRules(tx: Tx, ctx: Pick<Context, 'workspaceId'>): Promise<SlaRules> {
  const { workspaceId } = ctx;
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { rulesVersion: true },
  });
  const known = remembered.get(workspaceId);
  if (known?.version === workspace.rulesVersion) return known;
  const rules = await readRules(tx, workspaceId, workspace.rulesVersion);
  remembered.set(workspaceId, rules);
  return rules;
}

async function readRules(tx: Tx, workspaceId: string, version: number): Promise<SlaRules> {
  const calendars = await tx.businessCalendar.findMany({
    where: { workspaceId },
    select: {
      id: true,
      timeZone: true,
      slots: { select: { weekday: true, fromMinute: true, toMinute: true } },
      days: { select: { date: true, kind: true, fromMinute: true, toMinute: true } },
    },
  });
  const hours = new Map(calendars.map((calendar) => [calendar.id, openHours(calendarOf(calendar))]));
  const policies = await tx.slaPolicy.findMany({
    where: { workspaceId, active: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      calendarId: true,
      conditions: true,
      targets: { select: { metric: true, priority: true, minutes: true, hours: true, pauseOn: true } },
    },
  });
  return { version, policies: policies.map((policy) => ruleOf(policy, hours)), hours };
}

type CalendarRow = Readonly<{
  timeZone: string;
  slots: readonly Readonly<{ weekday: number; fromMinute: number; toMinute: number }>[];
  days: readonly Readonly<{
    date: Date;
    kind: 'holiday' | 'extra';
    fromMinute: number | null;
    toMinute: number | null;
  }>[];
}>;

/** A calendar's rows as the domain counts with them. */
export function calendarOf({ timeZone, slots, days }: CalendarRow) {
  const week = Array.from({ length: 7 }, (_, weekday) =>
    slots
      .filter((slot) => slot.weekday === weekday)
      .map(({ fromMinute, toMinute }) => ({ from: fromMinute, to: toMinute })),
  );
  const dated = (kind: 'holiday' | 'extra') =>
    new Map(
      days
        .filter((day) => day.kind === kind)
        .map((day): [string, OpenSlot[]] => [day.date.toISOString().slice(0, 10), slotOf(day)]),
    );
  return { timeZone, week, holidays: dated('holiday'), extraDays: dated('extra') };
}

function slotOf({ fromMinute, toMinute }: CalendarRow['days'][number]): OpenSlot[] {
  return fromMinute === null || toMinute === null ? [] : [{ from: fromMinute, to: toMinute }];
}

type PolicyRow = Readonly<{
  id: string;
  calendarId: string;
  conditions: unknown;
  targets: readonly Readonly<{
    metric: SlaMetric;
    priority: Priority;
    minutes: number;
    hours: 'business' | 'calendar';
    pauseOn: readonly TicketStatus[];
  }>[];
}>;

const MINUTE = 60_000;

function ruleOf({ id, calendarId, conditions, targets }: PolicyRow, hours: SlaRules['hours']): PolicyRule {
  const promises = Object.fromEntries(
    PRIORITIES.map((priority) => [
      priority,
      Object.fromEntries(
        targets
          .filter((target) => target.priority === priority)
          .map((target) => [
            target.metric,
            {
              target: target.minutes * MINUTE,
              hours: target.hours === 'business' ? (hours.get(calendarId) ?? null) : null,
              pauseOn: target.pauseOn,
            },
          ]),
      ),
    ]),
  ) as Record<Priority, SlaPromises>;
  return { id, calendarId, conditions: conditions as Condition | null, promises };
}
