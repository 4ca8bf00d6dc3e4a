import { tierName } from '@/domain/customer/tier';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { TierInput } from '@/features/tiers/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/** Adds or changes a tier and puts it at its rank; the others move so that ranks are 1, 2, 3 … again. */
export function saveTier(
  ctx: StaffContext,
  { tierId, names, rank, colour }: TierInput,
): Promise<Result<Readonly<{ tierId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const order = await lockedOrder(tx, workspaceId);
    if (tierId && !order.includes(tierId)) return fail({ code: 'not_found' });
    const id = tierId ?? ctx.newId();
    const others = order.filter((each) => each !== id);
    const data = { names, colour };
    if (tierId) await tx.loyaltyTier.updateMany({ where: { workspaceId, id }, data });
    else {
      await tx.loyaltyTier.createMany({
        data: [{ ...data, workspaceId, id, rank: order.length + 1, createdAt: ctx.now() }],
      });
    }
    await setOrder(tx, workspaceId, [...others.slice(0, rank - 1), id, ...others.slice(rank - 1)]);
    await recordAudit(tx, ctx, {
      action: tierId ? 'tier.changed' : 'tier.created',
      target: tierName(names, 'en'),
    });
    return ok({ tierId: id });
  });
}

/** Deletes a tier that nobody has. */
export function deleteTier(
  ctx: StaffContext,
  { tierId: id }: Readonly<{ tierId: string }>,
): Promise<Result<null, Refused | Readonly<{ code: 'tier.in_use' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const order = await lockedOrder(tx, workspaceId);
    const tier = await tx.loyaltyTier.findFirst({
      where: { workspaceId, id },
      select: { names: true, customers: { take: 1, select: { id: true } } },
    });
    if (!tier) return fail({ code: 'not_found' });
    if (tier.customers.length > 0) return fail({ code: 'tier.in_use' });
    await tx.loyaltyTier.deleteMany({ where: { workspaceId, id } });
    await setOrder(
      tx,
      workspaceId,
      order.filter((each) => each !== id),
    );
    const target = tierName(tier.names as Record<string, string>, 'en');
    await recordAudit(tx, ctx, { action: 'tier.deleted', target });
    return ok(null);
  });
}

/** The tiers from the highest on, held so that two people who change ranks at once wait for one another. */
async function lockedOrder(tx: Tx, workspaceId: string): Promise<string[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`tiers/${workspaceId}`}, 0))`;
  const rows = await tx.loyaltyTier.findMany({
    where: { workspaceId },
    orderBy: { rank: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Ranks are unique at every moment: they step aside below zero first. */
async function setOrder(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`update "LoyaltyTier" set rank = -1000 - rank where "workspaceId" = ${workspaceId}::uuid`;
  await tx.$executeRaw`
    update "LoyaltyTier" t set rank = o.place from unnest(${[...ids]}::uuid[]) with ordinality o(id, place)
    where t."workspaceId" = ${workspaceId}::uuid and t.id = o.id`;
}
