import type { ConditionFacts } from '@/domain/condition/fields';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type PolicyRule, policyFor, type SlaRules } from './sla-rules';

type Matched = Readonly<{ rules: SlaRules; ticket: Ticket }>;

/** The policy that promises something on this ticket; null when none does, as on what was merged away. */
export async function matchingPolicy(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { rules, ticket }: Matched,
): Promise<PolicyRule | null> {
  if (ticket.spam || ticket.mergedIntoId || rules.policies.length === 0) return null;
  const asksForOrganization = rules.policies.some(({ conditions }) =>
    JSON.stringify(conditions).includes('organizationId'),
  );
  const organizationId = asksForOrganization ? await organizationOf(tx, ctx, ticket.requesterId) : null;
  const facts: ConditionFacts = { ...ticket, organizationId };
  return policyFor(rules, facts);
}

async function organizationOf(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
): Promise<string | null> {
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { organizationId: true },
  });
  return customer?.organizationId ?? null;
}
