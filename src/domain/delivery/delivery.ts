import type { DeliveryReport } from '../channel/message';
import { entryOf } from '../shared/entry-of';

/** What became of one mail at one recipient. `deferred` and `delayed` say that somebody will try again: we, or they. */
export type Outcome = Readonly<{
  state: 'sent' | 'deferred' | 'delayed' | 'delivered' | 'failed' | 'bounced';
  /** Empty when the report names nobody. */
  recipient: string;
  /** SMTP reply code or enhanced status (RFC 3463). */
  code: string;
  detail: string;
}>;

export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'bounced' | 'cancelled';

/**
 * The state of a message once these outcomes are known. What one recipient did not get weighs more than what the others
 * did, since somebody has to act. A mail may come back before we have written down that it left: "sent" says nothing new
 * about a message that does not wait any more; a new try begins by its waiting again.
 */
export function deliveryAfter(
  current: DeliveryState | null,
  outcomes: readonly Outcome[],
): DeliveryState | null {
  const has = (state: Outcome['state']) => outcomes.some((outcome) => outcome.state === state);
  if (has('bounced')) return 'bounced';
  if (has('failed')) return 'failed';
  if (has('sent') && (current === 'queued' || current === null)) return 'sent';
  if (has('delivered') && current === 'sent') return 'delivered';
  return current;
}

/** The outcomes that deserve a sentence on the ticket, as one line: whom it concerns and what the server said. */
export function detailOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ state }) => state !== 'sent')
    .map(({ recipient, detail, code }) => [recipient, detail || code].filter(Boolean).join(': '))
    .join('; ')
    .slice(0, 1000);
}

/** What a delivery report says, as outcomes. A report without any recipient is about `otherwise`, the mail's only one. */
export function outcomesOf(reports: readonly DeliveryReport[], otherwise: string): Outcome[] {
  const none: Outcome = { state: 'bounced', recipient: otherwise, code: '', detail: '' };
  const found = reports.flatMap((report): Outcome[] => {
    const { status, diagnostic, originalRecipient, recipient, action } = report;
    const state = entryOf(STATES, action);
    return state
      ? [
          {
            state,
            recipient: originalRecipient ?? (recipient || otherwise),
            code: status,
            detail: diagnostic,
          },
        ]
      : [];
  });
  return reports.length === 0 ? [none] : found;
}

const STATES = {
  failed: 'bounced',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: null,
  expanded: null,
} as const satisfies Record<DeliveryReport['action'], Outcome['state'] | null>;
