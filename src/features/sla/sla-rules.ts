import { type Condition, isMet } from '@/domain/condition/evaluate';
import type { ConditionFacts } from '@/domain/condition/fields';
import type { SlaMetric } from '@/domain/sla/clock';
import type { SlaPromises } from '@/domain/sla/settle';
import { PRIORITIES, type Priority, type TicketStatus } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type HoursOf, hoursOf } from './hours';

/** What a ticket was promised by: one version of a policy with one version of its calendar. */
export type PolicyRef = Readonly<{ policyId: string; policyVersion: number; calendarVersion: number }>;

export type PolicyRule = Readonly<{
  ref: PolicyRef;
  conditions: Condition | null;
  promises: Readonly<Record<Priority, SlaPromises>>;
}>;

/** The active policies of a workspace in order, ready to count with. */
export type SlaRules = Readonly<{ version: number; policies: readonly PolicyRule[] }>;

/** The first policy in order whose conditions a ticket meets; null when none does. Nothing is promised to spam. */
export function policyFor({ policies }: SlaRules, facts: ConditionFacts): PolicyRule | null {
  if (facts.spam) return null;
  return policies.find(({ conditions }) => conditions === null || isMet(conditions, facts)) ?? null;
}

const remembered = new Map<string, SlaRules>();

/** The rules at this `version` of the workspace's rules; read anew only when a policy or a calendar has changed. */
export async function slaRules(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  version: number,
): Promise<SlaRules> {
  const known = remembered.get(workspaceId);
  if (known?.version === version) return known;
  const rules = { version, policies: await activePolicies(tx, workspaceId) };
  remembered.set(workspaceId, rules);
  return rules;
}

async function activePolicies(tx: Tx, workspaceId: string): Promise<PolicyRule[]> {
  const rows = await tx.slaPolicy.findMany({
    where: { workspaceId, active: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      version: true,
      calendarId: true,
      conditions: true,
      warnMinutes: true,
      escalateMinutes: true,
      webhookMinutes: true,
      webhookEndpointId: true,
      silenceIsKept: true,
      calendar: { select: { version: true } },
      targets: { select: { metric: true, priority: true, minutes: true, hours: true, pauseOn: true } },
    },
  });
  const calendars = rows.map(({ calendarId, calendar }) => ({ calendarId, version: calendar.version }));
  const hours = await hoursOf(tx, { workspaceId }, calendars);
  return rows.map((row) => ruleOf(row, { version: row.calendar.version, id: row.id, hours }));
}

const versions = new Map<string, PolicyRule>();
const MOST_KEPT = 5000;

/** A policy as it was when it gave its promise, with the calendar as it was. */
export async function policyAsOf(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { policyId, policyVersion, calendarVersion }: PolicyRef,
): Promise<PolicyRule> {
  const key = `${policyId}/${policyVersion}/${calendarVersion}`;
  const known = versions.get(key);
  if (known) return known;
  const { policy } = await tx.slaPolicyVersion.findUniqueOrThrow({
    where: { workspaceId_policyId_version: { workspaceId, policyId, version: policyVersion } },
    select: { policy: true },
  });
  const terms = policy as unknown as PolicyTerms;
  const calendar = { calendarId: terms.calendarId, version: calendarVersion };
  const hours = await hoursOf(tx, { workspaceId }, [calendar]);
  const rule = ruleOf(
    { ...terms, version: policyVersion },
    { version: calendarVersion, id: policyId, hours },
  );
  if (versions.size > MOST_KEPT) versions.clear();
  versions.set(key, rule);
  return rule;
}

/** A policy as its versions hold it. */
export type PolicyTerms = Readonly<{
  calendarId: string;
  conditions: unknown;
  warnMinutes: number;
  escalateMinutes: number | null;
  /** Absent in versions from before there were webhooks. */
  webhookMinutes?: number | null;
  webhookEndpointId?: string | null;
  silenceIsKept?: boolean;
  targets: readonly Readonly<{
    metric: SlaMetric;
    priority: Priority;
    minutes: number;
    hours: 'business' | 'calendar';
    pauseOn: readonly TicketStatus[];
  }>[];
}>;

const MINUTE = 60_000;
type Calendar = Readonly<{ id: string; version: number; hours: HoursOf }>;

function ruleOf(terms: PolicyTerms & Readonly<{ version: number }>, calendar: Calendar): PolicyRule {
  const promises = Object.fromEntries(
    PRIORITIES.map((priority) => [priority, promisesOf(terms, priority, calendar)]),
  ) as Record<Priority, SlaPromises>;
  const ref = { policyId: calendar.id, policyVersion: terms.version, calendarVersion: calendar.version };
  return { ref, conditions: terms.conditions as Condition | null, promises };
}

function promisesOf(terms: PolicyTerms, ...[priority, calendar]: [Priority, Calendar]): SlaPromises {
  const { calendarId, warnMinutes, escalateMinutes, webhookMinutes, webhookEndpointId } = terms;
  const hours = calendar.hours({ calendarId, version: calendar.version });
  const promised = terms.targets.filter((target) => target.priority === priority);
  return Object.fromEntries(
    promised.map((target) => [
      target.metric,
      {
        target: target.minutes * MINUTE,
        hours: target.hours === 'business' ? hours : null,
        pauseOn: target.pauseOn,
        warnBefore: warnMinutes * MINUTE,
        escalateAfter: inMilliseconds(escalateMinutes),
        webhookAfter: webhookEndpointId ? inMilliseconds(webhookMinutes ?? null) : null,
        silenceIsKept: terms.silenceIsKept ?? false,
      },
    ]),
  );
}

const inMilliseconds = (minutes: number | null) => (minutes === null ? null : minutes * MINUTE);
