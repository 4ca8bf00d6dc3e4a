/** What an address of a customer can be. Those after `social` are ids at one vendor, which people know by a label. */
export const IDENTITY_KINDS = [
  'email',
  'phone',
  'chat',
  'social',
  'whatsapp',
  'messenger',
  'instagram',
  'facebook',
  'telegram',
  'x',
  'mastodon',
  'api',
] as const;

export type IdentityKind = (typeof IDENTITY_KINDS)[number];
