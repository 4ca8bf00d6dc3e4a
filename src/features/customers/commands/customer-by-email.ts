import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type FoundCustomer = Readonly<{ id: string; displayName: string; locale: string | null }>;

/**
 * The customer with this mail address; a new one when nobody has it. A name is only taken for a new customer, since a
 * mail's From is no authority over what agents have corrected. Two first mails at once end in one customer: the loser's
 * transaction fails on the unique address and runs again.
 */
export async function customerByEmail(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'newId'>,
  { email, name, locale = null }: Readonly<{ email: string; name: string; locale?: string | null }>,
): Promise<FoundCustomer> {
  const value = email.toLowerCase();
  const { workspaceId } = ctx;
  const identity = await tx.customerIdentity.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: 'email', value } },
    select: { customer: { select: { id: true, displayName: true, locale: true } } },
  });
  if (identity) return identity.customer;

  const displayName = name.trim() || value.slice(0, value.lastIndexOf('@')) || value;
  const customer = { id: ctx.newId(), displayName, locale };
  const nameOrder = locale === 'hu' ? ('family_first' as const) : ('given_first' as const);
  const organizationId = await organizationOf(tx, ctx, value);
  await tx.customer.createMany({ data: [{ ...customer, workspaceId, nameOrder, organizationId }] });
  await tx.customerIdentity.createMany({
    data: [{ workspaceId, id: ctx.newId(), customerId: customer.id, kind: 'email', value }],
  });
  return customer;
}

/** The organization that has the domain of this address, which new customers join by themselves; null where none has it. */
export async function organizationOf(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  email: string,
): Promise<string | null> {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const organization = await tx.organization.findFirst({
    where: { workspaceId: ctx.workspaceId, domains: { has: domain } },
    select: { id: true },
  });
  return organization?.id ?? null;
}
