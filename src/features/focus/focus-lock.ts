import type { Tx } from '@/server/db/client';

/** What is told of one member's time is taken one after another, so that no second of theirs counts twice. */
export async function lockFocus(tx: Tx, ...[workspaceId, userId]: [string, string]): Promise<void> {
  const lock = `focus/${workspaceId}/${userId}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
}
