import { fail, ok, type Result } from '@/domain/shared/result';
import { type Upload, uploadFile } from '@/features/attachments/commands/upload-file';
import { articleFileUrl } from '@/features/knowledge/article-files';
import type { StaffContext } from '@/server/context';
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
  const type = await sniffType(upload.bytes, upload.name, upload.claimedType);
  const picture = await cleanPicture(upload.bytes, type);
  const stored = await uploadFile(ctx, { ...upload, bytes: picture?.bytes ?? upload.bytes });
  if (!stored.ok) return stored;
  const { id, name } = stored.value;
  await transaction(ctx, (tx) =>
    tx.articleFile.create({ data: { workspaceId, articleId, attachmentId: id } }),
  );
  const size = picture && { width: picture.width, height: picture.height };
  return ok({ url: articleFileUrl(ctx, id), name, picture: size });
}
