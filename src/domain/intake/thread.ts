import type { ThreadedBy } from '@/domain/ticket/ticket';

/** What a mail says about where it belongs. Message-IDs stand without angle brackets. */
export type ThreadClues = Readonly<{
  /** Ticket numbers named by signed addresses among its recipients. */
  signedNumbers: readonly number[];
  inReplyTo: readonly string[];
  references: readonly string[];
  /** `[#1042]` in the subject. */
  subjectNumber: number | null;
}>;

/** What of that is known here. */
export type ThreadFacts = Readonly<{
  /** Tickets by number, of those that the clues name. */
  tickets: readonly Readonly<{ id: string; number: number; knowsSender: boolean }>[];
  /** Messages of the workspace whose Message-ID the clues name; not those of automatic bulk mail. */
  messages: readonly Readonly<{ messageId: string; ticketId: string }>[];
}>;

export type Thread = Readonly<{
  ticketId: string;
  by: Extract<ThreadedBy, 'reply_token' | 'in_reply_to' | 'references' | 'subject_number'>;
}>;

/**
 * The ticket that a mail belongs to, or null for a new one (contracts A.2): a signed address, then In-Reply-To, then
 * References from right to left, then the number in the subject, which only a sender known to that ticket may use.
 */
export function threadOf(clues: ThreadClues, facts: ThreadFacts): Thread | null {
  const signed = facts.tickets.find(({ number }) => clues.signedNumbers.includes(number));
  if (signed) return { ticketId: signed.id, by: 'reply_token' };

  const answered = firstKnown(clues.inReplyTo, facts);
  if (answered) return { ticketId: answered, by: 'in_reply_to' };

  const referred = firstKnown([...clues.references].reverse(), facts);
  if (referred) return { ticketId: referred, by: 'references' };

  const numbered = facts.tickets.find(({ number }) => number === clues.subjectNumber);
  return numbered?.knowsSender ? { ticketId: numbered.id, by: 'subject_number' } : null;
}

/** An empty id names nothing: senders without ids would otherwise all share one ticket. */
function firstKnown(ids: readonly string[], { messages }: ThreadFacts): string | null {
  for (const id of ids) {
    const known = id.trim() === '' ? undefined : messages.find(({ messageId }) => messageId === id);
    if (known) return known.ticketId;
  }
  return null;
}
