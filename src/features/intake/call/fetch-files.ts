import type { FetchedFile } from '@/channels/contract';
import type { RemoteFile } from '@/domain/channel/conversation';
import type { InboundFile } from '@/domain/channel/message';
import type { StoredFile } from '@/domain/ticket/ticket';
import { storeFiles } from '@/features/intake/store-files';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';
import { callOutside, OutsideError } from '@/server/http/call-outside';
import type { ClaimedCall } from './claim-call';

/** The files of a message that could be had, and the names of those that are gone. */
export type Fetched = Readonly<{ files: readonly StoredFile[]; missing: readonly string[] }>;

const MOST_FILES = 20;
const NAME_LIMIT = 255;

/**
 * Fetches the files of a message from the vendor, before anything is decided: their addresses run out. What is gone for good,
 * too large, or lies where nobody may be asked is named as missing; a vendor that does not answer is asked again later, but
 * not for ever: the last time the message comes without.
 */
export async function fetchFiles(
  ctx: SystemContext,
  call: ClaimedCall,
  ...[files, lastTry]: [readonly RemoteFile[], boolean]
): Promise<Fetched> {
  const fetched = [];
  const missing = files.slice(MOST_FILES).map(({ name }) => name);
  for (const file of files.slice(0, MOST_FILES)) {
    const found = await fetchOne(call, file, lastTry);
    if (found) fetched.push(found);
    else missing.push(file.name);
  }
  return { files: await storeFiles(ctx, fetched), missing };
}

async function fetchOne({ opened }: ClaimedCall, ...[file, lastTry]: [RemoteFile, boolean]) {
  const limit = env().MAX_MAIL_MB * 1024 * 1024;
  const tooLarge = (file.size ?? 0) > limit;
  const call = (asked: Parameters<typeof callOutside>[0]) => callOutside({ maxBytes: limit, ...asked });
  try {
    const found = tooLarge ? null : await opened?.adapter.fetchFile?.(file, opened.config, call);
    return found ? inboundFile(file, found) : null;
  } catch (error) {
    if (isHopeless(error) || lastTry) return null;
    throw error;
  }
}

function inboundFile(file: RemoteFile, { bytes, name, type }: FetchedFile): InboundFile {
  const shown = (name ?? file.name).replaceAll('\0', '').slice(0, NAME_LIMIT) || 'file';
  return { name: shown, claimedType: type ?? file.claimedType, bytes, contentId: null, inline: false };
}

const isHopeless = (error: unknown) =>
  error instanceof OutsideError && ['forbidden_address', 'too_large'].includes(error.code);
