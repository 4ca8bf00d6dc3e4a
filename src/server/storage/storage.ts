import { join } from 'node:path';
import { env } from '@/server/env';
import { folderStorage } from './folder-storage';
import { s3Storage } from './s3-storage';

/** Where the bytes of files lie. Keys are parts of lower-case letters, digits and dashes, joined by `/`. */
export type Storage = Readonly<{
  /** Keeps the bytes under this key; when it returns they survive a crash. Writing again replaces them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Returns the bytes, or null where there are none. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Returns the bytes piece by piece, or null where there are none. */
  stream(key: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  /** Forgets the bytes; what is not there is forgotten already. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}>;

let opened: Storage | undefined;

/** Returns the storage of this installation: the S3 bucket where one is set, else a folder in `DATA_DIR`. */
export function storage(): Storage {
  opened ??= open();
  return opened;
}

function open(): Storage {
  const settings = env();
  if (settings.S3_BUCKET === undefined) return folderStorage(join(settings.DATA_DIR, 'files'));
  return s3Storage({
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT,
    accessKeyId: settings.S3_ACCESS_KEY_ID,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE,
  });
}
