import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { forgetChatAccounts } from '@/features/chat/account';
import { type IdentitySecret, secretsOf, withNewSecret } from '@/features/chat/identity-secrets';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/** Makes a new secret to sign identities with; the one before it holds until the next is made. Shown this once. */
export async function renewIdentitySecret(
  ctx: StaffContext,
  { accountId }: Readonly<{ accountId: string }>,
): Promise<Result<IdentitySecret, Refused>> {
  if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
  const { workspaceId } = ctx;
  const where = { workspaceId_channelAccountId: { workspaceId, channelAccountId: accountId } };
  const renewed = await transaction(ctx, async (tx) => {
    const row = await tx.chatAccount.findUnique({
      where,
      select: { sealedSecrets: true, account: { select: { name: true } } },
    });
    if (!row) return fail({ code: 'not_found' });
    const sealedSecrets = withNewSecret(row.sealedSecrets);
    await tx.chatAccount.update({ where, data: { sealedSecrets } });
    await recordAudit(tx, ctx, { action: 'channel.changed', target: row.account.name });
    const [newest] = secretsOf(sealedSecrets);
    return newest ? ok(newest) : fail({ code: 'not_found' });
  });
  forgetChatAccounts();
  return renewed;
}
