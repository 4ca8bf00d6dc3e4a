import type { InboundFile } from '@/domain/channel/message';
import type { StoredFile } from '@/domain/ticket/ticket';
import type { SystemContext } from '@/server/context';
import { sniffType } from '@/server/storage/sniff';
import { storeFile } from '@/server/storage/store-file';

/** Nothing is wrong with the mail: the place where files are kept cannot be reached. */
export class FilesUnavailable extends Error {}

/** Stores the files of a mail by what is in them, before any row names them. Throws `FilesUnavailable`. */
export function storeFiles(ctx: SystemContext, files: readonly InboundFile[]): Promise<StoredFile[]> {
  return Promise.all(files.map((file) => storeOne(ctx, file)));
}

async function storeOne(ctx: SystemContext, file: InboundFile): Promise<StoredFile> {
  const { name, bytes, claimedType, inline, contentId } = file;
  const type = await sniffType(bytes, name, claimedType);
  try {
    const { sha256, size } = await storeFile(ctx.workspaceId, bytes);
    return { id: ctx.newId(), name, type, size, sha256, inline, contentId };
  } catch (error) {
    throw new FilesUnavailable(`the files of a mail could not be stored: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
