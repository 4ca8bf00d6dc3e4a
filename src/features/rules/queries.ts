import 'server-only';
import type { Explained } from '@/domain/condition/explain';
import type { ActionResult, RuleEvent, RuleKind, RuleTerms, RunOutcome } from '@/domain/rule/rule';
import { namesOf, referencesIn } from '@/features/conditions/references';
import { exportRules } from '@/features/rules/export-rules';
import { type RuleInput, type RuleRunsInput, ruleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

const MOST_RULES = 1000;
const VERSIONS_SHOWN = 50;
const PAGE_OF_RUNS = 50;
const HOUR = 3_600_000;

type Stored = Readonly<{
  kind: RuleKind;
  name: string;
  events: readonly string[];
  conditions: unknown;
  actions: unknown;
  calendarId: string | null;
  hourlyLimit: number;
}>;

/** What a rule says, as it is stored. It was checked when it was saved. */
const termsOf = ({
  kind,
  name,
  events,
  conditions,
  actions,
  calendarId,
  hourlyLimit,
}: Stored): RuleTerms => ({
  kind,
  name,
  events: events as RuleEvent[],
  conditions: conditions as RuleTerms['conditions'],
  actions: actions as RuleTerms['actions'],
  calendarId,
  hourlyLimit,
});

export type RuleRow = RuleTerms &
  Readonly<{
    id: string;
    active: boolean;
    template: string | null;
    version: number;
    /** When it last reached its hourly limit, if that was within the hour. */
    limitedAt: Date | null;
    updatedAt: Date;
    /** Times that it acted in the last 24 hours, and how many of them went wrong. */
    runs: number;
    failures: number;
    lastRunAt: Date | null;
  }>;

export type RuleList = Readonly<{
  rules: readonly RuleRow[];
  /** Names of what the rules point at, by id. */
  names: Readonly<Record<string, string>>;
}>;

type Counted = Readonly<{ ruleId: string; runs: number; failures: number; lastRunAt: Date }>;

/** All rules in the order in which they are tried. */
export async function listRules(ctx: StaffContext): Promise<RuleList> {
  const { db, workspaceId } = ctx;
  const since = new Date(ctx.now().getTime() - 24 * HOUR);
  const [rows, counts] = await Promise.all([
    db.rule.findMany({
      where: { workspaceId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: MOST_RULES,
    }),
    db.$queryRaw<Counted[]>`
      select "ruleId", count(*)::int as runs, count(*) filter (where outcome <> 'done')::int as failures,
        max(at) as "lastRunAt"
      from "RuleRun" where "workspaceId" = ${workspaceId}::uuid and at > ${since} group by "ruleId"`,
  ]);
  const countOf = new Map(counts.map((count) => [count.ruleId, count]));
  const rules = rows.map((row) => {
    const { runs = 0, failures = 0, lastRunAt = null } = countOf.get(row.id) ?? {};
    const { id, active, template, version, updatedAt } = row;
    const isLimited = row.limitedAt !== null && ctx.now().getTime() - row.limitedAt.getTime() < HOUR;
    const limitedAt = isLimited ? row.limitedAt : null;
    return {
      ...termsOf(row),
      id,
      active,
      template,
      version,
      limitedAt,
      updatedAt,
      runs,
      failures,
      lastRunAt,
    };
  });
  return { rules, names: await namesOf(db, workspaceId, rules.flatMap(referencesIn)) };
}

export type RuleVersion = Readonly<{
  version: number;
  savedAt: Date;
  savedBy: string | null;
  rule: RuleInput;
}>;

export type RulePage = Readonly<{
  rule: RuleTerms &
    Readonly<{
      id: string;
      version: number;
      active: boolean;
      template: string | null;
      limitedAt: Date | null;
    }>;
  versions: readonly RuleVersion[];
  names: Readonly<Record<string, string>>;
}>;

/** One rule as its form shows it, with its latest versions, the newest first; null when it is not here. */
export async function getRule(ctx: StaffContext, id: string): Promise<RulePage | null> {
  const { db, workspaceId } = ctx;
  const row = await db.rule.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: { versions: { orderBy: { version: 'desc' }, take: VERSIONS_SHOWN } },
  });
  if (!row) return null;
  const versions = await versionsOf(ctx, row.versions);
  const { version, active, template, limitedAt } = row;
  const terms = termsOf(row);
  const references = [terms, ...versions.map(({ rule }) => rule)].flatMap(referencesIn);
  return {
    rule: { ...terms, id, version, active, template, limitedAt },
    versions,
    names: await namesOf(db, workspaceId, references),
  };
}

type VersionRow = Readonly<{ version: number; savedAt: Date; savedById: string | null; rule: unknown }>;

/** Versions with who saved them. One that today's rules cannot read any more is left out. */
async function versionsOf(
  { db, workspaceId }: StaffContext,
  rows: readonly VersionRow[],
): Promise<readonly RuleVersion[]> {
  const people = await db.membership.findMany({
    where: { workspaceId, userId: { in: rows.flatMap(({ savedById }) => savedById ?? []) } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(people.map(({ userId, user }) => [userId, user.name]));
  return rows.flatMap(({ version, savedAt, savedById, rule }) => {
    const read = ruleInput.safeParse(rule);
    const savedBy = nameOf.get(savedById ?? '') ?? null;
    return read.success ? [{ version, savedAt, savedBy, rule: read.data }] : [];
  });
}

export type RuleRunRow = Readonly<{
  id: string;
  ruleId: string;
  ruleName: string;
  ruleVersion: number;
  ticketId: string;
  ticketNumber: number;
  ticketSubject: string;
  /** `event:<position in the history>` or `stay:<milliseconds since 1970>`. */
  key: string;
  outcome: RunOutcome;
  why: Explained | null;
  actions: readonly ActionResult[];
  depth: number;
  durationMs: number;
  at: Date;
}>;

export type RuleRuns = Readonly<{
  runs: readonly RuleRunRow[];
  /** Names of what the conditions point at, by id. */
  names: Readonly<Record<string, string>>;
  /** The run after which the next page begins; null when there is none. */
  next: string | null;
}>;

/** What the rules did, the newest first: of one rule, on one ticket, or all; only on tickets that the reader may see. */
export async function ruleRuns(
  ctx: StaffContext,
  asked: Omit<RuleRunsInput, 'limit'> & Partial<Pick<RuleRunsInput, 'limit'>>,
): Promise<RuleRuns> {
  const { db, workspaceId } = ctx;
  const { ruleId = null, ticketId = null, before = null, limit = PAGE_OF_RUNS } = asked;
  const ofRule = ruleId ? sql`r."ruleId" = ${ruleId}::uuid` : sql`true`;
  const ofTicket = ticketId ? sql`r."ticketId" = ${ticketId}::uuid` : sql`true`;
  const older = before
    ? sql`(r.at, r.id) < (select b.at, b.id from "RuleRun" b
        where b."workspaceId" = ${workspaceId}::uuid and b.id = ${before}::uuid)`
    : sql`true`;
  const rows = await db.$queryRaw<RuleRunRow[]>`
    select r.id, r."ruleId", u.name as "ruleName", r."ruleVersion", r."ticketId", t.number as "ticketNumber",
      t.subject as "ticketSubject", r.key, r.outcome, r.why, r.actions, r.depth, r."durationMs", r.at
    from "RuleRun" r
    join "Rule" u on u."workspaceId" = r."workspaceId" and u.id = r."ruleId"
    join "Ticket" t on t."workspaceId" = r."workspaceId" and t.id = r."ticketId"
    where r."workspaceId" = ${workspaceId}::uuid and ${ofRule} and ${ofTicket} and ${older} and ${readableBy(ctx.actor)}
    order by r.at desc, r.id desc limit ${limit + 1}`;
  const runs = rows.slice(0, limit);
  const references = runs.flatMap(({ why }) =>
    why ? referencesIn({ conditions: why, actions: [], calendarId: null }) : [],
  );
  const next = rows.length > limit ? (runs.at(-1)?.id ?? null) : null;
  return { runs, names: await namesOf(db, workspaceId, references), next };
}

/** All rules as the text of a file. */
export const exportedRules = async (ctx: StaffContext) => (await exportRules(ctx, {})).value;
