import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Understand one stored mail. After a crash it is tried again by itself; the third time the mail waits for an admin. */
export const takeInJob = defineJob(
  'intake.take-in',
  z.object({ workspaceId: z.uuid(), rawInboundId: z.uuid() }),
  { retryLimit: 6, retryDelay: 2, retryDelayMax: 600, batchSize: 32 },
);
