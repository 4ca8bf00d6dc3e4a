import type { TicketAction } from '@/domain/action/action';
import { fieldNames, type MissingField } from '@/domain/field/field';
import type { SystemActor } from '@/domain/permission/actor';
import type { ActionResult, RuleEvent } from '@/domain/rule/rule';
import type { ProblemCode } from '@/domain/shared/result';
import type { Ticket } from '@/domain/ticket/ticket';
import type { ActiveRule } from '@/features/rules/rule-set';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { Context, SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A rule at work on one ticket: its actor bears the rule's name, so that history does. */
export type Acting = Readonly<{
  tx: Tx;
  ctx: Context<SystemActor>;
  rule: ActiveRule;
  runId: string;
  ticketId: string;
  /** What woke it; nothing for a rule on time. */
  woken: ReadonlySet<RuleEvent>;
  /** The event holds a message that a machine wrote: nothing may answer it (contracts A.3). */
  byMachine: boolean;
}>;

/** One action, and its place in the rule: what makes its effects unique. */
export type Step<Kind extends TicketAction['kind'] = TicketAction['kind']> = Readonly<{
  action: Extract<TicketAction, { kind: Kind }>;
  index: number;
}>;

/** How one action ended, but for its kind. */
export type Ended = Omit<ActionResult, 'kind'>;

export const DONE: Ended = { ok: true };

/** It could not be done; `problem` is a `ProblemCode` or one of `RULE_PROBLEMS`. */
export const failed = (problem: string): Ended => ({ ok: false, problem });

/** The ticket could not be set so; own fields that it lacks are named in the workspace's language. */
export async function notSet(
  { tx, ctx }: Pick<Acting, 'tx' | 'ctx'>,
  { code, missing }: Readonly<{ code: ProblemCode; missing?: readonly MissingField[] }>,
): Promise<Ended> {
  if (!missing) return failed(code);
  const workspace = await tx.workspace.findUnique({
    where: { id: ctx.workspaceId },
    select: { locale: true },
  });
  return { ...failed(code), detail: fieldNames(missing, workspace?.locale ?? 'en') };
}

/** The ticket as it stands after the actions before. */
export async function ticketOf({ tx, ctx, ticketId }: Acting): Promise<Ticket> {
  const ticket = await ticketForRule(tx, ctx, ticketId);
  if (!ticket) throw new Error(`ticket ${ticketId} is gone`);
  return ticket;
}

/** The rule's own context: what it does bears its name, and the depth that it adds. */
export function ruleContext(
  ctx: SystemContext,
  { rule, runId, depth }: Readonly<{ rule: ActiveRule; runId: string; depth: number }>,
): Context<SystemActor> {
  const cause = { ruleId: rule.id, runId, depth };
  return { ...ctx, actor: { kind: 'system', id: 'rule', name: rule.name, cause } };
}
