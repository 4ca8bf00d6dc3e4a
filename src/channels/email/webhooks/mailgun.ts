import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { sameSecret } from '@/channels/lib/signature';
import { buildMail } from './build-mail';
import { type FormPart, textOf } from './form-parts';
import type { WebhookMail } from './webhook-mail';

const OLDEST_MS = 300_000;

const headerList = z.array(z.tuple([z.string(), z.string()]));
const contentIds = z.record(z.string(), z.string());

/**
 * True when the form was signed with this key within the last five minutes: hex HMAC-SHA256 over timestamp and token
 * (contracts A.10).
 */
export function isSignedByMailgun(parts: readonly FormPart[], key: string, now: Date): boolean {
  const timestamp = textOf(parts, 'timestamp');
  const expected = createHmac('sha256', key)
    .update(timestamp + textOf(parts, 'token'))
    .digest('hex');
  const fresh = Math.abs(now.getTime() - Number(timestamp) * 1000) <= OLDEST_MS;
  return fresh && sameSecret(textOf(parts, 'signature'), expected);
}

/** Mailgun's route form, with the whole mail (`body-mime`) or taken apart. Null for another form. */
export async function readMailgun(parts: readonly FormPart[]): Promise<WebhookMail | null> {
  const raw = parts.find(({ name }) => name === 'body-mime')?.bytes;
  const headers = headersOf(parts);
  if (!raw && headers.length === 0) return null;
  const recipient = textOf(parts, 'recipient');
  return {
    bytes: raw ?? (await put(parts, headers)),
    envelopeFrom: parts.some(({ name }) => name === 'sender') ? textOf(parts, 'sender') : null,
    envelopeTo: recipient ? recipient.split(',').map((each) => each.trim()) : [],
  };
}

function headersOf(parts: readonly FormPart[]): readonly (readonly [string, string])[] {
  const given = headerList.safeParse(jsonIn(textOf(parts, 'message-headers')));
  if (given.success) return given.data;
  const named = (['from', 'subject'] as const).map((name) => [name, textOf(parts, name)] as const);
  return named.filter(([, value]) => value !== '');
}

function put(parts: readonly FormPart[], headers: readonly (readonly [string, string])[]): Promise<Buffer> {
  const ids = contentIds.safeParse(jsonIn(textOf(parts, 'content-id-map')));
  const idOf = new Map(
    Object.entries(ids.success ? ids.data : {}).map(([id, field]) => [field, id.replace(/^<|>$/g, '')]),
  );
  return buildMail({
    headers,
    text: textOf(parts, 'body-plain'),
    html: textOf(parts, 'body-html'),
    files: parts
      .filter(({ name }) => /^attachment-\d+$/.test(name))
      .map(({ name, fileName, type, bytes }) => ({
        name: fileName ?? name,
        type,
        bytes,
        contentId: idOf.get(name) ?? null,
      })),
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
