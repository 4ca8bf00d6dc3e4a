import { fieldText } from '@/domain/field/field';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { countFieldUses } from '@/features/fields/commands/field-values';
import type { FieldIdInput } from '@/features/fields/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

/** Deletes a field that nothing holds a value of, no other field hangs on and no segment asks for; any other can only be archived. */
export function deleteField(
  ctx: StaffContext,
  { fieldId }: FieldIdInput,
): Promise<Result<null, Readonly<{ code: 'not_found' | 'field.in_use' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const row = await tx.fieldDefinition.findFirst({
      where: { workspaceId, id: fieldId },
      select: { names: true, entity: true },
    });
    if (!row) return fail({ code: 'not_found' });
    const { entity } = row;
    const all = await fieldDefinitions(tx, { workspaceId, entity });
    const isAsked = all.some(({ shownWhen }) => shownWhen.some(({ field }) => field === fieldId));
    const isUsed =
      isAsked ||
      (await countFieldUses(tx, { workspaceId, entity, fieldId, most: 1 })) > 0 ||
      (await isInSegment(tx, ctx, fieldId));
    if (isUsed) {
      return fail({ code: 'field.in_use' });
    }
    await tx.fieldDefinition.delete({ where: { workspaceId_id: { workspaceId, id: fieldId } } });
    await recordAudit(tx, ctx, { action: 'field.deleted', target: fieldText(row.names as object, 'en') });
    return ok(null);
  });
}

/** True when a saved condition over customers asks for the field. There are at most some hundred of them. */
async function isInSegment(tx: Tx, { workspaceId }: StaffContext, fieldId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from "CustomerSegment"
    where "workspaceId" = ${workspaceId}::uuid and position(${fieldId} in conditions::text) > 0 limit 1`;
  return rows.length > 0;
}
