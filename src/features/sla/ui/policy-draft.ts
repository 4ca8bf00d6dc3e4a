import type { Condition } from '@/domain/condition/evaluate';
import type { SlaMetric } from '@/domain/sla/clock';
import { durationText, minutesIn } from '@/domain/sla/duration-text';
import { STANDARD_PAUSES } from '@/domain/sla/standard-pauses';
import { PRIORITIES, type Priority, type TicketStatus } from '@/domain/ticket/ticket';
import {
  conditionOf,
  type GroupDraft,
  groupDraft,
  wrongInGroup,
} from '@/features/conditions/ui/condition-draft';
import type { PolicyInput } from '@/features/sla/inputs';

/** Metrics in the order in which they are shown. */
export const METRICS = Object.keys(STANDARD_PAUSES) as readonly SlaMetric[];

const LONGEST = 525_600;

export type MetricDraft = Readonly<{
  hours: 'business' | 'calendar';
  pauseOn: readonly TicketStatus[];
  /** As typed; empty where nothing is promised. */
  times: Readonly<Record<Priority, string>>;
}>;

/** A policy as its form holds it. */
export type PolicyDraft = Readonly<{
  name: string;
  calendarId: string;
  active: boolean;
  warn: string;
  escalate: string;
  /** How long after a missed target the webhook is called, as typed. */
  webhook: string;
  webhookEndpointId: string | null;
  silenceIsKept: boolean;
  conditions: GroupDraft;
  metrics: Readonly<Record<SlaMetric, MetricDraft>>;
}>;

/** The form of a policy, or of a new one that counts by this calendar. */
export function policyDraft(policy: PolicyInput | null, calendarId: string): PolicyDraft {
  const metrics = METRICS.map((metric) => [metric, metricDraft(metric, policy?.targets ?? [])]);
  return {
    name: policy?.name ?? '',
    calendarId: policy?.calendarId ?? calendarId,
    active: policy?.active ?? true,
    warn: durationText(policy?.warnMinutes ?? 60),
    escalate: policy?.escalateMinutes === null ? '' : durationText(policy?.escalateMinutes ?? 60),
    webhook: durationText(policy?.webhookMinutes ?? 120),
    webhookEndpointId: policy?.webhookEndpointId ?? null,
    silenceIsKept: policy?.silenceIsKept ?? false,
    conditions: groupDraft(policy?.conditions ?? null),
    metrics: Object.fromEntries(metrics),
  };
}

function metricDraft(metric: SlaMetric, targets: PolicyInput['targets']): MetricDraft {
  const own = targets.filter((target) => target.metric === metric);
  const times = PRIORITIES.map((priority) => {
    const target = own.find((each) => each.priority === priority);
    return [priority, target ? durationText(target.minutes) : ''];
  });
  return {
    hours: own[0]?.hours ?? 'business',
    pauseOn: own[0]?.pauseOn ?? STANDARD_PAUSES[metric],
    times: Object.fromEntries(times),
  };
}

/** What is sent. A form in which something is wrong must have been refused before. */
export function policyOfDraft(draft: PolicyDraft, id: string | undefined): PolicyInput {
  const { name, calendarId, active, warn, escalate, webhook, webhookEndpointId, silenceIsKept } = draft;
  return {
    ...(id && { id }),
    name,
    calendarId,
    active,
    warnMinutes: minutesIn(warn) ?? 0,
    escalateMinutes: minutesIn(escalate),
    webhookMinutes: webhookEndpointId === null ? null : minutesIn(webhook),
    webhookEndpointId,
    silenceIsKept,
    // The table of this form has no other fields.
    conditions: conditionOf(draft.conditions) as Condition | null,
    targets: METRICS.flatMap((metric) => targetsOf(metric, draft.metrics[metric])),
  };
}

function targetsOf(metric: SlaMetric, { hours, pauseOn, times }: MetricDraft): PolicyInput['targets'] {
  return PRIORITIES.flatMap((priority) => {
    const minutes = minutesIn(times[priority]);
    return minutes === null ? [] : [{ metric, priority, minutes, hours, pauseOn: [...pauseOn] }];
  });
}

export type PolicyWrong = Readonly<{
  name: boolean;
  warn: boolean;
  escalate: boolean;
  webhook: boolean;
  /** Keys of conditions and groups that are not complete. */
  conditions: readonly string[];
  /** `metric/priority` of times that cannot be read. */
  times: readonly string[];
  /** True when nothing is promised at all. */
  nothing: boolean;
}>;

/** What has to be put right before the form can be sent; null when nothing has. */
export function wrongInPolicy(draft: PolicyDraft): PolicyWrong | null {
  const wrong = {
    name: draft.name.trim() === '',
    warn: !isTime(draft.warn, 0),
    escalate: draft.escalate.trim() !== '' && !isTime(draft.escalate, 0),
    webhook: draft.webhookEndpointId !== null && !isTime(draft.webhook, 0),
    conditions: wrongInGroup(draft.conditions),
    times: METRICS.flatMap((metric) => wrongTimes(metric, draft.metrics[metric])),
    nothing: METRICS.every((metric) => isEmpty(draft.metrics[metric])),
  };
  const flags = [wrong.name, wrong.warn, wrong.escalate, wrong.webhook, wrong.nothing];
  const isFine = !flags.includes(true) && wrong.conditions.length === 0 && wrong.times.length === 0;
  return isFine ? null : wrong;
}

function wrongTimes(metric: SlaMetric, { times }: MetricDraft): string[] {
  return PRIORITIES.filter((priority) => times[priority].trim() !== '' && !isTime(times[priority], 1)).map(
    (priority) => `${metric}/${priority}`,
  );
}

function isTime(text: string, least: number): boolean {
  const minutes = minutesIn(text);
  return minutes !== null && minutes >= least && minutes <= LONGEST;
}

const isEmpty = ({ times }: MetricDraft) => PRIORITIES.every((priority) => times[priority].trim() === '');
