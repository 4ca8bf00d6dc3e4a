import { fieldText } from '@/domain/field/field';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ArchiveFieldInput } from '@/features/fields/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Takes a field out of use, or back into it. Its values stay where they are. */
export function archiveField(
  ctx: StaffContext,
  { fieldId, archived }: ArchiveFieldInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const row = await tx.fieldDefinition.findFirst({
      where: { workspaceId, id: fieldId },
      select: { names: true },
    });
    if (!row) return fail({ code: 'not_found' });
    await tx.fieldDefinition.update({
      where: { workspaceId_id: { workspaceId, id: fieldId } },
      data: { archivedAt: archived ? ctx.now() : null, version: { increment: 1 }, updatedAt: ctx.now() },
    });
    const target = fieldText(row.names as object, 'en');
    await recordAudit(tx, ctx, { action: archived ? 'field.archived' : 'field.restored', target });
    return ok(null);
  });
}
