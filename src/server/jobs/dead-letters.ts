import { boss, DEAD } from './boss';

/** Moves one given-up job of this workspace back to the queue it came from. False when there is none. */
export async function reviveJob(id: string, workspaceId: string): Promise<boolean> {
  const client = await boss();
  return (await client.redrive(DEAD, { ids: [id], data: { workspaceId } })) > 0;
}
