import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { createReports, mayReportTo, type ReportRefused } from '@/features/insights/report-data';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { ReportFields } from './report-fields';

type Saved = Readonly<{ reportIds: readonly string[] }>;

/**
 * Lets a board come to readers by mail: to oneself, or as a manager to others who may see boards. Each reader has a report of
 * their own, at an hour of their time zone, which they can stop.
 */
export function saveReport(ctx: StaffContext, fields: ReportFields): Promise<Result<Saved, ReportRefused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'insights.read') || !mayReportTo(ctx, fields.userIds))
      return fail({ code: 'not_found' });
    const { userIds, ...what } = fields;
    const made = await createReports(tx, ctx, what, userIds);
    if (!made.ok) return made;
    await recordAudit(tx, ctx, {
      action: 'report.created',
      target: fields.board,
      data: { pace: fields.pace, readers: made.value.length },
    });
    return ok({ reportIds: made.value });
  });
}
