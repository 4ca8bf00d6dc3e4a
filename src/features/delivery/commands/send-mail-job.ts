import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Hand over one row of the outbox. Its own state says whether that is still wanted. */
export const sendMail = defineJob('mail.send', z.object({ workspaceId: z.uuid(), mailId: z.uuid() }), {
  retryLimit: 12,
  retryDelay: 60,
  retryDelayMax: 86_400,
  batchSize: 10,
});
