import { minorUnits } from '@/domain/shared/money';
import type { MetricSettingsInput } from '@/features/metrics/commands/settings-fields';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Given = NonNullable<MetricSettingsInput['costs']>;

/** What a month costs, in minor units; null for what is not known. */
type MonthCost = Readonly<{ month: Date; currency: string; amount: bigint | null }>;

/** Months with their amounts in minor units of a currency; null where one is no amount of it, or less than nothing. */
export function monthCosts(costs: Given, currency: string): MonthCost[] | null {
  const read = costs.map(({ month, amount }) => {
    const units = amount === null ? null : minorUnits(amount, currency);
    const isAmount = amount === null || (units !== null && units >= 0);
    return isAmount ? { month: new Date(`${month}-01`), currency, units } : null;
  });
  return read.every((cost) => cost !== null)
    ? read.map(({ units, ...cost }) => ({ ...cost, amount: units === null ? null : BigInt(units) }))
    : null;
}

/** Keeps what these months cost. Months that stay as they are count nothing again. */
export async function saveCosts(
  tx: Tx,
  ...[ctx, costs]: [Pick<StaffContext, 'workspaceId' | 'newId'>, readonly MonthCost[]]
): Promise<void> {
  const { workspaceId } = ctx;
  const months = costs.map(({ month }) => month);
  const before = await tx.supportCost.findMany({ where: { workspaceId, month: { in: months } } });
  for (const { month, currency, amount } of costs) {
    const known = before.find((row) => row.month.getTime() === month.getTime());
    if (known && known.amount === amount && known.currency === currency) continue;
    const where = { workspaceId_month: { workspaceId, month } };
    if (amount === null) await tx.supportCost.deleteMany({ where: { workspaceId, month } });
    else {
      const create = { workspaceId, id: ctx.newId(), month, currency, amount };
      await tx.supportCost.upsert({ where, create, update: { currency, amount } });
    }
  }
}
