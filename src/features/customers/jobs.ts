import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** What a deleted customer wrote is to be erased, from where it stands on. */
export const eraseWordsJob = defineJob(
  'customers.erase-words',
  z.object({ workspaceId: z.uuid(), customerId: z.uuid() }),
);
