import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { ApiKeyInput } from '@/features/api-keys/inputs';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext, SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Ends a key: its next request is refused. The row stays, so that history keeps its name. */
export async function revokeApiKey(
  ctx: StaffContext | SystemContext,
  { apiKeyId: id }: ApiKeyInput,
): Promise<Result<null, Readonly<{ code: 'forbidden' | 'not_found' }>>> {
  if (!may(ctx.actor, 'api_key.manage')) return fail({ code: 'forbidden' });
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const where = { workspaceId, id, revokedAt: null };
    const key = await tx.apiKey.findFirst({ where, select: { name: true, prefix: true } });
    if (!key) return fail({ code: 'not_found' });
    await tx.apiKey.updateMany({ where, data: { revokedAt: ctx.now() } });
    const { name: target, prefix } = key;
    await recordAudit(tx, ctx, { action: 'api_key.revoked', target, data: { prefix } });
    return ok(null);
  });
}
