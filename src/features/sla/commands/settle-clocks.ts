import { isMet } from '@/domain/condition/evaluate';
import type { ConditionFacts } from '@/domain/condition/fields';
import { isUnfinished, type SlaClock, type SlaMetric } from '@/domain/sla/clock';
import { repromise, type SlaPromises, type SlaStand, settle } from '@/domain/sla/settle';
import type { Ticket, TicketChange } from '@/domain/ticket/ticket';
import { type ClockWrites, clocksOf, writesOf } from '@/features/sla/clock-rows';
import { rebuiltClocks } from '@/features/sla/history';
import { type PolicyRule, type SlaRules, slaRules } from '@/features/sla/sla-rules';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What the ticket's row shows of its clocks. */
export type SlaColumns = Readonly<{
  slaPolicyId: string | null;
  nextDueAt: Date | null;
  nextDueMetric: SlaMetric | null;
}>;

export type SettledClocks = Readonly<{ columns: SlaColumns; writes: ClockWrites }>;

/**
 * How a change of a ticket moves its clocks: the columns of the ticket's row, and the clock rows to write once that row is
 * there. Null where the workspace promises nothing.
 */
export async function settleClocks(
  tx: Tx,
  ctx: Context,
  change: TicketChange,
): Promise<SettledClocks | null> {
  const rules = await slaRules(tx, ctx);
  const { before, after, events, at } = change;
  const policyId = before.version === 0 ? null : await policyIdOf(tx, ctx, before.id);
  if (rules.policies.length === 0 && policyId === null) return null;

  const policy = await matchingPolicy(tx, ctx, { rules, ticket: after });
  const promises: SlaPromises = policy?.promises[after.priority] ?? {};
  const stored = before.version === 0 ? [] : await clocksOf(tx, ctx, { ticketId: after.id, rules });
  const known: SlaStand = { clocks: stored, promises };
  const isNewToPolicies = before.version > 0 && policyId === null;
  const stand = isNewToPolicies ? await rebuiltClocks(tx, ctx, { ticketId: after.id, promises }) : known;
  const { clocks } = settle(repromise(stand, promises, at), { events, status: before.status, at });
  const calendarIdOf = (clock: SlaClock) => calendarOf(clock, rules);
  const writes = writesOf({ clocks, stored, calendarIdOf, newId: ctx.newId });
  return { columns: { slaPolicyId: policy?.id ?? null, ...soonest(clocks) }, writes };
}

/** The running clock that is due first; one that is late already comes before all others. */
function soonest(clocks: readonly SlaClock[]): Omit<SlaColumns, 'slaPolicyId'> {
  const running = clocks.filter((clock) => isUnfinished(clock) && clock.dueAt !== null);
  const [first] = running.toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
  return { nextDueAt: first?.dueAt ?? null, nextDueMetric: first?.metric ?? null };
}

function calendarOf(clock: SlaClock, { hours }: SlaRules): string | null {
  for (const [id, each] of hours) if (each === clock.hours) return id;
  return null;
}

async function policyIdOf(tx: Tx, { workspaceId }: Context, id: string): Promise<string | null> {
  const row = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { slaPolicyId: true },
  });
  return row?.slaPolicyId ?? null;
}

async function matchingPolicy(
  tx: Tx,
  ctx: Context,
  { rules, ticket }: Readonly<{ rules: SlaRules; ticket: Ticket }>,
): Promise<PolicyRule | null> {
  if (ticket.spam) return null;
  const conditional = rules.policies.some(({ conditions }) =>
    JSON.stringify(conditions)?.includes('organizationId'),
  );
  const organizationId = conditional ? await organizationOf(tx, ctx, ticket.requesterId) : null;
  const facts: ConditionFacts = { ...ticket, organizationId };
  return rules.policies.find(({ conditions }) => conditions === null || isMet(conditions, facts)) ?? null;
}

async function organizationOf(tx: Tx, { workspaceId }: Context, id: string): Promise<string | null> {
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { organizationId: true },
  });
  return customer?.organizationId ?? null;
}
