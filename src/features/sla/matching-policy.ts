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
  const asksForCustomer = rules.policies.some(({ conditions }) =>
    /"(?:organizationId|tierId)"/.test(JSON.stringify(conditions)),
  );
  const known = asksForCustomer ? await customerFacts(tx, ctx, ticket.requesterId) : NOTHING;
  const facts: ConditionFacts = { ...ticket, ...known };
  return policyFor(rules, facts);
}

type CustomerFacts = Pick<ConditionFacts, 'organizationId' | 'tierId'>;
const NOTHING: CustomerFacts = { organizationId: null, tierId: null };

async function customerFacts(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
): Promise<CustomerFacts> {
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { organizationId: true, tierId: true },
  });
  return customer ?? NOTHING;
}
