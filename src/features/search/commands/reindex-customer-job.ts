import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** A customer has another name: their tickets are to be found by it. */
export const reindexCustomer = defineJob(
  'search.reindex-customer',
  z.object({ workspaceId: z.uuid(), customerId: z.uuid() }),
);
