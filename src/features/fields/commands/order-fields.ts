import { fail, ok, type Result } from '@/domain/shared/result';
import type { FieldOrderInput } from '@/features/fields/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Puts these fields of one kind of thing into this order, in the places that they hold among all. */
export function orderFields(
  ctx: StaffContext,
  { entity, fieldIds }: FieldOrderInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const rows = await tx.fieldDefinition.findMany({
      where: { workspaceId, entity, id: { in: fieldIds } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, position: true },
    });
    if (rows.length !== fieldIds.length) return fail({ code: 'not_found' });
    for (const [index, id] of fieldIds.entries()) {
      const { position = index, id: here } = rows[index] ?? {};
      if (here !== id) {
        await tx.fieldDefinition.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: { position },
        });
      }
    }
    return ok(null);
  });
}
