import type { Address } from '@/domain/channel/message';

/** `"Anna Ozola" <anna@example.com>`, or the bare address without a name. Control characters are dropped (RFC 5322 §3.4). */
export function formatAddress({ name, address }: Address): string {
  const clean = (name ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  const bare = address.replace(/[\p{Cc}<>\s]+/gu, '');
  return clean === '' ? bare : `"${clean.replace(/["\\]/g, '\\$&')}" <${bare}>`;
}

/** Reads one address as `formatAddress` and the settings write it: `Name <address>` or an address alone. */
export function addressIn(text: string): Address {
  const match = /^(.*)<([^<>]+)>\s*$/.exec(text);
  if (!match) return { address: text.trim().toLowerCase(), name: null };
  const [, name = '', address = ''] = match;
  const plain = name
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(.)/g, '$1');
  return { address: address.trim().toLowerCase(), name: plain || null };
}
