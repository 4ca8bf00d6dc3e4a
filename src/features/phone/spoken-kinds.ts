/** The kinds of words that callers hear; a workspace may set its own for each language. */
export const SPOKEN_KINDS = [
  'consent',
  'consentByKey',
  'unrecorded',
  'closed',
  'menu',
  'voicemail',
  'callback',
  'goodbye',
] as const;

/** How the desk dials. */
export const DIALLING = ['tel', 'sip', 'provider'] as const;
