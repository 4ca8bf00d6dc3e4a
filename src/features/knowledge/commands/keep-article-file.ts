import { fail, ok, type Result } from '@/domain/shared/result';
import { type Upload, uploadFile } from '@/features/attachments/commands/upload-file';
import { articleFileUrl } from '@/features/knowledge/article-files';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { cleanPicture } from '@/server/storage/clean-picture';
import { sniffType } from '@/server/storage/sniff';

/** What an editor needs to show the file; sizes of pictures in pixels, null for other files. */
export type ArticleFile = Readonly<{
  url: string;
  name: string;
  picture: Readonly<{ width: number; height: number }> | null;
}>;

type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'file.too_large' }>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps a picture or file of an article. A picture loses what its camera wrote into it: place, time, device. */
export async function keepArticleFile(
  ctx: StaffContext,
  { articleId, ...upload }: Upload & Readonly<{ articleId: string }>,
): Promise<Result<ArticleFile, Refused>> {
  const { workspaceId, db } = ctx;
  if (!UUID.test(articleId)) return fail({ code: 'not_found' });
  const where = { workspaceId_id: { workspaceId, id: articleId } };
  if (!(await db.article.findUnique({ where, select: { id: true } }))) return fail({ code: 'not_found' });
  const kept = await storeArticleFile(ctx, upload);
  if (!kept.ok) return kept;
  await transaction(ctx, (tx) => linkFiles(tx, ctx, { articleId, ids: [kept.value.id] }));
  const { url, name, picture } = kept.value;
  return ok({ url, name, picture });
}

type Stored = ArticleFile & Readonly<{ id: string }>;

/** Stores a picture or file that an article is to have; it is the article's once `linkFiles` says so. */
export async function storeArticleFile(
  ctx: StaffContext,
  upload: Upload,
): Promise<Result<Stored, Readonly<{ code: 'forbidden' | 'file.too_large' }>>> {
  const type = await sniffType(upload.bytes, upload.name, upload.claimedType);
  const picture = await cleanPicture(upload.bytes, type);
  const stored = await uploadFile(ctx, { ...upload, bytes: picture?.bytes ?? upload.bytes });
  if (!stored.ok) return stored;
  const { id, name } = stored.value;
  const size = picture && { width: picture.width, height: picture.height };
  return ok({ id, url: articleFileUrl(ctx, id), name, picture: size });
}

/** Makes stored files those of an article. */
export async function linkFiles(
  tx: Tx,
  { workspaceId }: Pick<StaffContext, 'workspaceId'>,
  { articleId, ids }: Readonly<{ articleId: string; ids: readonly string[] }>,
): Promise<void> {
  await tx.articleFile.createMany({
    data: ids.map((attachmentId) => ({ workspaceId, articleId, attachmentId })),
    skipDuplicates: true,
  });
}
