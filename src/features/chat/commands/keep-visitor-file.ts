import type { ChatFile } from '@/domain/chat/protocol';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fileOf, visitorFiles } from '@/features/chat/entries';
import type { VisitorContext } from '@/features/chat/visitor';
import { transaction } from '@/server/db/transaction';
import { storeFile } from '@/server/storage/store-file';
import { preparedFile } from '@/server/storage/visitor-files';

type Upload = Readonly<{ sessionId: string; name: string; claimedType: string; bytes: Uint8Array }>;
type Refused = Readonly<{ code: 'not_found' | 'file.too_large' | 'file.type_not_allowed' | 'rate.limited' }>;

/** Most files that wait to be sent in one chat: what is more is no conversation. */
const MOST_WAITING = 50;

/** Keeps a file of a visitor until a message of the same chat carries it. Pictures lose what cameras write into them. */
export async function keepVisitorFile(
  ctx: VisitorContext,
  upload: Upload,
): Promise<Result<ChatFile, Refused>> {
  if (!ctx.account.settings.files) return fail({ code: 'not_found' });
  const { workspaceId } = ctx;
  const { sessionId } = upload;
  const waiting = await ctx.db.chatUpload.count({
    where: { workspaceId, sessionId, attachment: { messageId: null } },
  });
  if (waiting >= MOST_WAITING) return fail({ code: 'rate.limited' });
  const prepared = await preparedFile(upload);
  if (!prepared.ok) return prepared;
  const { bytes, name, type, picture } = prepared.value;
  const { sha256, size } = await storeFile(workspaceId, bytes);
  const id = ctx.newId();
  const [width, height] = [picture?.width ?? null, picture?.height ?? null];
  return transaction(ctx, async (tx) => {
    await tx.attachment.createMany({
      data: [{ id, workspaceId, name, type, size, sha256, createdAt: ctx.now() }],
    });
    await tx.chatUpload.createMany({ data: [{ workspaceId, attachmentId: id, sessionId, width, height }] });
    return ok(fileOf({ id, name, type, size, width, height }, visitorFiles(ctx.account, ctx.now())));
  });
}
