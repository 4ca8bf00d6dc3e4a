import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ChannelInput } from '@/features/channels/inputs';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';

type Renewed = Readonly<{ address: string }>;

/** Makes the address to which a provider brings mail by HTTP. It is shown once; the one before it ends with the same commit. */
export function renewInboundKey(
  ctx: StaffContext,
  { channelId }: ChannelInput,
): Promise<Result<Renewed, Readonly<{ code: 'not_found' | 'forbidden' }>>> {
  const key = newSecret();
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const [row] = await tx.channelAccount.updateManyAndReturn({
      where: { workspaceId, id: channelId, channel: 'email' },
      data: { inboundKeyHash: hashOf(key) },
      select: { name: true, address: true },
    });
    if (!row) return fail({ code: 'not_found' });
    await recordAudit(tx, ctx, { action: 'channel.changed', target: `${row.name} <${row.address ?? ''}>` });
    return ok({ address: `${env().PUBLIC_URL}/api/inbound/email/${key}` });
  });
}
