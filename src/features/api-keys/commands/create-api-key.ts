import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { CreateApiKeyInput } from '@/features/api-keys/inputs';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { newApiKey } from '@/server/auth/api-key';
import type { StaffContext, SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** `key` can be told this once only: nothing but its hash is stored. */
type Created = Readonly<{ apiKeyId: string; key: string; prefix: string }>;

/** Makes a key with which other programs use the API of this workspace. For admins and the command line. */
export async function createApiKey(
  ctx: StaffContext | SystemContext,
  { name, scopes }: CreateApiKeyInput,
): Promise<Result<Created, Readonly<{ code: 'forbidden' }>>> {
  if (!may(ctx.actor, 'api_key.manage')) return fail({ code: 'forbidden' });
  const { workspaceId, actor } = ctx;
  const id = ctx.newId();
  const { key, prefix, keyHash } = newApiKey();
  await transaction(ctx, async (tx) => {
    const createdById = actor.kind === 'user' ? actor.id : null;
    const unique = [...new Set(scopes)];
    const row = { workspaceId, id, name, prefix, keyHash, scopes: unique, createdById, createdAt: ctx.now() };
    await tx.apiKey.createMany({ data: [row] });
    const data = { prefix, scopes: unique.join(' ') };
    await recordAudit(tx, ctx, { action: 'api_key.created', target: name, data });
  });
  return ok({ apiKeyId: id, key, prefix });
}
