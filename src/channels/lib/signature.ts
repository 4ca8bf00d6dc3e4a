import { createHmac, timingSafeEqual } from 'node:crypto';

/** True when two secrets are the same; how long it takes tells nothing of where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [digest(one), digest(other)];
  return timingSafeEqual(a, b);
}

/** Of equal length, so that they can be compared. */
const digest = (value: string) => createHmac('sha256', 'same').update(value).digest();

/** HMAC-SHA256 of the bytes as they came. */
export const macOf = (secret: string, bytes: Uint8Array | string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', secret).update(bytes).digest(encoding);

/** True for a header `sha256=<mac>` that the holder of the secret made over these bytes. An empty secret proves nothing. */
export function isSignedBy(
  secret: string,
  { header, bytes, encoding }: Readonly<{ header: string; bytes: Uint8Array; encoding: 'hex' | 'base64' }>,
): boolean {
  if (secret === '') return false;
  return sameSecret(header, `sha256=${macOf(secret, bytes, encoding)}`);
}
