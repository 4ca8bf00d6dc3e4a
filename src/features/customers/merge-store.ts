import type { MergedFields } from '@/domain/customer/merge';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type LockedCustomer = MergedFields &
  Readonly<{
    id: string;
    displayName: string;
    createdAt: Date;
    mergedIntoId: string | null;
    erasedAt: Date | null;
  }>;

/**
 * The customers of these ids, held until the end of the transaction, always in the order of their ids: two merges at once
 * wait for one another and never in a circle. Whatever is written for one of them meanwhile waits too, and then goes to the
 * survivor.
 */
export async function lockCustomers(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LockedCustomer>> {
  const rows = await tx.$queryRaw<LockedCustomer[]>`
    select id, "displayName", "createdAt", "mergedIntoId", "erasedAt", "givenName", "familyName", locale, "timeZone", note,
      "organizationId", "tierId", "externalId", "readsShared", "blockedAt", "blockedReason"
    from "Customer" where "workspaceId" = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])
    order by id for update`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** What of a customer a merge may change. */
export function fieldsOf({
  id: _id,
  displayName: _name,
  createdAt: _at,
  mergedIntoId: _into,
  erasedAt: _erased,
  ...fields
}: LockedCustomer): MergedFields {
  return fields;
}

/** Sets what a merge may change. */
export async function setFields(
  tx: Tx,
  ctx: Context,
  ...[id, fields]: [string, MergedFields]
): Promise<void> {
  const { workspaceId } = ctx;
  await tx.customer.updateMany({
    where: { workspaceId, id },
    data: { ...fields, updatedAt: ctx.now() },
  });
}

/** The rank of a tier of this workspace, 1 for the highest; more than any for none. */
export async function ranksOf(tx: Tx, { workspaceId }: Context): Promise<(tierId: string | null) => number> {
  const rows = await tx.loyaltyTier.findMany({ where: { workspaceId }, select: { id: true, rank: true } });
  const ranks = new Map(rows.map(({ id, rank }) => [id, rank]));
  return (tierId) => (tierId && ranks.get(tierId)) || Number.MAX_SAFE_INTEGER;
}

/** When each of these last wrote, anew from their tickets. */
export async function renewLastContact(tx: Tx, { workspaceId }: Context, ids: readonly string[]) {
  await tx.$executeRaw`
    update "Customer" c set "lastContactAt" = (select max(t."lastCustomerAt") from "Ticket" t
      where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id)
    where c."workspaceId" = ${workspaceId}::uuid and c.id = any(${[...ids]}::uuid[])`;
}

/** Of each kind of address one is written to: the oldest, where a merge or its undoing has left none or several. */
export async function settlePrimaries(tx: Tx, { workspaceId }: Context, ids: readonly string[]) {
  await tx.$executeRaw`
    update "CustomerIdentity" i set "primary" = (i.id = chosen.id)
    from (select distinct on ("customerId", kind) "customerId", kind, id from "CustomerIdentity"
      where "workspaceId" = ${workspaceId}::uuid and "customerId" = any(${[...ids]}::uuid[])
      order by "customerId", kind, "primary" desc, "createdAt", id) chosen
    where i."workspaceId" = ${workspaceId}::uuid and i."customerId" = chosen."customerId" and i.kind = chosen.kind
      and i."primary" <> (i.id = chosen.id)`;
}

/** The two ids of a pair in the order in which pairs are kept. */
export const pairOf = (one: string, other: string) =>
  one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one };
