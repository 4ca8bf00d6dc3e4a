import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { DeliveryIdInput } from '@/features/webhooks/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { deliverWebhookJob } from './deliver-webhook-job';

/** Sends a message once more, under the same id and with the same words, whatever became of it before. */
export function resendDelivery(
  ctx: StaffContext,
  { deliveryId: id }: DeliveryIdInput,
): Promise<Result<Readonly<{ deliveryId: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const { count } = await tx.webhookDelivery.updateMany({
      where: { workspaceId, id, state: { not: 'sending' } },
      data: { state: 'queued', runAt: ctx.now(), endedAt: null },
    });
    if (count === 0) return fail({ code: 'not_found' });
    await enqueue(tx, deliverWebhookJob, { workspaceId, deliveryId: id });
    return ok({ deliveryId: id });
  });
}
