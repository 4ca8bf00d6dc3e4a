import type { Context } from '@/server/context';
import { type FileLink, isFileLink } from '@/server/storage/file-link';
import { fileResponse } from '@/server/storage/file-response';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The file behind a signed address; 404 for one that was not made here, is over, or whose file is gone. */
export async function linkedFile(
  { db, now }: Pick<Context, 'db' | 'now'>,
  link: FileLink,
  ifNoneMatch: string | null,
): Promise<Response> {
  const { workspaceId, attachmentId, until } = link;
  const missing = new Response(null, { status: 404 });
  if (!ID.test(workspaceId) || !ID.test(attachmentId) || !Number.isSafeInteger(until)) return missing;
  if (!isFileLink(link, now())) return missing;
  const file = await db.attachment.findUnique({
    where: { workspaceId_id: { workspaceId, id: attachmentId } },
    select: { name: true, type: true, size: true, sha256: true },
  });
  const body = file && (await storage().stream(fileKey(workspaceId, file.sha256)));
  return file && body ? fileResponse(file, body, { inline: true, ifNoneMatch }) : missing;
}
