import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { saveFieldValues } from '@/features/fields/commands/field-values';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import type { OwnFieldsInput } from '@/features/fields/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' }> | WrongFields;

/** Sets own fields of a customer or an organization; those that are not given stay as they are. */
export function setOwnFields(
  ctx: StaffContext,
  { entity, ownerId, fields: given }: OwnFieldsInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const isHere = await (entity === 'customer' ? holdCustomer : holdOrganization)(tx, ctx, ownerId);
    if (!isHere) return fail({ code: 'not_found' });
    const read = await readFieldPatch(tx, ctx, { entity, ownerId, given });
    if (!read.ok) return read;
    await saveFieldValues(tx, { workspaceId: ctx.workspaceId, entity, ownerId, patch: read.value.patch });
    return ok(null);
  });
}

/** Marks the row as changed, which holds it: two people who set fields of one at once take turns. */
async function holdCustomer(tx: Tx, { workspaceId, now }: StaffContext, id: string): Promise<boolean> {
  const where = { workspaceId, id, mergedIntoId: null, erasedAt: null };
  const { count } = await tx.customer.updateMany({ where, data: { updatedAt: now() } });
  return count === 1;
}

async function holdOrganization(tx: Tx, ctx: StaffContext, id: string): Promise<boolean> {
  const where = { workspaceId: ctx.workspaceId, id };
  const { count } = await tx.organization.updateMany({ where, data: { updatedAt: ctx.now() } });
  if (count === 0) return false;
  const found = await tx.organization.findFirst({ where, select: { name: true } });
  await recordAudit(tx, ctx, { action: 'organization.changed', target: found?.name ?? '' });
  return true;
}
