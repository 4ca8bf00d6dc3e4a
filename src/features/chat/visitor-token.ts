import { createHmac } from 'node:crypto';
import { hashOf, newSecret, shortMac } from '@/server/crypto/keys';

/**
 * The bearer token of a chat that this request began: 256 bits that only the installation and who knows the request's id
 * can tell, so that a request whose answer was lost gives the same token again. At rest only its hash is kept.
 */
export function tokenFor(accountId: string, clientId: string): string {
  const key = shortMac('chat-visitor', accountId, 51);
  return createHmac('sha256', key).update(clientId.toLowerCase()).digest('base64url');
}

/** A token that replaces another one. */
export const newToken = (): string => newSecret();

/** How a token is stored and looked for. */
export const tokenHashOf = (token: string): string => hashOf(token);

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1); null when there is none. */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer +([\w.~+/=-]{20,200})$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
