import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/**
 * A ticket was saved at `version`. One job per save, written in the same transaction: the outbox from which search, rules,
 * routing, chats, notifications and webhooks are fed. They read the events themselves: those of this save bear the
 * instant `at`. `withChat` when the chat of the ticket was saved along with it, so that it has nothing to catch up with.
 */
export const ticketChanged = defineJob(
  'ticket.changed',
  z.object({
    workspaceId: z.uuid(),
    ticketId: z.uuid(),
    version: z.int(),
    at: z.iso.datetime(),
    withChat: z.boolean().optional(),
  }),
  { batchSize: 50 },
);
