import { comparisonsIn } from '@/domain/condition/explain';
import { isElapsed } from '@/domain/condition/rule-fields';
import type { RuleEvent, RuleKind, RuleTerms } from '@/domain/rule/rule';
import {
  type ActionDraft,
  actionDrafts,
  actionsOf,
  wrongInActions,
} from '@/features/actions/ui/action-draft';
import {
  conditionOf,
  type GroupDraft,
  groupDraft,
  wrongInGroup,
} from '@/features/conditions/ui/condition-draft';

const MOST_PER_HOUR = 100_000;
const LONGEST_NAME = 100;

/** A rule as its form holds it. */
export type RuleDraft = Readonly<{
  name: string;
  active: boolean;
  events: readonly RuleEvent[];
  conditions: GroupDraft;
  actions: readonly ActionDraft[];
  /** Empty for the standard calendar. */
  calendarId: string;
  hourlyLimit: string;
}>;

/** The form of a rule, or of a new one. */
export function ruleDraft(rule: (RuleTerms & Readonly<{ active: boolean }>) | null): RuleDraft {
  return {
    name: rule?.name ?? '',
    active: rule?.active ?? false,
    events: rule?.events ?? [],
    conditions: groupDraft(rule?.conditions ?? null),
    actions: actionDrafts(rule?.actions ?? []),
    calendarId: rule?.calendarId ?? '',
    hourlyLimit: String(rule?.hourlyLimit ?? 1000),
  };
}

/** What the form says, as it is sent. A form in which something is wrong must have been refused before. */
export function termsOfDraft(draft: RuleDraft, kind: RuleKind) {
  const { name, events, conditions, actions, calendarId, hourlyLimit } = draft;
  return {
    kind,
    name,
    events: kind === 'trigger' ? [...events] : [],
    conditions: conditionOf(conditions),
    actions: actionsOf(actions),
    calendarId: calendarId || null,
    hourlyLimit: Number(hourlyLimit),
  };
}

export type RuleWrong = Readonly<{
  name: boolean;
  events: boolean;
  limit: boolean;
  /** Keys of conditions and groups that are not complete. */
  conditions: readonly string[];
  /** True for a rule on time that asks for no time. */
  time: boolean;
  /** `key/field` of actions that are not complete. */
  actions: readonly string[];
  noAction: boolean;
}>;

/** What has to be put right before the form can be sent; null when nothing has. */
export function wrongInRule(draft: RuleDraft, kind: RuleKind): RuleWrong | null {
  const name = draft.name.trim();
  const wrong = {
    name: name === '' || name.length > LONGEST_NAME,
    events: kind === 'trigger' && draft.events.length === 0,
    limit: !isLimit(draft.hourlyLimit),
    conditions: wrongInGroup(draft.conditions),
    time: kind === 'automation' && !asksForTime(draft.conditions),
    actions: wrongInActions(draft.actions),
    noAction: draft.actions.length === 0,
  };
  const flags = [wrong.name, wrong.events, wrong.limit, wrong.time, wrong.noAction];
  const isFine = !flags.includes(true) && wrong.conditions.length === 0 && wrong.actions.length === 0;
  return isFine ? null : wrong;
}

const isLimit = (text: string): boolean =>
  /^\d{1,6}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_PER_HOUR;

function asksForTime(group: GroupDraft): boolean {
  const condition = conditionOf(group);
  return condition !== null && comparisonsIn(condition).some(({ operator }) => isElapsed(operator));
}
