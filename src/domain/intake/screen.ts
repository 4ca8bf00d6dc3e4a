import type { InboundMessage } from '@/domain/channel/message';

/** What the intake knows about a mail beyond what stands in it. */
export type ScreenFacts = Readonly<{
  /** Its Message-ID is that of a mail in our own outbox. */
  sentByUs: boolean;
  /** The same message stands on a ticket already: it came twice, or over two mailboxes. */
  alreadyHere: boolean;
  /** A report is about a mail of our outbox. */
  reportedMail: boolean;
  /** It was sent to an address that stands only in our notifications, or came back to the sender of one. */
  toNotification: boolean;
  /** Why the sender is blocked; absent for everybody else. */
  blocked?: string | null;
}>;

type Reason =
  | 'sent_by_us'
  | 'already_here'
  | 'feedback_report'
  | 'delivery_report'
  | 'report_about_nothing'
  | 'no_sender'
  | 'blocked_sender'
  | 'automatic_reply'
  | 'answers_notification'
  | 'not_the_agent'
  | 'bulk_mail'
  | 'looks_like_spam'
  | 'person'
  | 'unreadable'
  | 'oversize'
  | 'crashed';

/**
 * What becomes of a mail: `keep` puts it on a ticket, `report` makes it the delivery state of one of our mails,
 * `discard` and `hold` keep only the stored bytes, the latter until an admin looks.
 */
export type Verdict = Readonly<{
  outcome: 'keep' | 'report' | 'discard' | 'hold';
  as:
    | 'human'
    | 'auto_reply'
    | 'bulk'
    | 'spam'
    | 'bounce'
    | 'own'
    | 'feedback_loop'
    | 'duplicate'
    | 'blocked'
    | 'unreadable';
  reason: Reason;
}>;

type Check = (mail: InboundMessage, facts: ScreenFacts) => Verdict | null;

/** In this order; the first that answers decides (contracts A.3). */
const screening: readonly Check[] = [
  ownMail,
  feedbackReport,
  deliveryReport,
  secondArrival,
  noSender,
  blockedSender,
  automaticReply,
  bulkMail,
  spam,
];

/** What is to be done with a mail that could be read, and why. A person's mail is what no check spoke against. */
export function screen(mail: InboundMessage, facts: ScreenFacts): Verdict {
  for (const check of screening) {
    const verdict = check(mail, facts);
    if (verdict) return verdict;
  }
  return { outcome: 'keep', as: 'human', reason: 'person' };
}

/** Our own mail that came back: taking it in would be the first turn of a loop. */
function ownMail(_: InboundMessage, { sentByUs }: ScreenFacts): Verdict | null {
  return sentByUs ? { outcome: 'discard', as: 'own', reason: 'sent_by_us' } : null;
}

/** RFC 5965: a provider passes on that somebody pressed "this is spam". */
function feedbackReport(mail: InboundMessage): Verdict | null {
  return mail.feedbackReport ? { outcome: 'discard', as: 'feedback_loop', reason: 'feedback_report' } : null;
}

/** RFC 3464. A report is never a ticket: it belongs to the mail that it is about, or to nothing. */
function deliveryReport(mail: InboundMessage, { reportedMail }: ScreenFacts): Verdict | null {
  if (mail.automated !== 'bounce') return null;
  return reportedMail
    ? { outcome: 'report', as: 'bounce', reason: 'delivery_report' }
    : { outcome: 'discard', as: 'bounce', reason: 'report_about_nothing' };
}

function secondArrival(_: InboundMessage, { alreadyHere }: ScreenFacts): Verdict | null {
  return alreadyHere ? { outcome: 'discard', as: 'duplicate', reason: 'already_here' } : null;
}

/** Nobody to be the requester, and nobody to answer. */
function noSender(mail: InboundMessage): Verdict | null {
  return mail.sender ? null : { outcome: 'hold', as: 'unreadable', reason: 'no_sender' };
}

/** What a blocked sender writes is kept and troubles nobody, until an administrator lets it in. */
function blockedSender(_: InboundMessage, { blocked }: ScreenFacts): Verdict | null {
  return blocked ? { outcome: 'hold', as: 'blocked', reason: 'blocked_sender' } : null;
}

/** An out-of-office note of a colleague, in answer to a notification, is nothing that a customer said. */
function automaticReply(mail: InboundMessage, { toNotification }: ScreenFacts): Verdict | null {
  if (mail.automated === null) return null;
  if (toNotification) return { outcome: 'discard', as: 'auto_reply', reason: 'answers_notification' };
  return mail.automated === 'auto_reply'
    ? { outcome: 'keep', as: 'auto_reply', reason: 'automatic_reply' }
    : null;
}

function bulkMail(mail: InboundMessage): Verdict | null {
  const bulk = mail.automated === 'bulk' || mail.automated === 'own';
  return bulk ? { outcome: 'keep', as: 'bulk', reason: 'bulk_mail' } : null;
}

function spam(mail: InboundMessage): Verdict | null {
  return mail.spam ? { outcome: 'keep', as: 'spam', reason: 'looks_like_spam' } : null;
}
