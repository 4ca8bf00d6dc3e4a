import type { InboundFile } from '@/domain/channel/message';
import { entryOf } from '@/domain/shared/entry-of';
import { fileName } from './mime/body';
import { bytesOf } from './mime/content';
import { decodeHeaderText } from './mime/encoded-words';
import { lastValue } from './mime/header-block';
import type { MimePart } from './mime/parts';
import { readTnef, type Tnef } from './mime/tnef';

/** The files of a mail, and the body that only a `winmail.dat` had. */
export type MailFiles = Readonly<{ files: readonly InboundFile[]; tnef: Tnef | null }>;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/msword': 'doc',
  'application/pdf': 'pdf',
  'application/pgp-signature': 'asc',
  'application/pkcs7-mime': 'p7m',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/zip': 'zip',
  'audio/basic': 'au',
  'audio/mpeg': 'mp3',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'message/global': 'eml',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/directory': 'vcf',
  'text/plain': 'txt',
  'text/rfc822-headers': 'txt',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
};

/** Names of files whose sender gave none, by type. */
const STEMS: Readonly<Record<string, string>> = {
  'message/delivery-status': 'delivery-status',
  'message/rfc822': 'message',
  'text/calendar': 'calendar',
  'text/rfc822-headers': 'headers',
};

/**
 * Turns parts into files. A `winmail.dat` is replaced by what it holds; a mail in the mail stays one file (`.eml`).
 * A picture that `html` shows by its Content-ID is `inline`.
 */
export function readFiles(parts: readonly MimePart[], html: string): MailFiles {
  const files: InboundFile[] = [];
  let tnef: Tnef | null = null;
  const shown = html.toLowerCase();
  for (const [index, part] of parts.entries()) {
    const bytes = bytesOf(part);
    const opened = isTnef(part) ? readTnef(bytes) : null;
    tnef ??= opened;
    if (opened !== null && opened.files.length > 0) {
      files.push(...opened.files.map((file) => tnefFile(file, `${shown}\n${opened.html.toLowerCase()}`)));
    } else files.push(toFile(part, { bytes, number: index + 1, shown }));
  }
  return { files, tnef };
}

function isTnef(part: MimePart): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(part.type) || fileName(part).toLowerCase() === 'winmail.dat';
}

function toFile(part: MimePart, given: { bytes: Buffer; number: number; shown: string }): InboundFile {
  const contentId = readContentId(part);
  return {
    name: fileName(part) || madeUpName(part, given.number),
    claimedType: typeOf(part),
    bytes: given.bytes,
    contentId,
    inline: isShown(contentId, given.shown),
  };
}

function tnefFile(file: Tnef['files'][number], shown: string): InboundFile {
  const contentId = file.contentId?.replace(/^<|>$/g, '') ?? null;
  return {
    name: file.name,
    claimedType: file.type.toLowerCase(),
    bytes: file.bytes,
    contentId,
    inline: isShown(contentId, shown),
  };
}

/** Content-ID without brackets (RFC 2392), or null. */
function readContentId(part: MimePart): string | null {
  const id = decodeHeaderText(lastValue(part.fields, 'content-id')).replace(/[<>\s]/g, '');
  return id === '' ? null : id;
}

function isShown(contentId: string | null, html: string): boolean {
  if (contentId === null) return false;
  const id = contentId.toLowerCase();
  return html.includes(`cid:${id}`) || html.includes(`cid:${encodeURIComponent(id).toLowerCase()}`);
}

function madeUpName(part: MimePart, number: number): string {
  const type = typeOf(part);
  const subtype = type.slice(type.indexOf('/') + 1).replace(/^x-/, '');
  const extension = entryOf(EXTENSIONS, type) ?? (/^[a-z0-9]{1,8}$/.test(subtype) ? subtype : 'bin');
  const stem = part.torn ? `incomplete-${number}` : (entryOf(STEMS, type) ?? `attachment-${number}`);
  return `${stem}.${extension}`;
}

/** What is left of a multipart without boundaries is text. */
function typeOf(part: MimePart): string {
  return part.type.startsWith('multipart/') ? 'text/plain' : part.type;
}
