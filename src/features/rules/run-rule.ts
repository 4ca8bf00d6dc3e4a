import type { Explained } from '@/domain/condition/explain';
import { outcomeOf, type RuleEvent, type RuleProblem, type RunOutcome, refusalOf } from '@/domain/rule/rule';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { ruleContext } from './act/acting';
import { type Performed, performActions } from './act/perform';
import { tellOfLimit } from './limit-mail';
import type { ActiveRule } from './rule-set';

/** A rule whose conditions are met on a ticket. */
export type Run = Readonly<{
  rule: ActiveRule;
  ticketId: string;
  /** What it answers: it does so once. */
  key: string;
  why: Explained | null;
  /** Rules between what it answers and what a person or a program did. */
  depth: number;
  woken: ReadonlySet<RuleEvent>;
  byMachine: boolean;
}>;

export type Ran = 'stopped' | 'acted' | 'idle' | 'limited';

const HOUR = 3_600_000;

/**
 * Lets a rule act, once for its key, and writes down what came of it and why. Gives what that means for the rules after it:
 * `stopped` ends their turn, `acted` may have changed the ticket. A rule on time that has reached its hourly limit is
 * `limited`: nothing is written down, and it acts later.
 */
export async function runRule(tx: Tx, ctx: SystemContext, run: Run): Promise<Ran> {
  const earlier = await earlierRun(tx, ctx, run);
  if (earlier) return earlier.stopped ? 'stopped' : 'idle';
  const startedAt = performance.now();
  const refused = await refusal(tx, ctx, run);
  if (refused === 'rule.too_often' && run.rule.kind === 'automation') return 'limited';
  const runId = ctx.newId();
  const performed = refused ? refusedAll(run, refused) : await perform(tx, ctx, { run, runId });
  const outcome = refused ? 'refused' : outcomeOf(performed.results);
  const durationMs = Math.round(performance.now() - startedAt);
  await keepRun(tx, ctx, { run, runId, performed, outcome, durationMs });
  if (performed.stopped) return 'stopped';
  return refused ? 'idle' : 'acted';
}

const NOTHING: readonly never[] = [];

function refusedAll({ rule }: Run, problem: RuleProblem): Performed {
  return { results: rule.actions.map(({ kind }) => ({ kind, ok: false, problem })), stopped: false };
}

function perform(
  tx: Tx,
  ctx: SystemContext,
  { run, runId }: Readonly<{ run: Run; runId: string }>,
): Promise<Performed> {
  const { rule, ticketId, woken, byMachine, depth } = run;
  const acting = ruleContext(ctx, { rule, runId, depth: depth + 1 });
  return performActions({ tx, ctx: acting, rule, runId, ticketId, woken, byMachine });
}

/** What this rule has come to for the same key before. */
async function earlierRun(
  tx: Tx,
  { workspaceId }: SystemContext,
  { rule, ticketId, key }: Run,
): Promise<Readonly<{ stopped: boolean }> | null> {
  return tx.ruleRun.findUnique({
    where: { workspaceId_ruleId_ticketId_key: { workspaceId, ruleId: rule.id, ticketId, key } },
    select: { stopped: true },
  });
}

type Counted = Readonly<{ onTicket: number; onAll: number }>;

async function refusal(
  tx: Tx,
  ctx: SystemContext,
  { rule, ticketId, depth }: Run,
): Promise<RuleProblem | null> {
  const since = new Date(ctx.now().getTime() - HOUR);
  const [counted] = await tx.$queryRaw<Counted[]>`
    select count(*)::int as "onAll", (count(*) filter (where "ticketId" = ${ticketId}::uuid))::int as "onTicket"
    from (select "ticketId" from "RuleRun"
      where "workspaceId" = ${ctx.workspaceId}::uuid and "ruleId" = ${rule.id}::uuid and at > ${since}
        and outcome <> 'refused'
      order by at desc limit ${rule.hourlyLimit}) as recent`;
  const { onTicket = 0, onAll = 0 } = counted ?? {};
  const problem = refusalOf({ depth, onTicket, onAll, hourlyLimit: rule.hourlyLimit });
  if (problem === 'rule.too_often') await tellOfLimit(tx, ctx, rule);
  return problem;
}

type Kept = Readonly<{
  run: Run;
  runId: string;
  performed: Performed;
  outcome: RunOutcome;
  durationMs: number;
}>;

async function keepRun(
  tx: Tx,
  { workspaceId, now }: SystemContext,
  { run, runId, performed, outcome, durationMs }: Kept,
): Promise<void> {
  const { rule, ticketId, key, why, depth } = run;
  const json = (value: unknown) => JSON.parse(JSON.stringify(value ?? NOTHING));
  await tx.ruleRun.create({
    data: {
      workspaceId,
      id: runId,
      ruleId: rule.id,
      ruleVersion: rule.version,
      ticketId,
      key,
      outcome,
      why: why ? json(why) : { all: [], met: true },
      actions: json(performed.results),
      depth,
      durationMs,
      stopped: performed.stopped,
      at: now(),
    },
  });
}
