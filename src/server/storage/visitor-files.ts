import { fail, ok, type Result } from '@/domain/shared/result';
import { type CleanPicture, cleanPicture } from '@/server/storage/clean-picture';
import { sniffType } from '@/server/storage/sniff';

/** The largest file that a visitor may send, in bytes. */
export const VISITOR_FILE_BYTES = 10 * 1024 * 1024;

/** What a visitor may send, as their browser's file dialog names it. */
export const ACCEPTED_ENDINGS = [
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.webp',
  '.heic',
  '.pdf',
  '.txt',
  '.csv',
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
  '.odt',
  '.ods',
  '.zip',
  '.mp4',
  '.mov',
  '.mp3',
  '.m4a',
] as const;

/** Types as the bytes tell them; what only seems to have one of the endings is refused. */
const ACCEPTED_TYPES =
  /^(?:image\/(?:png|jpeg|gif|webp|heic|heif)|application\/(?:pdf|zip|msword|x-cfb|vnd\.(?:ms-excel|openxmlformats-officedocument\.[\w.]+|oasis\.opendocument\.[\w.]+))|text\/(?:plain|csv)|video\/(?:mp4|quicktime)|audio\/(?:mpeg|mp4|x-m4a))$/;

type Given = Readonly<{ name: string; claimedType: string; bytes: Uint8Array }>;
type Prepared = Readonly<{
  name: string;
  type: string;
  bytes: Uint8Array;
  picture: Pick<CleanPicture, 'width' | 'height'> | null;
}>;
type Refused = Readonly<{ code: 'file.too_large' | 'file.type_not_allowed' }>;

const LONGEST_NAME = 255;

/** A visitor's file as it may be kept: of a kind that is accepted, by its ending and by its bytes. */
export async function preparedFile({ name, claimedType, bytes }: Given): Promise<Result<Prepared, Refused>> {
  if (bytes.byteLength > VISITOR_FILE_BYTES) return fail({ code: 'file.too_large' });
  const plain =
    name
      .replace(/[\p{Cc}/\\]+/gu, '_')
      .trim()
      .slice(-LONGEST_NAME) || 'file';
  const type = await sniffType(bytes, plain, claimedType);
  const isNamed = ACCEPTED_ENDINGS.some((ending) => plain.toLowerCase().endsWith(ending));
  if (bytes.byteLength === 0 || !isNamed || !ACCEPTED_TYPES.test(type))
    return fail({ code: 'file.type_not_allowed' });
  const picture = await cleanPicture(bytes, type);
  return ok({ name: plain, type, bytes: picture?.bytes ?? bytes, picture });
}
