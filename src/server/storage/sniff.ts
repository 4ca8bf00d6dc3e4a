import { fileTypeFromBuffer } from 'file-type';

const UNKNOWN = 'application/octet-stream';

/** What has no magic bytes, by the ending of its name. Nothing here is ever shown inside a page. */
const TEXT_BY_ENDING = new Map([
  ['txt', 'text/plain'],
  ['log', 'text/plain'],
  ['md', 'text/markdown'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['json', 'application/json'],
  ['ics', 'text/calendar'],
  ['vcf', 'text/vcard'],
  ['eml', 'message/rfc822'],
  ['htm', 'text/html'],
  ['html', 'text/html'],
  ['xml', 'application/xml'],
  ['svg', 'image/svg+xml'],
  ['css', 'text/css'],
  ['js', 'text/javascript'],
]);

/** The container that Microsoft's older files share says not which of them it is. */
const COMPOUND_BY_ENDING = new Map([
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['msg', 'application/vnd.ms-outlook'],
]);

const CLAIMS = new Set([
  'text/plain',
  'text/csv',
  'text/calendar',
  'text/html',
  'message/rfc822',
  'message/delivery-status',
  'application/json',
  'application/pgp-signature',
]);

/**
 * Returns the media type by what is in the file. Its name and what the sender claims count only for text, which
 * has no magic bytes: nothing becomes a picture by being called one.
 */
export async function sniffType(bytes: Uint8Array, name: string, claimed: string): Promise<string> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const found = await magicType(bytes);
  if (found === 'application/x-cfb') return COMPOUND_BY_ENDING.get(ending) ?? found;
  if (found === 'application/xml') return TEXT_BY_ENDING.get(ending) ?? found;
  if (found !== null) return found;
  if (!looksLikeText(bytes)) return UNKNOWN;
  const plain = claimed.split(';')[0]?.trim().toLowerCase() ?? '';
  return TEXT_BY_ENDING.get(ending) ?? (CLAIMS.has(plain) ? plain : UNKNOWN);
}

/** A file that is cut off or built to confuse has no type; that is no failure. */
async function magicType(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime.toLowerCase() ?? null;
  } catch {
    return null;
  }
}

function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
