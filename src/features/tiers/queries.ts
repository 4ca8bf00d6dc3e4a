import 'server-only';
import type { TierNames } from '@/domain/customer/tier';
import type { StaffContext } from '@/server/context';

export type Tier = Readonly<{ id: string; rank: number; names: TierNames; colour: string }>;

const MOST = 50;

/** The workspace's tiers, the highest first. */
export async function listTiers({ db, workspaceId }: StaffContext): Promise<Tier[]> {
  const rows = await db.loyaltyTier.findMany({
    where: { workspaceId },
    orderBy: { rank: 'asc' },
    take: MOST,
    select: { id: true, rank: true, names: true, colour: true },
  });
  return rows.map((row) => ({ ...row, names: row.names as TierNames }));
}

/** How many customers have each tier, by its id. */
export async function countByTier({ db, workspaceId }: StaffContext): Promise<ReadonlyMap<string, number>> {
  const rows = await db.customer.groupBy({
    by: ['tierId'],
    where: { workspaceId, mergedIntoId: null, tierId: { not: null } },
    _count: true,
  });
  return new Map(rows.map(({ tierId, _count }) => [tierId ?? '', _count]));
}
