import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { CalendarIdInput } from '@/features/sla/admin-inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'calendar.in_use' | 'calendar.standard' }>;

/**
 * Deletes a calendar that neither a policy nor a clock of a ticket counts with. The standard one stays until another takes its place:
 * by it answers are promised where nothing else tells a time.
 */
export function deleteCalendar(
  ctx: StaffContext,
  { calendarId: id }: CalendarIdInput,
): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const calendar = await tx.businessCalendar.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { name: true, standard: true, _count: { select: { policies: true, clocks: true } } },
    });
    if (!calendar) return fail({ code: 'not_found' });
    if (calendar.standard) return fail({ code: 'calendar.standard' });
    const { policies, clocks } = calendar._count;
    if (policies > 0 || clocks > 0) return fail({ code: 'calendar.in_use' });
    await tx.businessCalendar.delete({ where: { workspaceId_id: { workspaceId, id } } });
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    await recordAudit(tx, ctx, { action: 'calendar.deleted', target: calendar.name });
    return ok(null);
  });
}
