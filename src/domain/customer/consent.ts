/** What people are asked to agree to. */
export const CONSENT_KINDS = ['marketing', 'calls', 'profiling', 'recording', 'surveys', 'privacy'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
