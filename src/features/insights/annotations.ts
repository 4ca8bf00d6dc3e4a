import 'server-only';
import type { Period } from '@/domain/metrics/period';
import type { StaffContext } from '@/server/context';

/** What happened on a day: `2026-03-02`. */
export type Marked = Readonly<{ id: string; day: string; text: string; createdByName: string }>;

const MOST_SHOWN = 100;

/** What is marked in a period, the earliest first; at most 100. */
export async function annotationsIn(
  ctx: Pick<StaffContext, 'db' | 'workspaceId'>,
  { from, to }: Period,
): Promise<readonly Marked[]> {
  const rows = await ctx.db.annotation.findMany({
    where: { workspaceId: ctx.workspaceId, day: { gte: new Date(from), lte: new Date(to) } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    select: { id: true, day: true, text: true, createdByName: true },
  });
  return rows.map(shown);
}

const shown = ({ day, ...row }: Omit<Marked, 'day'> & Readonly<{ day: Date }>): Marked => ({
  ...row,
  day: day.toISOString().slice(0, 10),
});

/** One mark; null when it is not here. */
export async function annotationById(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  id: string,
): Promise<Marked | null> {
  const row = await db.annotation.findFirst({
    where: { workspaceId, id },
    select: { id: true, day: true, text: true, createdByName: true },
  });
  return row && shown(row);
}
