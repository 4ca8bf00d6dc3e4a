import type { TicketStatus } from '@/domain/ticket/ticket';

/** Whether a customer may ask when they can expect an answer: as long as it is we who owe them one. */
export const mayAskWhen = (status: TicketStatus): boolean =>
  status === 'new' || status === 'open' || status === 'on_hold';
