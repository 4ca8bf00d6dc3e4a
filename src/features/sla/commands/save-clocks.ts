import type { ClockWrites } from '@/features/sla/clock-rows';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Writes clocks of a ticket whose row is there. */
export async function saveClocks(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { ticketId, writes }: Readonly<{ ticketId: string; writes: ClockWrites }>,
): Promise<void> {
  const { workspaceId } = ctx;
  if (writes.gone.length > 0) {
    await tx.slaClock.deleteMany({ where: { workspaceId, id: { in: [...writes.gone] } } });
  }
  if (writes.made.length > 0) {
    await tx.slaClock.createMany({ data: writes.made.map((row) => ({ ...row, workspaceId, ticketId })) });
  }
  for (const { id, ...data } of writes.changed) {
    await tx.slaClock.updateMany({ where: { workspaceId, id }, data });
  }
}
