import type { MergeReason } from '@/domain/customer/merge';
import { pairOf } from '@/features/customers/merge-store';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { FoundCustomer } from './customer-by-email';
import { mergeRecords } from './merge-customers';

type Sure = Readonly<{ holders: readonly FoundCustomer[]; reason: MergeReason }>;

/**
 * Merges records that are surely one person's into the oldest of them, which it returns. Null where somebody has said that
 * two of them are two people: then everybody stays who they are.
 */
export async function mergeSure(
  tx: Tx,
  ctx: Context,
  { holders, reason }: Sure,
): Promise<FoundCustomer | null> {
  const { workspaceId } = ctx;
  const ids = holders.map(({ id }) => id);
  const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => pairOf(one, other)));
  const apart = await tx.notSameCustomer.count({ where: { workspaceId, OR: pairs } });
  if (apart > 0) return null;
  const [oldest] = await tx.customer.findMany({
    where: { workspaceId, id: { in: ids } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 1,
    select: { id: true, displayName: true, locale: true },
  });
  for (const sourceId of ids) {
    if (oldest && sourceId !== oldest.id) {
      await mergeRecords(tx, ctx, { sourceId, targetId: oldest.id, reason });
    }
  }
  return oldest ?? null;
}
