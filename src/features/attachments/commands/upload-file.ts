import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StoredFile } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { sniffType } from '@/server/storage/sniff';
import { storeFile } from '@/server/storage/store-file';

export type Upload = Readonly<{ name: string; claimedType: string; bytes: Uint8Array }>;

const LONGEST_NAME = 255;

/**
 * Keeps a file that a message is to carry; until one does, only its uploader sees it. The bytes are stored before the row,
 * so that no row is without its bytes.
 */
export async function uploadFile(
  ctx: StaffContext,
  { name, claimedType, bytes }: Upload,
): Promise<Result<StoredFile, Readonly<{ code: 'forbidden' | 'file.too_large' }>>> {
  if (!may(ctx.actor, 'ticket.note')) return fail({ code: 'forbidden' });
  if (bytes.byteLength > env().MAX_MAIL_MB * 1024 * 1024) return fail({ code: 'file.too_large' });
  const { workspaceId, actor } = ctx;
  const { sha256, size } = await storeFile(workspaceId, bytes);
  const plain =
    name
      .replace(/[\p{Cc}/\\]+/gu, '_')
      .trim()
      .slice(0, LONGEST_NAME) || 'file';
  const file = {
    id: ctx.newId(),
    name: plain,
    type: await sniffType(bytes, plain, claimedType),
    size,
    sha256,
  };
  return transaction(ctx, async (tx) => {
    await tx.attachment.createMany({
      data: [{ ...file, workspaceId, uploadedById: actor.id, createdAt: ctx.now() }],
    });
    return ok({ ...file, inline: false, contentId: null });
  });
}
