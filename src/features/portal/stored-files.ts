import { MOST_FILE_BYTES } from '@/domain/portal/files';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StoredFile } from '@/domain/ticket/ticket';
import type { CustomerContext } from '@/server/portal/portal-page';
import { storeFile } from '@/server/storage/store-file';
import { preparedFile } from '@/server/storage/visitor-files';

export type FileRefused = Readonly<{ code: 'file.too_large' | 'file.type_not_allowed' }>;

/** Keeps the files that came with a form, as they may be attached to a message; the first that is refused refuses all. */
export async function storedFiles(
  { workspaceId, newId }: CustomerContext,
  files: readonly File[],
): Promise<Result<readonly StoredFile[], FileRefused>> {
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_FILE_BYTES)
    return fail({ code: 'file.too_large' });
  const stored: StoredFile[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const prepared = await preparedFile({ name: file.name, claimedType: file.type, bytes });
    if (!prepared.ok) return fail(prepared.error);
    const { name, type } = prepared.value;
    const { sha256, size } = await storeFile(workspaceId, prepared.value.bytes);
    stored.push({ id: newId(), name, type, size, sha256, inline: false, contentId: null });
  }
  return ok(stored);
}
