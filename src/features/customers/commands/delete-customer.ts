import { deletionOf } from '@/domain/customer/deletion';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { anonymise, recordsOf } from '@/features/customers/anonymise';
import { beginErasure } from '@/features/customers/commands/erase-words';
import { deletionFacts } from '@/features/customers/deletion-facts';
import type { DeleteCustomerInput } from '@/features/customers/inputs';
import { lockCustomers } from '@/features/customers/merge-store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'customer.in_use' | 'customer.open_tickets' }>;

/**
 * Deletes a customer with the records that were merged into them: whole where nothing is kept of them, and else, when
 * `anonymise` says so, all that tells who they were; when `eraseWords` says so, the worker erases what was written as well, also
 * of one whose name was deleted before. Cannot be taken back. The audit log names the record by its id only.
 */
export function deleteCustomer(
  ctx: StaffContext,
  input: DeleteCustomerInput,
): Promise<Result<null, Refused>> {
  const { customerId, eraseWords = false } = input;
  return transaction(ctx, async (tx) => {
    const customer = (await lockCustomers(tx, ctx, [customerId])).get(customerId);
    if (!customer || customer.mergedIntoId || !may(ctx.actor, 'customer.delete'))
      return fail({ code: 'not_found' });
    if (customer.erasedAt) return eraseWords ? eraseLater(tx, ctx, customerId) : fail({ code: 'not_found' });
    return removeNow(tx, ctx, { ...input, eraseWords });
  });
}

async function removeNow(
  tx: Tx,
  ctx: StaffContext,
  { customerId, anonymise: mayAnonymise, eraseWords = false }: DeleteCustomerInput,
): Promise<Result<null, Refused>> {
  const way = deletionOf(await deletionFacts(tx, ctx, customerId));
  if (way !== 'delete' && !mayAnonymise) return fail({ code: 'customer.in_use' });
  if (way === 'customer.open_tickets') return fail({ code: way });
  await remove(tx, ctx, { customerId, way, eraseWords });
  return ok(null);
}

/** The words of a customer whose name was deleted before; their addresses are not known any more. */
async function eraseLater(tx: Tx, ctx: StaffContext, customerId: string): Promise<Result<null, Refused>> {
  const { hasOpenTickets } = await deletionFacts(tx, ctx, customerId);
  if (hasOpenTickets) return fail({ code: 'customer.open_tickets' });
  const begun = await beginErasure(tx, ctx, { customerId, addresses: [] });
  return begun ? ok(null) : fail({ code: 'not_found' });
}

type Removal = Readonly<{ customerId: string; way: 'delete' | 'anonymise'; eraseWords: boolean }>;

async function remove(tx: Tx, ctx: StaffContext, { customerId, way, eraseWords }: Removal): Promise<void> {
  const { workspaceId } = ctx;
  const ids = await recordsOf(tx, ctx, customerId);
  const addresses = await tx.customerIdentity.findMany({
    where: { workspaceId, customerId: { in: [...ids] }, kind: 'email' },
    select: { value: true },
  });
  if (way === 'anonymise') await anonymise(tx, ctx, { customerId, ids });
  else await tx.customer.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
  const action = way === 'anonymise' ? 'customer.anonymised' : 'customer.deleted';
  await recordAudit(tx, ctx, { action, target: customerId });
  if (way === 'anonymise' && eraseWords)
    await beginErasure(tx, ctx, { customerId, addresses: addresses.map(({ value }) => value) });
}
