/** What an app may ask to hear of a page, and of an account on Instagram (Graph API, "subscribed_apps"). */
const OF_PAGES = [
  'feed',
  'mention',
  'message_deliveries',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'messages',
  'messaging_handovers',
  'messaging_optins',
  'messaging_postbacks',
  'messaging_referrals',
  'standby',
];
const OF_INSTAGRAM = [
  'comments',
  'live_comments',
  'mentions',
  'message_edit',
  'message_reactions',
  'messages',
  'messaging_handover',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'story_insights',
];

/** Meta's complaint about the fields that are asked for; null when there is none. */
export function wrongFields(fields: readonly string[], of: 'page' | 'instagram'): string | null {
  const known = of === 'page' ? OF_PAGES : OF_INSTAGRAM;
  if (fields.length === 0) return '(#100) The parameter subscribed_fields is required.';
  const at = fields.findIndex((field) => !known.includes(field));
  return at < 0 ? null : `(#100) Param subscribed_fields[${at}] must be one of {${known.join(', ')}}`;
}
