import type { WebAnswer, WebCall } from '@/channels/contract';
import { isSignedBy, sameSecret } from './signature';

/** The check of an address at Meta: the challenge as plain text for the right token, 403 for a wrong one; null when it is none. */
export function metaHandshake({ method, url }: WebCall, verifyToken: string): WebAnswer | null {
  const query = new URL(url).searchParams;
  if (method !== 'GET' || query.get('hub.mode') !== 'subscribe') return null;
  const isOurs = verifyToken !== '' && sameSecret(query.get('hub.verify_token') ?? '', verifyToken);
  return isOurs
    ? { status: 200, contentType: 'text/plain', body: query.get('hub.challenge') ?? '' }
    : { status: 403, contentType: 'text/plain', body: '' };
}

/** Meta signs the bytes as it sends them, escapes and all: they must not be parsed and written again before this. */
export function isFromMeta({ headers, bytes }: WebCall, appSecret: string): boolean {
  return isSignedBy(appSecret, { header: headers['x-hub-signature-256'] ?? '', bytes, encoding: 'hex' });
}

/** An instant that Meta gives as seconds or as milliseconds, in a number or a text; never beyond the year 2200. */
export function metaInstant(value: number | string): Date {
  const number = Math.max(Number(value) || 0, 0);
  const milliseconds = number > 100_000_000_000 ? number : number * 1000;
  return new Date(Math.min(milliseconds, LAST));
}

const LAST = 7_289_654_400_000;
