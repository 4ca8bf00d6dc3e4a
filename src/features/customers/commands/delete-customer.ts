import { deletionOf } from '@/domain/customer/deletion';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { anonymise, recordsOf } from '@/features/customers/anonymise';
import { deletionFacts } from '@/features/customers/deletion-facts';
import type { DeleteCustomerInput } from '@/features/customers/inputs';
import { type LockedCustomer, lockCustomers } from '@/features/customers/merge-store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'customer.in_use' | 'customer.open_tickets' }>;

/**
 * Deletes a customer with the records that were merged into them: whole where nothing is kept of them, and else, when
 * `anonymise` says so, all that tells who they were. Cannot be taken back. The audit log names the record by its id only.
 */
export function deleteCustomer(
  ctx: StaffContext,
  { customerId, anonymise: mayAnonymise }: DeleteCustomerInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const customer = (await lockCustomers(tx, ctx, [customerId])).get(customerId);
    if (!customer || isGone(customer) || !may(ctx.actor, 'customer.delete'))
      return fail({ code: 'not_found' });
    const way = deletionOf(await deletionFacts(tx, ctx, customerId));
    if (way !== 'delete' && !mayAnonymise) return fail({ code: 'customer.in_use' });
    if (way === 'customer.open_tickets') return fail({ code: way });
    await remove(tx, ctx, { customerId, way });
    return ok(null);
  });
}

const isGone = ({ mergedIntoId, erasedAt }: LockedCustomer) => mergedIntoId !== null || erasedAt !== null;

type Removal = Readonly<{ customerId: string; way: 'delete' | 'anonymise' }>;

async function remove(tx: Tx, ctx: StaffContext, { customerId, way }: Removal): Promise<void> {
  const { workspaceId } = ctx;
  const ids = await recordsOf(tx, ctx, customerId);
  if (way === 'anonymise') await anonymise(tx, ctx, { customerId, ids });
  else await tx.customer.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
  const action = way === 'anonymise' ? 'customer.anonymised' : 'customer.deleted';
  await recordAudit(tx, ctx, { action, target: customerId });
}
