import { apiConfig } from '@/channels/api/config';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { ROTATION_HOURS } from '@/domain/webhook/webhook';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { sealAccount } from '@/features/channels/commands/open-account';
import type { AccountIdInput } from '@/features/social/inputs';
import { storedAccount } from '@/features/social/stored-account';
import type { StaffContext } from '@/server/context';
import { newSecret } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';

const HOUR = 3_600_000;

/**
 * Gives an app of one's own a new signing secret and a new key. For a day the old ones are good as well, and what we push is
 * signed with both, so that the app can change over in its own time.
 */
export function renewAppSecret(
  ctx: StaffContext,
  { accountId: id }: AccountIdInput,
): Promise<Result<Readonly<{ accountId: string }>, Readonly<{ code: 'not_found' | 'forbidden' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const account = await tx.channelAccount.findFirst({
      where: { workspaceId, id, channel: 'api' },
      select: { name: true, sealedConfig: true },
    });
    const stored = storedAccount(account?.sealedConfig ?? null);
    const now = apiConfig.safeParse(stored);
    if (!account || !now.success) return fail({ code: 'not_found' });
    const { secret, apiKey } = now.data;
    const until = new Date(ctx.now().getTime() + ROTATION_HOURS * HOUR).toISOString();
    const fresh = { secret: newSecret(), apiKey: newSecret() };
    const renewed = apiConfig.parse({ ...now.data, ...fresh, previous: { secret, apiKey, until } });
    await tx.channelAccount.updateMany({
      where: { workspaceId, id },
      data: { sealedConfig: sealAccount({ ...stored, ...renewed }) },
    });
    await recordAudit(tx, ctx, {
      action: 'channel.changed',
      target: account.name,
      data: { secret: 'renewed' },
    });
    return ok({ accountId: id });
  });
}
