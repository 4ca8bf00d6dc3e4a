import type { MessageAttempt, TimelineMessage } from '../queries-timeline';

/** An outbound message as its delivery line shows it. */
export type DeliveredMessage = Readonly<
  Pick<TimelineMessage, 'id' | 'delivery' | 'deliveryDetail' | 'sendAt' | 'scheduled'> & {
    to: readonly string[];
    attempts: readonly MessageAttempt[];
  }
>;
