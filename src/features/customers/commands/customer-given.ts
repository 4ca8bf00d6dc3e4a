import { type LockedCustomer, lockCustomers } from '@/features/customers/merge-store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';
import { ConcurrentChange } from '@/server/db/transaction';

/** How another system names a customer: by our id, by its own, or by a mail address. */
export type GivenCustomer =
  | Readonly<{ id: string }>
  | Readonly<{ externalId: string }>
  | Readonly<{ email: string }>;

type Here = Pick<Context, 'workspaceId'>;

/**
 * The customer whom another system means, through all merges, held until the end of the transaction; null where there is none,
 * or they were deleted.
 */
export async function customerGiven(tx: Tx, ctx: Here, given: GivenCustomer): Promise<LockedCustomer | null> {
  const workspaceId = sql`${ctx.workspaceId}::uuid`;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    with recursive chain as (
      select c.id, c."mergedIntoId" from "Customer" c
      where c."workspaceId" = ${workspaceId} and c.id = ${idOf(workspaceId, given)}
      union
      select c.id, c."mergedIntoId" from chain
      join "Customer" c on c."workspaceId" = ${workspaceId} and c.id = chain."mergedIntoId")
    select id from chain where "mergedIntoId" is null`;
  if (!found) return null;
  const customer = (await lockCustomers(tx, ctx, [found.id])).get(found.id);
  // Somebody merged the record away in between: all is looked at anew.
  if (customer?.mergedIntoId) throw new ConcurrentChange();
  return customer && !customer.erasedAt ? customer : null;
}

function idOf(workspaceId: Sql, given: GivenCustomer): Sql {
  if ('id' in given) return sql`${given.id}::uuid`;
  if ('externalId' in given)
    return sql`(select e.id from "Customer" e where e."workspaceId" = ${workspaceId} and e."externalId" = ${given.externalId})`;
  return sql`(select i."customerId" from "CustomerIdentity" i
    where i."workspaceId" = ${workspaceId} and i.kind = 'email' and i.value = ${given.email})`;
}
