import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/**
 * A ticket was saved at `version`. One job per save, written in the same transaction: the outbox from which search, rules,
 * routing, chats, notifications and webhooks are fed. They read the events themselves: those of this save bear the
 * instant `at`.
 */
export const ticketChanged = defineJob(
  'ticket.changed',
  z.object({ workspaceId: z.uuid(), ticketId: z.uuid(), version: z.int(), at: z.iso.datetime() }),
  { batchSize: 50 },
);
