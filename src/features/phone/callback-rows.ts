import type { Callback } from '@/domain/phone/callback';
import { isOpen } from '@/domain/phone/callback';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { ConcurrentChange } from '@/server/db/transaction';
import { announce, callsTopic } from '@/server/live/announce';

const state = {
  id: true,
  status: true,
  windowStart: true,
  windowEnd: true,
  timeZone: true,
  notBefore: true,
  dueAt: true,
  attempts: true,
  maxAttempts: true,
  assigneeId: true,
  closedAt: true,
} as const;

export type KeptCallback = Readonly<{
  callback: Callback;
  ticketId: string;
  customerId: string;
  number: string;
  version: number;
}>;

/** A callback as decisions need it, or null. Who may see it is told by its ticket. */
export async function findCallback(
  tx: Tx,
  { workspaceId }: Context,
  id: string,
): Promise<KeptCallback | null> {
  const row = await tx.callback.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { ...state, ticketId: true, customerId: true, number: true, version: true },
  });
  if (!row) return null;
  const { ticketId, customerId, number, version, ...callback } = row;
  return { callback, ticketId, customerId, number, version };
}

/** Saves what was decided; throws `ConcurrentChange` when somebody saved in between. */
export async function saveCallback(
  tx: Tx,
  { workspaceId }: Context,
  { after, version }: Readonly<{ after: Callback; version: number }>,
): Promise<void> {
  const { id, ...fields } = after;
  const { count } = await tx.callback.updateMany({
    where: { workspaceId, id, version },
    data: { ...fields, open: isOpen(after.status), version: version + 1 },
  });
  if (count === 0) throw new ConcurrentChange(`callback ${id}`);
  await announce(tx, [callsTopic(workspaceId)]);
}
