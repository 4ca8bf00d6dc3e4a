import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Policies that call this webhook call none from now on; it is about to be deleted. */
export async function forgetWebhook(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  webhookEndpointId: string,
): Promise<void> {
  await tx.slaPolicy.updateMany({
    where: { workspaceId, webhookEndpointId },
    data: { webhookEndpointId: null, webhookMinutes: null },
  });
}
