import type { TicketAction } from '@/domain/action/action';
import { comparisonsIn, type RuleCondition } from '@/domain/condition/explain';
import { isTicketField } from '@/domain/condition/own-fields';
import { isElapsed, type RuleFieldName } from '@/domain/condition/rule-fields';

export const RULE_KINDS = ['trigger', 'automation'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** What can wake a trigger. Labels are `rules.event.<name>` in the messages. */
export const RULE_EVENTS = [
  'ticket_created',
  'ticket_updated',
  'customer_wrote',
  'staff_replied',
  'note_added',
  'sla_warned',
  'sla_missed',
  'promise_at_risk',
  'promise_broken',
  'delivery_failed',
  'survey_answered',
] as const;
export type RuleEvent = (typeof RULE_EVENTS)[number];

/** What a rule says, without where it stands in order and what became of it. */
export type RuleTerms = Readonly<{
  kind: RuleKind;
  name: string;
  /** What wakes a trigger; empty for an automation. */
  events: readonly RuleEvent[];
  /** Null is met by every ticket. */
  conditions: RuleCondition | null;
  actions: readonly TicketAction[];
  /** The calendar by which business time counts; null: the standard one. */
  calendarId: string | null;
  /** It acts at most so often within an hour. */
  hourlyLimit: number;
}>;

/** How the actions of one run ended. */
export type RunOutcome = 'done' | 'partly' | 'failed' | 'refused';

/** One action with how it ended; `problem` is a `ProblemCode` or one of `RULE_PROBLEMS`. */
export type ActionResult = Readonly<{
  kind: TicketAction['kind'];
  ok: boolean;
  problem?: string;
  /** What it came to: the number of a linked ticket, the language of a mail. */
  detail?: string;
}>;

/** Why a rule was kept from acting, or one of its actions could not be done. */
export const RULE_PROBLEMS = [
  'rule.too_deep',
  'rule.too_often_here',
  'rule.too_often',
  'rule.answers_automatic_mail',
  'rule.acknowledged_already',
  'rule.no_text',
  'rule.not_reachable',
  'rule.mailed_too_often',
  'rule.not_wanted',
  'rule.gone',
  'rule.nobody_to_tell',
] as const;
export type RuleProblem = (typeof RULE_PROBLEMS)[number];

/** All that a run of these results came to. */
export function outcomeOf(results: readonly ActionResult[]): RunOutcome {
  const failed = results.filter(({ ok }) => !ok).length;
  if (failed === 0) return 'done';
  return failed === results.length ? 'failed' : 'partly';
}

/** No rule answers what so many rules have caused, one after the other. */
const DEPTH_LIMIT = 5;

/** A rule acts on one ticket at most so often within an hour: whatever loop there is, it ends here. */
const TICKET_LIMIT = 10;

type Limits = Readonly<{
  depth: number;
  /** Runs of this rule in the last hour: on this ticket, and on all. */
  onTicket: number;
  onAll: number;
  hourlyLimit: number;
}>;

/** Why a rule whose conditions are met may not act now; null when it may. */
export function refusalOf({ depth, onTicket, onAll, hourlyLimit }: Limits): RuleProblem | null {
  if (depth >= DEPTH_LIMIT) return 'rule.too_deep';
  if (onTicket >= TICKET_LIMIT) return 'rule.too_often_here';
  return onAll >= hourlyLimit ? 'rule.too_often' : null;
}

/** The times that a rule on time counts from, each once: a ticket's stay begins anew when one of them does. */
export function anchorsOf(conditions: RuleCondition | null): RuleFieldName[] {
  if (!conditions) return [];
  const named = comparisonsIn(conditions);
  const elapsed = named.flatMap(({ field, operator }) =>
    isElapsed(operator) && !isTicketField(field) ? [field] : [],
  );
  const asksForStatus = named.some(({ field }) => field === 'status');
  return [...new Set(asksForStatus ? [...elapsed, 'sinceStatusChange' as const] : elapsed)];
}
