import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { SourceRetention } from './retention-fields';

/** Sets how long what comes in is kept as it came; what changed is written down with its old and its new value. */
export function saveSourceRetention(
  ctx: StaffContext,
  { sourceDays, heldDays }: SourceRetention,
): Promise<Result<null, Readonly<{ code: 'forbidden' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'forbidden' });
    const where = { id: ctx.workspaceId };
    const before = await tx.workspace.findUniqueOrThrow({
      where,
      select: { name: true, sourceDays: true, heldDays: true },
    });
    const after = { sourceDays, heldDays };
    await tx.workspace.update({ where, data: after });
    for (const field of ['sourceDays', 'heldDays'] as const) {
      if (before[field] === after[field]) continue;
      const data = { field, from: before[field], to: after[field] };
      await recordAudit(tx, ctx, { action: 'workspace.changed', target: before.name, data });
    }
    return ok(null);
  });
}
