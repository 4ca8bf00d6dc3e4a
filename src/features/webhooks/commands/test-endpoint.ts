import type { SystemActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { WebhookIdInput } from '@/features/webhooks/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { deliverWebhook } from './deliver-webhook';
import { queueWebhook } from './queue-webhook';

const ACTOR: SystemActor = { kind: 'system', id: 'delivery', name: 'delivery' };

type Tested = Readonly<{
  deliveryId: string;
  /** The receiver's HTTP status, or why there is none. */
  status: number | null;
  error: string | null;
}>;

/** Puts a test message to a webhook into the outbox. */
export async function queueTest(
  ctx: StaffContext,
  { endpointId }: WebhookIdInput,
): Promise<Result<Readonly<{ deliveryId: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
  const uniqueKey = `test:${ctx.newId()}`;
  const data = { message: 'This is a test.', by: ctx.actor.name };
  return transaction(ctx, async (tx) => {
    const test = { workspaceId, endpointId, type: 'endpoint.test', data, uniqueKey, at: ctx.now() };
    if (!(await queueWebhook(tx, test))) return fail({ code: 'not_found' });
    const { id } = await tx.webhookDelivery.findUniqueOrThrow({
      where: { workspaceId_endpointId_uniqueKey: { workspaceId, endpointId, uniqueKey } },
      select: { id: true },
    });
    return ok({ deliveryId: id });
  });
}

/** Sends a test message to a webhook at once and gives what its receiver answered; it stands in the log like any other. */
export async function testEndpoint(
  ctx: StaffContext,
  { endpointId }: WebhookIdInput,
): Promise<Result<Tested, Readonly<{ code: 'not_found' }>>> {
  const queued = await queueTest(ctx, { endpointId });
  if (!queued.ok) return queued;
  const { deliveryId } = queued.value;
  await deliverWebhook({ ...ctx, actor: ACTOR }, deliveryId);
  const tried = await ctx.db.webhookAttempt.findFirst({
    where: { workspaceId: ctx.workspaceId, deliveryId },
    orderBy: { number: 'asc' },
    select: { status: true, error: true },
  });
  return ok({ deliveryId, status: tried?.status ?? null, error: tried?.error ?? null });
}
