import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Storage } from './storage-contract';
import { checkedKey } from './storage-key';

/**
 * Keeps files in a folder, two levels deep below their workspace so that no directory grows large. A file is
 * written beside its place, synced, and moved there: whoever finds it finds all of it.
 */
export function folderStorage(root: string): Storage {
  const pathOf = (key: string) => placeOf(root, checkedKey(key));
  return {
    put: (key, bytes) => writeWhole(pathOf(key), bytes),
    get: (key) => orNull(readFile(pathOf(key))),
    stream: async (key) => {
      const file = await orNull(open(pathOf(key), 'r'));
      return file === null ? null : webStream(file.createReadStream());
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    exists: async (key) => (await orNull(access(pathOf(key)).then(() => true))) === true,
  };
}

function placeOf(root: string, key: string): string {
  const parts = key.split('/');
  const name = parts.pop() ?? '';
  return join(
    /*turbopackIgnore: true*/ root,
    ...parts,
    name.slice(0, 2),
    name.slice(2, 4).padEnd(2, '-'),
    name,
  );
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const beside = join(/*turbopackIgnore: true*/ folder, `.${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeSynced(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a new file is only safe once its folder is. Windows cannot open a folder and needs no sync. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Node's own type of a web stream is another one than that of the web. */
const webStream = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>;
