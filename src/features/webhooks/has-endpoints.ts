import type { SystemContext } from '@/server/context';

/** Whether anybody outside wants to know what happens to tickets. */
export async function hasEndpoints({ db, workspaceId }: SystemContext): Promise<boolean> {
  const found = await db.webhookEndpoint.findFirst({
    where: { workspaceId, active: true, NOT: { types: { isEmpty: true } } },
    select: { id: true },
  });
  return found !== null;
}
