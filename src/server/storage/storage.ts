import { join } from 'node:path';
import { env } from '@/server/env';
import { folderStorage } from './folder-storage';
import { s3Storage } from './s3-storage';
import type { Storage } from './storage-contract';

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
