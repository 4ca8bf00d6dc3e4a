import type { ConditionFacts } from '@/domain/condition/fields';
import { asksForOwnFields } from '@/domain/condition/own-fields';
import type { Ticket } from '@/domain/ticket/ticket';
import { isAside } from '@/domain/ticket/trash';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
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
  if (isAside(ticket) || ticket.mergedIntoId || rules.policies.length === 0) return null;
  const asksForCustomer = rules.policies.some(({ conditions }) =>
    /"(?:organizationId|tierId)"/.test(JSON.stringify(conditions)),
  );
  const known = asksForCustomer ? await customerFacts(tx, ctx, ticket.requesterId) : NOTHING;
  const asksForOwn = rules.policies.some(({ conditions }) => asksForOwnFields(conditions));
  const own = asksForOwn ? await ownFacts(tx, ctx, ticket) : {};
  const facts: ConditionFacts = { ...ticket, ...known, own };
  return policyFor(rules, facts);
}

/** What stands in the workspace's own fields: as it is being saved, or as it was. */
async function ownFacts(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, { id, fields }: Ticket) {
  if (fields) return fields;
  const values = await fieldValuesOf(tx, { workspaceId, entity: 'ticket', ownerIds: [id] });
  return values.get(id) ?? {};
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
