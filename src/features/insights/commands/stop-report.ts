import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { readReportToken } from '@/server/crypto/report-token';
import type { Db } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

/** Lets a board come no more: one's own, or as a manager anybody's. */
export function stopReport(
  ctx: StaffContext,
  { reportId: id }: Readonly<{ reportId: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId, actor } = ctx;
    const all = may(actor, 'insights.manage');
    if (!all && actor.id === null) return fail({ code: 'not_found' });
    const { count } = await tx.boardReport.updateMany({
      where: { workspaceId, id, ended: null, ...(!all && { userId: actor.id ?? '' }) },
      data: { ended: 'stopped', nextAt: null },
    });
    return count === 0 ? fail({ code: 'not_found' }) : ok(null);
  });
}

/** Stops the report that a mail's link names, for whoever holds the mail; false for a link that we did not make. */
export async function stopByLink(db: Db, token: string): Promise<boolean> {
  const named = readReportToken(token);
  if (!named) return false;
  const { workspaceId, id } = named;
  const there = await db.boardReport.findFirst({ where: { workspaceId, id }, select: { id: true } });
  await db.boardReport.updateMany({
    where: { workspaceId, id, ended: null },
    data: { ended: 'stopped', nextAt: null },
  });
  return there !== null;
}
