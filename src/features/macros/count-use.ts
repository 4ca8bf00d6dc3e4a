import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Counts one use of a macro by the actor; a program's use is nobody's. */
export async function countUse(tx: Tx, { workspaceId, actor, now }: StaffContext, macroId: string) {
  if (!actor.id) return;
  const place = { workspaceId, macroId, userId: actor.id };
  await tx.macroUse.upsert({
    where: { workspaceId_macroId_userId: place },
    create: { ...place, count: 1, usedAt: now() },
    update: { count: { increment: 1 }, usedAt: now() },
  });
}
