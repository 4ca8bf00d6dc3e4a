/** Why nobody can be reached on a channel now; each has a sentence in every language. */
export type Hindrance =
  | 'window_over'
  | 'message_window_over'
  | 'human_window_over'
  | 'blocked'
  | 'not_summoned'
  | 'never_wrote'
  | 'private_reply_used'
  | 'private_reply_late'
  | 'encrypted'
  | 'app_closed'
  | 'no_push_address'
  | 'channel_off'
  | 'no_mailbox'
  | 'no_address'
  | 'address_bounced';

/** Whether a thread can be answered: freely until an instant, with an approved text only, or not at all. */
export type Reach =
  | Readonly<{ state: 'open'; until: Date | null }>
  | Readonly<{ state: 'template'; why: Hindrance }>
  | Readonly<{ state: 'closed'; why: Hindrance }>;

/** What whoever answers has to know; each has a sentence in every language. */
export type AnswerWarning = 'direct_not_private';

/** Answerable without an end. */
export const OPEN: Reach = { state: 'open', until: null };

const HOUR = 3_600_000;

/** The end of a window that opens with each message of the customer; null when they never wrote. */
export function windowEnd(lastInboundAt: Date | null, hours: number): Date | null {
  return lastInboundAt && new Date(lastInboundAt.getTime() + hours * HOUR);
}

/** A window of so many hours after the customer's last message, and what holds when it is over. */
export function withinWindow(
  { lastInboundAt, now }: Readonly<{ lastInboundAt: Date | null; now: Date }>,
  hours: number,
  otherwise: Reach,
): Reach {
  const until = windowEnd(lastInboundAt, hours);
  return until && now < until ? { state: 'open', until } : otherwise;
}
