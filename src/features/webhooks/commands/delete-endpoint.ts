import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { forgetWebhook } from '@/features/sla/commands/forget-webhook';
import type { WebhookIdInput } from '@/features/webhooks/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Deletes a webhook with its log. Rules that call it say from then on that it is gone, policies call none. */
export function deleteEndpoint(
  ctx: StaffContext,
  { endpointId: id }: WebhookIdInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const key = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
    const endpoint = await tx.webhookEndpoint.findUnique({ where: key, select: { name: true } });
    if (!endpoint) return fail({ code: 'not_found' });
    await forgetWebhook(tx, ctx, id);
    await tx.webhookEndpoint.delete({ where: key });
    await recordAudit(tx, ctx, { action: 'webhook.deleted', target: endpoint.name });
    return ok(null);
  });
}
