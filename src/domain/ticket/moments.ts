import type { TicketChange, TicketEvent } from './ticket';
import { isAside, placeOf } from './trash';

/** The instants of a ticket from which rules count, as far as a change moves them. */
export type Moments = Readonly<{
  statusChangedAt?: Date;
  touchedAt?: Date;
  lastCustomerAt?: Date;
  lastReplyAt?: Date;
  asideAt?: Date | null;
}>;

/**
 * Which instants a change moves. What the product does by itself touches nothing; automatic mail is not the customer's
 * word, and an answer is one that a person gives in public.
 */
export function momentsOf({ before, after, events, by, at }: TicketChange): Moments {
  const isNew = before.version === 0;
  const said = events.flatMap((event) => (event.type === 'message.added' ? [event.message] : []));
  const wrote = said.some(
    ({ direction, author, automated }) =>
      direction === 'inbound' && author.kind === 'customer' && automated === null,
  );
  const replied = said.some(({ direction, author }) => direction === 'outbound' && author.kind === 'user');
  return {
    ...((isNew || events.some(isStatusChange)) && { statusChangedAt: at }),
    ...((isNew || by.kind !== 'system') && { touchedAt: at }),
    ...(wrote && { lastCustomerAt: at }),
    ...(replied && { lastReplyAt: at }),
    ...((isNew ? null : placeOf(before)) !== placeOf(after) && { asideAt: isAside(after) ? at : null }),
  };
}

const isStatusChange = ({ type }: TicketEvent) => type === 'ticket.status_changed';

/** True when a change brings back what was solved. */
export const isReopening = ({ before, after }: TicketChange): boolean =>
  before.status === 'solved' && after.status !== 'solved' && after.status !== 'closed';
