import { htmlToText } from '@/channels/lib/html';
import type { InboundFile } from '@/domain/channel/message';
import { readFiles } from './mail-files';
import { sortBody } from './mime/body';
import { isOverlong, textOf } from './mime/content';
import type { MimePart } from './mime/parts';

/** The readable side of a mail. */
export type MailWords = Readonly<{
  text: string;
  /** As the sender wrote it, not yet cleaned; null when the mail has none. */
  html: string | null;
  /** Whether `text` was made from the HTML. */
  textIsMade: boolean;
  files: readonly InboundFile[];
}>;

/**
 * The text and HTML that a reader is to see, and the files. Where the sender gave only HTML the text is made from it;
 * what stands outside of an alternative is part of both (RFC 8621 §4.1.4). A part too long to show whole is a file too.
 */
export function readWords(root: MimePart): MailWords {
  const body = sortBody(root);
  const rawHtml = body.html.some(isHtml) ? body.html.map(asHtml).join('\n') : '';
  const overlong = [...new Set([...body.text, ...body.html])].filter(
    (part) => isOverlong(part) && !part.torn,
  );
  const { files, tnef } = readFiles([...body.files, ...overlong], rawHtml);
  const html = rawHtml || tnef?.html || '';
  const texts = body.text.filter((part) => !isHtml(part)).map(textOf);
  const written = texts.some((text) => text.trim() !== '') ? texts.join('\n') : (tnef?.text ?? '');
  const textIsMade = written.trim() === '' && html !== '';
  const text = textIsMade ? htmlToText(html).replaceAll('\0', '') : written;
  return { text, html: html === '' ? null : html, textIsMade, files };
}

function isHtml(part: MimePart): boolean {
  return part.type === 'text/html';
}

function asHtml(part: MimePart): string {
  const text = textOf(part);
  if (isHtml(part) || text.trim() === '') return text;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div>${escaped.trim().replaceAll('\n', '<br>\n')}</div>`;
}
