import type { DeliveryReport } from '@/domain/channel/message';
import { isHardFailure } from '@/domain/intake/hard-failure';
import { statusOf } from './delivery-status';

/** What a report in prose says: its recipients, and the returned mail below the line. */
export type BounceText = Readonly<{ reports: readonly DeliveryReport[]; returned: string }>;

const MAX_TEXT = 200_000;
const MAX_LINES = 2000;
const MAX_RECIPIENTS = 100;

/** Lines by which mail systems announce the copy of the mail that they return. */
const DIVIDER =
  /^[\s|*=_-]*(?:below (?:this line )?is (?:a copy|the original)|this is a copy of|(?:the )?headers? of the original|original message(?: |$|-)|returned message|unsent message|message (?:text|headers?) follows?|included is a copy|the body of the message|bounced e-?mail|original mail info|undelivered message|received: ?(?:from|by) )/i;

/** Before these an address is one that was written to. */
const TOLD =
  /(?:rcpt to|recipient|failed recipient|addressed to|delivered to|deliver(?:ing|y)?(?: (?:the|your))?(?: (?:e-?mail|message))? (?:to|for)|mail to|attempts|final-recipient|original-recipient|target mail address|following address(?:es)?|mailbox is full|unknown user|user unknown|unknown recipient)\s*[:;]?\s*(?:rfc822\s*;)?\s*(?:the )?["'<]*$/i;

/** After these it belongs to somebody else. */
const ELSEWHERE =
  /(?:mail from|from|contact|please|sender|envelope-from|reply-to|cc|help|support|write to|visit)\W*$/i;

const ADDRESS = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,100}@[A-Za-z0-9.-]{1,200}[A-Za-z0-9]/g;

/**
 * Reads a report without machine-readable parts, as qmail, Exim, Sendmail 5, Exchange, Notes and many gateways write
 * them: recipients stand at the start of a line, or after words such as `RCPT TO:`; what follows them is the reason.
 */
export function readBounceText(text: string, subject: string): BounceText {
  const lines = text.slice(0, MAX_TEXT).split('\n').slice(0, MAX_LINES);
  const divider = lines.findIndex((line) => DIVIDER.test(line));
  const notice = divider === -1 ? lines : lines.slice(0, divider);
  const returned = divider === -1 ? text.slice(0, MAX_TEXT) : lines.slice(divider).join('\n');
  const delayed = isDelay(subject, notice.join('\n'));
  const reasons = reasonsByRecipient(notice);
  const reports = [...reasons].map(([recipient, reason]) => toReport(recipient, reason, delayed));
  return { reports, returned };
}

function isDelay(subject: string, notice: string): boolean {
  return (
    /\b(?:delay(?:ed)?|warning)\b/i.test(subject) ||
    /will (?:be retried|keep trying|continue to try)|not (?:yet )?been delivered yet|do not need to resend/i.test(
      notice,
    )
  );
}

/** The lines from each recipient to the next. */
function reasonsByRecipient(lines: readonly string[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  let open: string[] | null = null;
  let before: string[] = [];
  for (const line of lines) {
    const recipient = recipientIn(line.slice(0, 1000));
    if (recipient !== null && reasons.size < MAX_RECIPIENTS) {
      open = reasons.get(recipient) ?? before;
      before = [];
      reasons.set(recipient, open);
    }
    const target = open ?? before;
    if (target.length < 30) target.push(line.trim());
  }
  return reasons;
}

/** The address that the line is about, lower case, or null. */
function recipientIn(line: string): string | null {
  for (const match of line.matchAll(ADDRESS)) {
    const before = line.slice(0, match.index);
    const leads = /^[\s<"'>*-]*$/.test(before);
    if ((leads || TOLD.test(before)) && !ELSEWHERE.test(before)) return match[0].toLowerCase();
  }
  return null;
}

function toReport(recipient: string, lines: readonly string[], delayed: boolean): DeliveryReport {
  const diagnostic = lines
    .filter((line) => line !== '')
    .join(' ')
    .slice(0, 1000);
  const action = delayed ? 'delayed' : 'failed';
  const status = statusOf('', diagnostic);
  return {
    recipient,
    originalRecipient: null,
    action,
    status,
    diagnostic,
    hard: isHardFailure({ action, status, diagnostic }),
  };
}
