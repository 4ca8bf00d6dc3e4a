import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** A file of customers is to be looked through or taken in, from where it stands on. */
export const importJob = defineJob(
  'customers.import',
  z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
);
