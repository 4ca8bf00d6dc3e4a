import 'server-only';
import type { Condition } from '@/domain/condition/evaluate';
import type { SlaMetric } from '@/domain/sla/clock';
import { namesIn } from '@/features/sla/condition-values';
import { type CalendarInput, type PolicyInput, policyInput } from '@/features/sla/inputs';
import type { StaffContext } from '@/server/context';

export type CalendarRow = Readonly<{
  id: string;
  name: string;
  timeZone: string;
  standard: boolean;
  slots: readonly Readonly<{ weekday: number; from: number; to: number }>[];
  policies: number;
}>;

/** All calendars of the workspace by name, the standard one first. */
export async function listCalendars({ db, workspaceId }: StaffContext): Promise<readonly CalendarRow[]> {
  const rows = await db.businessCalendar.findMany({
    where: { workspaceId },
    orderBy: [{ standard: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      timeZone: true,
      standard: true,
      slots: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }] },
      _count: { select: { policies: true } },
    },
  });
  return rows.map(({ slots, _count, ...row }) => ({
    ...row,
    slots: slots.map(({ weekday, fromMinute, toMinute }) => ({ weekday, from: fromMinute, to: toMinute })),
    policies: _count.policies,
  }));
}

export type CalendarPage = CalendarInput & Readonly<{ id: string; version: number }>;

/** One calendar as its form shows it; null when it is not here. */
export async function getCalendar(
  { db, workspaceId }: StaffContext,
  id: string,
): Promise<CalendarPage | null> {
  const row = await db.businessCalendar.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: {
      slots: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }] },
      days: { orderBy: [{ date: 'asc' }, { kind: 'asc' }] },
    },
  });
  if (!row) return null;
  const { name, timeZone, standard, version } = row;
  const week = Array.from({ length: 7 }, (_, weekday) =>
    row.slots
      .filter((slot) => slot.weekday === weekday)
      .map(({ fromMinute, toMinute }) => ({ from: fromMinute, to: toMinute })),
  );
  const days = row.days.map(({ date, kind, name, fromMinute, toMinute }) => ({
    date: date.toISOString().slice(0, 10),
    kind,
    name,
    open: fromMinute === null || toMinute === null ? null : { from: fromMinute, to: toMinute },
  }));
  return { id, name, timeZone, standard, version, week, days };
}

export type PolicyTarget = Readonly<Omit<PolicyInput['targets'][number], 'metric'> & { metric: SlaMetric }>;

type PolicyRow = Readonly<{
  id: string;
  name: string;
  active: boolean;
  version: number;
  calendar: string;
  conditions: Condition | null;
  targets: readonly PolicyTarget[];
}>;

export type PolicyList = Readonly<{
  policies: readonly PolicyRow[];
  /** Names of what the conditions point at, by id. */
  names: Readonly<Record<string, string>>;
}>;

const TARGETS = { metric: true, priority: true, minutes: true, hours: true, pauseOn: true } as const;

/** All policies in the order in which they are tried. */
export async function listPolicies(ctx: StaffContext): Promise<PolicyList> {
  const rows = await ctx.db.slaPolicy.findMany({
    where: { workspaceId: ctx.workspaceId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      active: true,
      version: true,
      conditions: true,
      calendar: { select: { name: true } },
      targets: { select: TARGETS },
    },
  });
  const policies = rows.map(({ calendar, conditions, ...row }) => ({
    ...row,
    calendar: calendar.name,
    conditions: conditions as Condition | null,
  }));
  return {
    policies,
    names: await namesIn(
      ctx,
      policies.map(({ conditions }) => conditions),
    ),
  };
}

export type PolicyVersion = Readonly<{
  version: number;
  savedAt: Date;
  savedBy: string | null;
  policy: PolicyInput;
}>;

export type PolicyPage = Readonly<{
  policy: PolicyInput & Readonly<{ id: string; version: number }>;
  versions: readonly PolicyVersion[];
  names: Readonly<Record<string, string>>;
}>;

const VERSIONS_SHOWN = 50;

/** One policy as its form shows it, with its latest versions, the newest first; null when it is not here. */
export async function getPolicy(ctx: StaffContext, id: string): Promise<PolicyPage | null> {
  const { db, workspaceId } = ctx;
  const row = await db.slaPolicy.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: {
      targets: { select: TARGETS },
      versions: { orderBy: { version: 'desc' }, take: VERSIONS_SHOWN },
    },
  });
  if (!row) return null;
  const { name, calendarId, active, version, targets, warnMinutes, escalateMinutes } = row;
  const { webhookMinutes, webhookEndpointId, silenceIsKept } = row;
  const conditions = row.conditions as Condition | null;
  const versions = await versionsOf(ctx, row.versions);
  const names = await namesIn(ctx, [conditions, ...versions.map(({ policy }) => policy.conditions)]);
  const levels = { warnMinutes, escalateMinutes, webhookMinutes, webhookEndpointId };
  const terms = { name, calendarId, active, conditions, targets, ...levels, silenceIsKept };
  return { policy: { id, version, ...terms }, versions, names };
}

type VersionRow = Readonly<{ version: number; savedAt: Date; savedById: string | null; policy: unknown }>;

/** Versions with who saved them. One that today's rules cannot read any more is left out. */
async function versionsOf(
  { db, workspaceId }: StaffContext,
  rows: readonly VersionRow[],
): Promise<readonly PolicyVersion[]> {
  const ids = rows.flatMap(({ savedById }) => savedById ?? []);
  const people = await db.membership.findMany({
    where: { workspaceId, userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(people.map(({ userId, user }) => [userId, user.name]));
  return rows.flatMap(({ version, savedAt, savedById, policy }) => {
    const read = policyInput.safeParse(policy);
    const savedBy = nameOf.get(savedById ?? '') ?? null;
    return read.success ? [{ version, savedAt, savedBy, policy: read.data }] : [];
  });
}

export type WebhookName = Readonly<{ id: string; name: string }>;

/** The webhooks that a policy may call, by name. */
export function listWebhookNames({ db, workspaceId }: StaffContext): Promise<readonly WebhookName[]> {
  return db.webhookEndpoint.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
