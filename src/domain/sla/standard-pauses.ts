import type { TicketStatus } from '@/domain/ticket/ticket';
import type { SlaMetric } from './clock';

/** The statuses in which a metric's clock stands still unless a target says otherwise (contracts H.2). */
export const STANDARD_PAUSES: Readonly<Record<SlaMetric, readonly TicketStatus[]>> = {
  first_reply: [],
  next_reply: [],
  periodic_update: [],
  requester_wait: ['pending'],
  agent_work: ['pending', 'on_hold'],
  resolution: [],
};
