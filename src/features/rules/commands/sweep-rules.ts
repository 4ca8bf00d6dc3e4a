import { explain, isMetBy, type RuleCondition } from '@/domain/condition/explain';
import type { RuleFieldName } from '@/domain/condition/rule-fields';
import { anchorsOf } from '@/domain/rule/rule';
import { NO_CHANGES } from '@/domain/rule/wake';
import { columnOf, conditionSql } from '@/features/conditions/condition-sql';
import { TICKETS } from '@/features/conditions/ticket-tables';
import { factsAt, NO_EVENT, ticketFacts } from '@/features/rules/facts';
import { type ActiveRule, ruleSet } from '@/features/rules/rule-set';
import { type Ran, runRule } from '@/features/rules/run-rule';
import type { SystemContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { log } from '@/server/log';
import type { World } from '@/server/world';

const BATCH = 200;

/** More than so many tickets at one sweep are left to the next one, for other workspaces' sake. */
const MOST_PER_RULE = 2000;

/**
 * Lets the rules on time of all workspaces act on the tickets for which they are due at the instant `asOf`, each rule once
 * for each stay of a ticket in the state that it waits for. Gives how often rules acted. Missing a turn, or two at once, does
 * no harm.
 */
export async function sweepRules(world: World, asOf: Date): Promise<number> {
  const rows = await world.db.rule.findMany({
    where: { active: true, kind: 'automation' },
    distinct: ['workspaceId'],
    select: { workspaceId: true },
  });
  let acted = 0;
  for (const { workspaceId } of rows) {
    const ctx: SystemContext = {
      ...world,
      now: () => asOf,
      workspaceId,
      actor: { kind: 'system', id: 'rule', name: 'rule' },
    };
    const { automations } = await ruleSet(world.db, workspaceId);
    for (const rule of automations) acted += await sweepRule(ctx, rule);
  }
  return acted;
}

async function sweepRule(ctx: SystemContext, rule: ActiveRule): Promise<number> {
  let [acted, after] = [0, '00000000-0000-0000-0000-000000000000'];
  for (let looked = 0; looked < MOST_PER_RULE; looked += BATCH) {
    const due = await dueTickets(ctx, rule, after);
    const { times, limited } = await actOnAll(ctx, rule, due);
    acted += times;
    const last = due.at(-1);
    if (limited || !last || due.length < BATCH) break;
    after = last.id;
  }
  return acted;
}

async function actOnAll(ctx: SystemContext, rule: ActiveRule, due: readonly Due[]) {
  let times = 0;
  for (const ticket of due) {
    const ran = await actOn(ctx, rule, ticket);
    if (ran === 'limited') return { times, limited: true };
    times += ran === 'idle' ? 0 : 1;
  }
  return { times, limited: false };
}

/** A ticket that is due, and since when it has stayed in that state: milliseconds since 1970. */
type Due = Readonly<{ id: string; stay: string }>;

/** What the rule waits for has come about, and it has not acted on that yet. Found by the indexes of the times asked for. */
function dueTickets(ctx: SystemContext, rule: ActiveRule, after: string): Promise<Due[]> {
  const clock = { now: ctx.now(), hours: rule.hours };
  const stay = stayOf(rule.conditions, ctx.now());
  return ctx.db.$queryRaw<Due[]>`
    select t.id, ${stay} as stay from ${TICKETS}
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t.id > ${after}::uuid
      and ${rule.conditions ? conditionSql(rule.conditions, { clock, event: null }) : sql`true`}
      and not exists (select 1 from "RuleRun" r
        where r."workspaceId" = t."workspaceId" and r."ruleId" = ${rule.id}::uuid and r."ticketId" = t.id
          and r.key = 'stay:' || ${stay})
    order by t.id limit ${BATCH}`;
}

/** The newest of the times that the rule counts from. */
function stayOf(conditions: RuleCondition | null, now: Date): Sql {
  const asked = { clock: { now, hours: null }, event: null };
  const times = anchorsOf(conditions).map((field: RuleFieldName) => columnOf(field, asked));
  return sql`(extract(epoch from coalesce(greatest(${joinSql(times, ', ')}), t."createdAt")) * 1000)::bigint::text`;
}

async function actOn(ctx: SystemContext, rule: ActiveRule, { id, stay }: Due): Promise<Ran> {
  try {
    return await transaction(ctx, async (tx) => {
      await tx.$executeRaw`select 1 from "Ticket"
        where "workspaceId" = ${ctx.workspaceId}::uuid and id = ${id}::uuid for update`;
      const which = sql`t."workspaceId" = ${ctx.workspaceId}::uuid and t.id = ${id}::uuid`;
      const now = ctx.now();
      const [ticket] = await ticketFacts(tx, { which, now });
      if (!ticket) return 'idle';
      const clock = { now, hours: rule.hours };
      const view = { facts: factsAt(ticket, { event: NO_EVENT, ...clock }), changes: NO_CHANGES, clock };
      if (rule.conditions && !isMetBy(rule.conditions, view)) return 'idle';
      const why = rule.conditions && explain(rule.conditions, view);
      const run = { rule, ticketId: id, key: `stay:${stay}`, why, depth: 0, woken: NOBODY, byMachine: false };
      return runRule(tx, ctx, run);
    });
  } catch (error) {
    // One ticket that cannot be acted on must not keep the rule from all others.
    log().error({ error, ruleId: rule.id, ticketId: id }, 'a rule on time failed');
    return 'idle';
  }
}

const NOBODY: ReadonlySet<never> = new Set();
