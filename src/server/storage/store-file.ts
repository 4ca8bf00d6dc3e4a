import { hashOf } from '@/server/crypto/keys';
import { storage } from './storage';
import { fileKey } from './storage-key';

/** How a stored file is found again; `sha256` in hex, `size` in bytes. */
export type StoredBytes = Readonly<{ sha256: string; size: number; key: string }>;

/**
 * Keeps the bytes under their own hash: storing the same bytes twice in a workspace keeps them once. Remove them
 * only when no attachment of the workspace names that hash any more.
 */
export async function storeFile(workspaceId: string, bytes: Uint8Array): Promise<StoredBytes> {
  const sha256 = hashOf(bytes);
  const key = fileKey(workspaceId, sha256);
  if (!(await storage().exists(key))) await storage().put(key, bytes);
  return { sha256, size: bytes.byteLength, key };
}
