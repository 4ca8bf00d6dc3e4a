/** What endpoints can be told of: `<thing>.<fact>`, in the words of the API. */
export const WEBHOOK_TYPES = [
  'ticket.created',
  'ticket.updated',
  'ticket.status_changed',
  'ticket.assigned',
  'ticket.solved',
  'ticket.reopened',
  'ticket.closed',
  'ticket.merged',
  'ticket.linked',
  'ticket.unlinked',
  'message.created',
  'sla.at_risk',
  'sla.breached',
  'promise.made',
  'promise.at_risk',
  'promise.kept',
  'promise.broken',
  'survey.answered',
  'article.published',
  'article.withdrawn',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed try (Standard Webhooks, "Deliverability and reliability"): 75 hours in all. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** What became of one try: the HTTP status, or null when there was no answer. */
export type Tried = Readonly<{
  status: number | null;
  /** What the receiver asked us to wait (`Retry-After`, RFC 9110 §10.2.3), in milliseconds. */
  retryAfter: number | null;
}>;

export type Verdict =
  | Readonly<{ kind: 'delivered' }>
  | Readonly<{ kind: 'retry'; at: Date }>
  /** Given up; `gone` means that nothing more may be sent there. */
  | Readonly<{ kind: 'failed'; gone: boolean }>;

const LONGEST_WAIT = 24 * HOUR;
const JITTER = 0.1;

/**
 * What follows from the `attempts`th try, which ended at `at`. Only a 2xx is a success, 410 ends it for good; `chance` from
 * 0 to 1 spreads the next try over a tenth of the wait, so that many do not come at once.
 */
export function verdictOn(
  { status, retryAfter }: Tried,
  { attempts, at, chance }: Readonly<{ attempts: number; at: Date; chance: number }>,
): Verdict {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'failed', gone: true };
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return { kind: 'failed', gone: false };
  const spread = wait + wait * JITTER * chance;
  const asked = Math.min(retryAfter ?? 0, LONGEST_WAIT);
  return { kind: 'retry', at: new Date(at.getTime() + Math.round(Math.max(spread, asked))) };
}

/** The milliseconds that a `Retry-After` field asks for: seconds or a date; null when it says nothing that can be read. */
export function retryAfterOf(field: string | undefined, now: Date): number | null {
  if (!field) return null;
  if (/^\d{1,9}$/.test(field.trim())) return Number(field) * SECOND;
  const date = Date.parse(field);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** How long the old secret signs beside the new one after a rotation. */
export const ROTATION_HOURS = 24;
