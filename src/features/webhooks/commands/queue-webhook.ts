import type { Tx } from '@/server/db/client';
import { newId } from '@/server/ids';
import { enqueue } from '@/server/jobs/enqueue';
import { deliverWebhookJob } from './deliver-webhook-job';

export type QueuedWebhook = Readonly<{
  workspaceId: string;
  endpointId: string;
  /** `[a-zA-Z0-9_]` with dots, such as `ticket.created`. */
  type: string;
  data: unknown;
  /** What is told to this endpoint only once; the same key again queues nothing. */
  uniqueKey: string;
  /** When it happened: the `timestamp` of the message. */
  at: Date;
}>;

/**
 * Puts a message to an endpoint into the outbox, in the caller's transaction: signed and sent by the worker, tried again
 * for three days (Standard Webhooks 1.0.0). False when it was queued before, or when there is no such endpoint that is on.
 */
export async function queueWebhook(
  tx: Tx,
  { workspaceId, endpointId, type, data, uniqueKey, at }: QueuedWebhook,
): Promise<boolean> {
  const id = newId();
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const added = await tx.$executeRaw`
    insert into "WebhookDelivery" ("workspaceId", id, "endpointId", type, "uniqueKey", body, "runAt", "createdAt")
    select e."workspaceId", ${id}::uuid, e.id, ${type}, ${uniqueKey}, ${body}, ${at}, ${at}
    from "WebhookEndpoint" e
    where e."workspaceId" = ${workspaceId}::uuid and e.id = ${endpointId}::uuid and e.active
    on conflict ("workspaceId", "endpointId", "uniqueKey") do nothing`;
  if (added > 0) await enqueue(tx, deliverWebhookJob, { workspaceId, deliveryId: id });
  return added > 0;
}
