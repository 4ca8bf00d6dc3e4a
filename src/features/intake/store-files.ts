import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InboundFile } from '@/domain/channel/message';
import type { StoredFile } from '@/domain/ticket/ticket';
import type { SystemContext } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { env } from '@/server/env';

/** Nothing is wrong with the mail: the place where files are kept cannot be reached. */
export class FilesUnavailable extends Error {}

/** Stores the files of a mail by what is in them, before any row names them. */
export function storeFiles(ctx: SystemContext, files: readonly InboundFile[]): Promise<StoredFile[]> {
  return Promise.all(
    files.map(async ({ name, claimedType, bytes, contentId, inline }) => {
      const sha256 = hashOf(bytes);
      await mkdir(join(env().DATA_DIR, 'files'), { recursive: true });
      await writeFile(join(env().DATA_DIR, 'files', sha256), bytes);
      return { id: ctx.newId(), name, type: claimedType, size: bytes.byteLength, sha256, inline, contentId };
    }),
  );
}
