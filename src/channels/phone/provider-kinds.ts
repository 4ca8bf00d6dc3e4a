/** The telephone systems that there are, in the order in which they are offered. */
export const PHONE_PROVIDERS = ['twilio', 'cti'] as const;

export type PhoneProviderKind = (typeof PHONE_PROVIDERS)[number];
