/** What of a customer decides how they can be deleted. */
export type DeletionFacts = Readonly<{
  /** Tickets, messages, calls or callbacks are theirs. */
  hasHistory: boolean;
  /** One of their tickets is not solved yet. */
  hasOpenTickets: boolean;
}>;

/**
 * How a customer is deleted: the whole record where nothing of theirs is kept, else all of it that says who they were, since
 * what was said on tickets is also the work of others and is counted. Never while somebody still owes them an answer.
 */
export function deletionOf({
  hasHistory,
  hasOpenTickets,
}: DeletionFacts): 'delete' | 'anonymise' | 'customer.open_tickets' {
  if (hasOpenTickets) return 'customer.open_tickets';
  return hasHistory ? 'anonymise' : 'delete';
}
