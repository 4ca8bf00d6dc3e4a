import { shownAnswer } from '@/features/surveys/answer-rows';
import { queueWebhook } from '@/features/webhooks/commands/queue-webhook';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Told = Readonly<{ inviteId: string; changes: number }>;

/** Tells the endpoints that want to know that a survey was answered, or an answer changed, in the API's words. */
export async function tellWebhooks(tx: Tx, ctx: Context, { inviteId, changes }: Told): Promise<void> {
  const { workspaceId } = ctx;
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { workspaceId, active: true, types: { has: 'survey.answered' } },
    take: 100,
    select: { id: true },
  });
  if (endpoints.length === 0) return;
  const answer = await shownAnswer(tx, ctx, inviteId);
  const at = ctx.now();
  for (const { id: endpointId } of endpoints) {
    const uniqueKey = `survey:${inviteId}:${changes}`;
    await queueWebhook(tx, {
      workspaceId,
      endpointId,
      type: 'survey.answered',
      data: { answer },
      uniqueKey,
      at,
    });
  }
}
