import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { UpdateCustomerInput } from '@/features/customers/inputs';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type NotFound = Readonly<{ code: 'not_found' }>;

/** Sets what we know of a customer: names and their order, language, time zone, note, and organization by its name. */
export function updateCustomer(
  ctx: StaffContext,
  { customerId, organization, ...fields }: UpdateCustomerInput,
): Promise<Result<Readonly<{ customerId: string }>, NotFound>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const customer = await tx.customer.findFirst({
      where: { workspaceId, id: customerId },
      select: { displayName: true },
    });
    if (!customer || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const organizationId = await organizationNamed(tx, ctx, organization);
    await tx.customer.updateMany({
      where: { workspaceId, id: customerId },
      data: { ...fields, organizationId, updatedAt: ctx.now() },
    });
    if (fields.displayName !== customer.displayName) {
      await enqueue(tx, reindexCustomer, { workspaceId, customerId });
    }
    return ok({ customerId });
  });
}

/** The id of the organization of this name, which is made when there is none; null for an empty name. */
export async function organizationNamed(tx: Tx, ctx: StaffContext, name: string): Promise<string | null> {
  if (name === '') return null;
  const { workspaceId } = ctx;
  const found = await tx.organization.findFirst({
    where: { workspaceId, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  });
  if (found) return found.id;
  const id = ctx.newId();
  await tx.organization.createMany({ data: [{ workspaceId, id, name, domains: [], createdAt: ctx.now() }] });
  return id;
}
