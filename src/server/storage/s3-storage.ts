import type { S3Client } from '@aws-sdk/client-s3';
import type { Storage } from './storage-contract';
import { checkedKey } from './storage-key';

/** A bucket; without keys the usual places of AWS are asked for them (environment, instance role). */
export type Bucket = Readonly<{
  bucket: string;
  region: string;
  endpoint: string | undefined;
  accessKeyId: string | undefined;
  secretAccessKey: string | undefined;
  /** `https://host/bucket/key`, as MinIO wants it, in the place of `https://bucket.host/key`. */
  forcePathStyle: boolean;
}>;

type Sdk = typeof import('@aws-sdk/client-s3');
type Opened = Readonly<{ client: S3Client; sdk: Sdk }>;

/** Keeps files in a bucket that speaks S3. The SDK is loaded on first use, since most installations never do. */
export function s3Storage(settings: Bucket): Storage {
  let opening: Promise<Opened> | undefined;
  const opened = () => {
    opening ??= connect(settings);
    return opening;
  };
  const at = (key: string) => ({ Bucket: settings.bucket, Key: checkedKey(key) });
  const read = async (key: string) => {
    const { client, sdk } = await opened();
    return await orNull(client.send(new sdk.GetObjectCommand(at(key))));
  };
  return {
    put: async (key, bytes) => {
      const { client, sdk } = await opened();
      await client.send(
        new sdk.PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.byteLength }),
      );
    },
    get: async (key) => {
      const bytes = await (await read(key))?.Body?.transformToByteArray();
      return bytes === undefined ? null : new Uint8Array(bytes);
    },
    stream: async (key) => (await read(key))?.Body?.transformToWebStream() ?? null,
    remove: async (key) => {
      const { client, sdk } = await opened();
      await client.send(new sdk.DeleteObjectCommand(at(key)));
    },
    exists: async (key) => {
      const { client, sdk } = await opened();
      return (await orNull(client.send(new sdk.HeadObjectCommand(at(key))))) !== null;
    },
  };
}

async function connect(settings: Bucket): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-s3');
  const { region, endpoint, accessKeyId, secretAccessKey, forcePathStyle } = settings;
  const client = new sdk.S3Client({
    region,
    forcePathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
    /** Servers that only resemble S3 do not all know the newer checksums. */
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, sdk };
}

async function orNull<Value>(asking: Promise<Value>): Promise<Value | null> {
  try {
    return await asking;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A missing bucket is a wrong setting, not a missing file. */
function isMissing(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return name === 'NoSuchKey' || name === 'NotFound';
}
