import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { fail, ok, type Result } from '@/domain/shared/result';

type Limits = Readonly<{ files: number /** Of all files together, unpacked. */; bytes: number }>;

/** The files of an archive by their paths. */
export type Unpacked = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

type Refused = Readonly<{ code: 'archive.unreadable' | 'archive.too_large' }>;

/** What operating systems put beside what somebody packed. */
const ASIDE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;

/** True when the bytes begin as a zip archive does (APPNOTE 4.3.7). */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Unpacks a zip archive. What the files say of their sizes is added up before anything is unpacked, and a file that turns out longer
 * than it said ends it: an archive that is built to fill the memory is refused.
 */
export async function readZip(bytes: Uint8Array, limits: Limits): Promise<Result<Unpacked, Refused>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
    if (zip.entryCount > limits.files) return fail({ code: 'archive.too_large' });
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    let left = limits.bytes;
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      if (fileName.endsWith('/') || ASIDE.test(fileName)) continue;
      left -= uncompressedSize;
      if (left < 0) return fail({ code: 'archive.too_large' });
      files.set(fileName, new Uint8Array(await buffer(await zip.openReadStreamPromise(entry))));
    }
    return ok(files);
  } catch {
    return fail({ code: 'archive.unreadable' });
  }
}
