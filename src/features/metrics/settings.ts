import type { FcrVariant, HoursMode } from '@/domain/metrics/registry';
import type { Tx } from '@/server/db/client';

/** How a workspace counts. */
export type MetricSettings = Readonly<{
  version: number;
  fcrVariant: FcrVariant;
  /** Within so many days after its solution a ticket may come back. */
  fcrDays: number;
  thanksReopen: boolean;
  hours: HoursMode;
  /** 1 is Monday, 7 Sunday. */
  weekStart: number;
  answerSeconds: number;
  shortSeconds: number;
  /** Whether browsers measure how long tickets are in front of people. */
  measureFocus: boolean;
  /** In which currency the cost of support is given, such as EUR. */
  costCurrency: string;
}>;

/** What holds in a workspace that has set nothing; the same as the defaults of the table. */
const DEFAULTS: MetricSettings = {
  version: 1,
  fcrVariant: 'd',
  fcrDays: 7,
  thanksReopen: false,
  hours: 'business',
  weekStart: 1,
  answerSeconds: 20,
  shortSeconds: 10,
  measureFocus: false,
  costCurrency: 'EUR',
};

/** The workspace's way of counting. */
export async function metricSettings(
  tx: Pick<Tx, 'metricSettings'>,
  workspaceId: string,
): Promise<MetricSettings> {
  const row = await tx.metricSettings.findUnique({ where: { workspaceId }, omit: { workspaceId: true } });
  return row ? { ...row, fcrVariant: row.fcrVariant as FcrVariant, hours: row.hours as HoursMode } : DEFAULTS;
}
