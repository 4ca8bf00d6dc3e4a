import { nextReportAt } from '@/domain/insights/report-times';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const DAY = 86_400_000;
/** Where the manager reads it. */
const ZONE = 'Europe/Budapest';

/** What the shop marked lately, days ago. */
const MARKS = [
  [61, 'Autumn price list'],
  [34, 'Grinder recall announced'],
  [19, 'Courier strike in Budapest'],
  [9, 'New returns page'],
] as const;

/** What its numbers are to be: shares between 0 and 1, minutes, points. */
const TARGETS = {
  sla: 0.92,
  first_response: 90,
  csat: 0.9,
  nps: 40,
  reopen_rate: 0.08,
  backlog: 60,
} as const;

/** What a month of support costs the shop, in euros: pay, premises and tools. */
const MONTH = 7_800;
const MONTHS = 13;

/** The months until now, each a little dearer or cheaper. */
async function buildCosts(db: Db, workspaceId: string, now: Date): Promise<void> {
  await db.supportCost.createMany({
    data: Array.from({ length: MONTHS }, (_, back) => ({
      ...{ workspaceId, id: newId(), currency: 'EUR' },
      month: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)),
      amount: BigInt((MONTH - back * 60 + ((back * 7) % 5) * 35) * 100),
    })),
    skipDuplicates: true,
  });
}

/** Marked days, what support costs, targets, and the board that the manager gets on Mondays. */
export async function buildBoards(db: Db, { workspaceId, users }: Cast, now: Date): Promise<void> {
  const by = { createdByName: users.get('eszter')?.name ?? '', createdAt: now };
  await db.annotation.createMany({
    data: MARKS.map(([ago, text]) => ({
      ...{ workspaceId, id: newId(), text, ...by },
      day: new Date(now.getTime() - ago * DAY),
    })),
  });
  await db.metricTarget.createMany({
    data: Object.entries(TARGETS).map(([metric, value]) => ({ workspaceId, metric, value })),
    skipDuplicates: true,
  });
  await buildCosts(db, workspaceId, now);
  const userId = users.get('eszter')?.id;
  if (!userId) return;
  const report = { board: 'overview', pace: 'weekly', weekday: 1, hour: 8 } as const;
  await db.boardReport.create({
    data: { workspaceId, id: newId(), userId, ...report, ...by, nextAt: nextReportAt(report, ZONE, now) },
  });
}
