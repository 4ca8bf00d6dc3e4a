import { queueWebhook } from '@/features/webhooks/commands/queue-webhook';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { Alarm } from './alarm';

/** A target that has stayed missed for so long that another program is to know. */
export type WebhookCall = Omit<Alarm, 'level'> & Readonly<{ endpointId: string; sequence: number }>;

/**
 * Queues one call for each of them, once for each time that a clock was missed. Gives the clocks of those that were queued:
 * not one whose webhook is switched off.
 */
export async function callWebhooks(
  tx: Tx,
  { workspaceId, now }: Pick<SystemContext, 'workspaceId' | 'now'>,
  calls: readonly WebhookCall[],
): Promise<ReadonlySet<string>> {
  const called = new Set<string>();
  for (const { endpointId, clockId, ticketId, number, subject, metric, sequence, dueAt } of calls) {
    const due = dueAt.toISOString();
    const isQueued = await queueWebhook(tx, {
      workspaceId,
      endpointId,
      type: 'sla.still_missed',
      data: { ticket: { id: ticketId, number, subject }, metric, sequence, dueAt: due },
      uniqueKey: `sla/${clockId}/${due}`,
      at: now(),
    });
    if (isQueued) called.add(clockId);
  }
  return called;
}
