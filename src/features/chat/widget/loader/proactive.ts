import type { ChatLanguage, ProactiveRule } from '@/domain/chat/protocol';

const DAY = 86_400_000;
const VISIT_PAUSE = 30 * 60_000;

/** What is known of the moment at which something could be said. */
export type Moment = Readonly<{
  path: string;
  language: ChatLanguage;
  open: boolean;
  visit: number;
  millisecondsOnPage: number;
  now: number;
}>;

/** When each message was shown, by rule, in milliseconds since 1970. */
export type Shown = Readonly<Record<string, readonly number[]>>;

/** The first rule whose conditions all hold at this moment and that has not been shown too often, or null. */
export function dueRule(rules: readonly ProactiveRule[], moment: Moment, shown: Shown): ProactiveRule | null {
  return rules.find((rule) => fits(rule, moment) && mayShow(rule, moment.now, shown)) ?? null;
}

function fits(rule: ProactiveRule, moment: Moment): boolean {
  return (
    (moment.open || !rule.onlyWhenOpen) &&
    (rule.pages.length === 0 || rule.pages.some((pattern) => matchesPath(pattern, moment.path))) &&
    (rule.languages.length === 0 || rule.languages.includes(moment.language)) &&
    moment.visit >= rule.minVisits &&
    moment.millisecondsOnPage >= rule.afterSeconds * 1000
  );
}

/** Whether a path fits a pattern in which `*` stands for any text. */
export function matchesPath(pattern: string, path: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return path === pattern;
  const last = others.pop() ?? '';
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last))
    return false;
  let at = first.length;
  for (const part of others) {
    const found = path.indexOf(part, at);
    if (found < 0 || found + part.length > path.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

function mayShow(rule: ProactiveRule, now: number, shown: Shown): boolean {
  const since = now - rule.withinDays * DAY;
  return (shown[rule.id] ?? []).filter((at) => at > since).length < rule.maxTimes;
}

/** What was shown, with this rule shown now. Only what still counts for it is kept. */
export function withShown(shown: Shown, rule: ProactiveRule, now: number): Shown {
  const since = now - rule.withinDays * DAY;
  return { ...shown, [rule.id]: [...(shown[rule.id] ?? []).filter((at) => at > since), now] };
}

export type Visits = Readonly<{ times: number; at: number }>;

/** The visits with this page looked at: after half an hour away it is another visit. */
export function withPageView(visits: Visits | null, now: number): Visits {
  if (!visits) return { times: 1, at: now };
  return { times: visits.times + (now - visits.at > VISIT_PAUSE ? 1 : 0), at: now };
}
