import type { IdentityKind } from './identity';

/** What can be blocked: an address, a whole domain of mail, a telephone number, or somebody at a vendor. */
export const BLOCK_KINDS = [
  'email',
  'domain',
  'phone',
  'whatsapp',
  'messenger',
  'instagram',
  'facebook',
  'telegram',
  'x',
  'mastodon',
  'api',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Somebody who sends, under one of their addresses. */
export type Sender = Readonly<{ kind: IdentityKind; value: string; handle?: string }>;

export type BlockKey = Readonly<{ kind: BlockKind; value: string }>;

/** An id or a handle as blocks hold it: in lower case, without the @ that people write before it. */
export const vendorName = (text: string): string => text.trim().toLowerCase().replace(/^@/, '');

/**
 * Everything under which a sender may be blocked: a mail address also by its domain, somebody at a vendor by the id and by
 * the handle, a WhatsApp user by the telephone number too.
 */
export function blockKeys(senders: readonly Sender[]): readonly BlockKey[] {
  const keys = senders.flatMap(keysOf).filter(({ value }) => value !== '');
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

function keysOf({ kind, value, handle = '' }: Sender): readonly BlockKey[] {
  switch (kind) {
    case 'email': {
      const address = value.trim().toLowerCase();
      return [
        { kind, value: address },
        { kind: 'domain', value: address.slice(address.lastIndexOf('@') + 1) },
      ];
    }
    case 'phone':
      return [{ kind, value }];
    case 'chat':
    case 'social':
      return [];
    default: {
      const digits = /^\+?\d{7,15}$/.test(value) && kind === 'whatsapp' ? value.replace(/^\+?/, '+') : '';
      return [
        { kind, value: vendorName(value) },
        { kind, value: vendorName(handle) },
        { kind: 'phone', value: digits },
      ];
    }
  }
}
