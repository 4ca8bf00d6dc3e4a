/** The channels of conversations that an admin can connect, the most asked for first. */
export const SOCIAL_KINDS = [
  'whatsapp',
  'messenger',
  'instagram',
  'facebook',
  'telegram',
  'x',
  'mastodon',
  'api',
] as const;

export type SocialKind = (typeof SOCIAL_KINDS)[number];

/** True for the name of one of them. */
export const isSocialKind = (value: string): value is SocialKind =>
  (SOCIAL_KINDS as readonly string[]).includes(value);
