import { findCall } from '@/features/phone/call-rows';
import { placeEndedCall } from '@/features/phone/place-ended-call';
import { phoneSettings } from '@/features/phone/settings';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Puts the call of somebody who is blocked on a ticket after all; null when it is not here. */
export async function releaseCall(
  tx: Tx,
  ctx: SystemContext,
  callId: string,
): Promise<Readonly<{ id: string; number: number }> | null> {
  const { workspaceId } = ctx;
  await tx.callLog.updateMany({ where: { workspaceId, id: callId }, data: { blockedWhy: null } });
  const call = await findCall(tx, ctx, callId);
  if (!call) return null;
  const settings = await phoneSettings(tx, ctx);
  const id = call.ticketId ?? (await placeEndedCall(tx, ctx, { call, settings }));
  return id
    ? tx.ticket.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: { id: true, number: true },
      })
    : null;
}
