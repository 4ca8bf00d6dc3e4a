import { ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { UpdateWorkspaceInput } from '@/features/workspaces/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

const FIELDS = [
  'name',
  'locale',
  'timeZone',
  'acknowledge',
  'answerWithinHours',
  'closeAfterDays',
  'asideDays',
] as const;

/** Changes the settings of the workspace; each changed setting is written down with its old and its new value. */
export function updateWorkspace(
  ctx: StaffContext,
  input: UpdateWorkspaceInput,
): Promise<Result<null, never>> {
  return transaction(ctx, async (tx) => {
    const id = ctx.workspaceId;
    const before = await tx.workspace.findUniqueOrThrow({ where: { id } });
    const changed = FIELDS.filter((field) => before[field] !== input[field]);
    if (changed.length === 0) return ok(null);
    await tx.workspace.update({ where: { id }, data: input });
    for (const field of changed) {
      const data = { field, from: before[field], to: input[field] };
      await recordAudit(tx, ctx, { action: 'workspace.changed', target: input.name, data });
    }
    return ok(null);
  });
}
