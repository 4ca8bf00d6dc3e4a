import type { MonthCost } from '@/domain/metrics/cost-facts';
import { bucketsOf, daysFrom } from '@/domain/metrics/period';
import { instantOf } from '@/domain/shared/local-time';
import { minorDigits } from '@/domain/shared/money';
import type { MetricSettings } from '@/features/metrics/settings';
import type { Tx } from '@/server/db/client';

type Where = Readonly<{ workspaceId: string; timeZone: string; settings: MetricSettings }>;

/** What these months cost, with their days in the workspace's time zone; those in another currency than the workspace's are left out. */
export async function loadCosts(
  tx: Tx,
  ...[{ workspaceId, timeZone, settings }, ids]: [Where, readonly string[]]
): Promise<(MonthCost & Readonly<{ id: string }>)[]> {
  const currency = settings.costCurrency;
  const rows = await tx.supportCost.findMany({
    where: { workspaceId, id: { in: [...ids] }, currency },
    select: { id: true, month: true, amount: true },
  });
  return rows.map(({ id, month, amount }) => ({
    id,
    amount: Number(amount) / 10 ** minorDigits(currency),
    days: daysOf(month).flatMap((day) => instantOf(`${day}T12:00`, timeZone) ?? []),
  }));
}

/** The days of the month that begins on this date. */
function daysOf(month: Date): string[] {
  const from = month.toISOString().slice(0, 10);
  const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
  return bucketsOf({ from, to: daysFrom(next.toISOString().slice(0, 10), -1) }, 'day', 1);
}
