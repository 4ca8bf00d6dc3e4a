import { fileResponse } from '@/server/storage/file-response';
import { narrowPicture, PICTURE_WIDTHS } from '@/server/storage/narrow-picture';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import type { World } from '@/server/world';
import { articleFileUrl } from './article-files';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Asked = Readonly<{ workspaceId: string; id: string; width: number; ifNoneMatch: string | null }>;

/**
 * The file of an article as an answer, a picture no wider than asked for where that is one of the usual widths. 404 for a file that
 * no published text of a public article shows, unless `isStaff` says that the reader may see drafts too; it is asked only then.
 */
export async function articleFile(
  { db }: World,
  ...[asked, isStaff]: [Asked, () => Promise<boolean>]
): Promise<Response> {
  const { workspaceId, id, width, ifNoneMatch } = asked;
  const missing = new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  if (!UUID.test(workspaceId) || !UUID.test(id)) return missing;
  const file = await db.attachment.findFirst({
    where: { workspaceId, id, articles: { some: { workspaceId } } },
    select: { name: true, type: true, size: true, sha256: true },
  });
  if (!file) return missing;
  const shown = await db.articleTranslation.findFirst({
    where: {
      workspaceId,
      article: { audience: 'public', files: { some: { attachmentId: id } } },
      liveHtml: { contains: articleFileUrl({ workspaceId }, id) },
    },
    select: { id: true },
  });
  if (!shown && !(await isStaff())) return missing;
  const isPublic = shown !== null;
  if (PICTURE_WIDTHS.includes(width) && file.type.startsWith('image/')) {
    const narrow = await narrowPicture({ key: fileKey(workspaceId, file.sha256), width });
    if (narrow) {
      const part = {
        name: file.name,
        type: 'image/webp',
        size: narrow.byteLength,
        sha256: `${file.sha256}-${width}`,
      };
      return reachable(fileResponse(part, narrow, { inline: true, ifNoneMatch }), isPublic);
    }
  }
  const body = await storage().stream(fileKey(workspaceId, file.sha256));
  return body ? reachable(fileResponse(file, body, { inline: true, ifNoneMatch }), isPublic) : missing;
}

/** Public pictures may be kept for an hour by whoever carries them; what is taken away is gone everywhere after it. */
function reachable(response: Response, isPublic: boolean): Response {
  response.headers.set('Cache-Control', isPublic ? 'public, max-age=3600' : 'private, no-cache');
  return response;
}
