import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { ROTATION_HOURS } from '@/domain/webhook/webhook';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { WebhookIdInput } from '@/features/webhooks/inputs';
import type { StaffContext } from '@/server/context';
import { seal } from '@/server/crypto/keys';
import { newWebhookSecret } from '@/server/crypto/webhook-signature';
import { transaction } from '@/server/db/transaction';

const HOUR = 3_600_000;

/** Gives a webhook a new secret, which is told once; for a day the old one signs as well. */
export function rotateSecret(
  ctx: StaffContext,
  { endpointId: id }: WebhookIdInput,
): Promise<Result<Readonly<{ endpointId: string; secret: string }>, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const key = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
    const endpoint = await tx.webhookEndpoint.findUnique({
      where: key,
      select: { name: true, sealedSecret: true },
    });
    if (!endpoint) return fail({ code: 'not_found' });
    const secret = newWebhookSecret();
    await tx.webhookEndpoint.update({
      where: key,
      data: {
        sealedSecret: seal(secret),
        sealedOldSecret: endpoint.sealedSecret,
        oldSecretUntil: new Date(ctx.now().getTime() + ROTATION_HOURS * HOUR),
        updatedAt: ctx.now(),
      },
    });
    await recordAudit(tx, ctx, { action: 'webhook.rotated', target: endpoint.name });
    return ok({ endpointId: id, secret });
  });
}
