import { z } from 'zod';
import type { CallOutside, FetchedFile } from '@/channels/contract';
import type { RemoteFile } from '@/domain/channel/conversation';
import { callBot, fileUrl, refusalOf } from './api';
import type { TelegramConfig } from './config';

/** Bots may download up to 20 MB (Bot API "getFile"). */
const LARGEST = 20 * 1024 * 1024;

/** The content of a file: asked where it lies now, then fetched there. Null when it is gone, or too large for a bot. */
export async function fetchFile(
  file: RemoteFile,
  config: TelegramConfig,
  call: CallOutside,
): Promise<FetchedFile | null> {
  const path = (file.size ?? 0) > LARGEST ? null : await pathOf(file, config, call);
  if (path === null) return null;
  const { status, bytes } = await call({ url: fileUrl(config, path) });
  if (status >= 500) throw new Error(`the file server answers ${status}`);
  const name = file.name.includes('.') ? null : (path.split('/').at(-1) ?? null);
  return status === 200 ? { bytes, type: null, name } : null;
}

async function pathOf(
  { ref }: RemoteFile,
  config: TelegramConfig,
  call: CallOutside,
): Promise<string | null> {
  if (ref === null) return null;
  const answer = await callBot(call, config, 'getFile', { file_id: ref });
  const found = z.object({ file_path: z.string() }).safeParse(answer.result);
  if (answer.ok && found.success) return found.data.file_path;
  if (refusalOf(answer).status === 'deferred') throw new Error(`getFile: ${answer.description}`);
  return null;
}
