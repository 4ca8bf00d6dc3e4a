import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/server/env';

/** A 32-byte key of its own for each purpose, derived from the installation's secret (RFC 5869). */
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().SECRET, 'kalauz', purpose, 32));
}

/** Seals a text with AES-256-GCM: base64url of nonce, tag and ciphertext. */
export function seal(plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens what `seal` closed. Throws when it was changed, or sealed under another secret. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** SHA-256 in hex: how tokens and keys are stored. */
export const hashOf = (value: string | Uint8Array): string =>
  createHash('sha256').update(value).digest('hex');

/** A new secret of 32 random bytes in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first `length` base32 letters of HMAC-SHA256: lower case only, since mail servers may fold case. */
export function shortMac(purpose: string, value: string, length = 16): string {
  const digest = createHmac('sha256', keyFor(purpose)).update(value).digest();
  let bits = '';
  for (const byte of digest) bits += byte.toString(2).padStart(8, '0');
  return Array.from({ length }, (_, i) => BASE32[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('');
}
