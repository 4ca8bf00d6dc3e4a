import { readMail } from '@/channels/email/read-mail';
import type { InboundMessage } from '@/domain/channel/message';

/** Reads a mail that is written out with plain line feeds; every character is one byte unless it is beyond Latin-1. */
export async function read(raw: string | Buffer): Promise<InboundMessage> {
  const bytes = typeof raw === 'string' ? Buffer.from(raw.replaceAll('\n', '\r\n'), 'utf8') : raw;
  const result = await readMail({ bytes, receivedAt: new Date('2026-11-02T08:00:00Z') });
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

/** A mail with these extra header lines and this body. */
export function mail(extra: string, body: string): string {
  const head = ['From: Kovács Ágnes <agnes@pelda.hu>', 'To: support@demo.test', 'Subject: Kérdés'];
  return `${[...head, ...(extra === '' ? [] : [extra])].join('\n')}\n\n${body}`;
}

/** Bytes of a mail in a one-byte charset; `escape` writes the bytes that differ from ASCII as `\xNN`. */
export function bytesOf(raw: string): Buffer {
  return Buffer.from(raw.replaceAll('\n', '\r\n'), 'latin1');
}
