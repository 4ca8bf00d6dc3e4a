import type { SystemContext } from '@/server/context';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';

/** Removes the bytes with these hashes that no row names any more. */
export async function removeUnnamed(
  { db, workspaceId }: Pick<SystemContext, 'db' | 'workspaceId'>,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  const named = await db.attachment.findMany({
    where: { workspaceId, sha256: { in: [...hashes] } },
    select: { sha256: true },
  });
  const kept = new Set(named.map(({ sha256 }) => sha256));
  for (const hash of new Set(hashes)) {
    if (!kept.has(hash)) await storage().remove(fileKey(workspaceId, hash));
  }
}
