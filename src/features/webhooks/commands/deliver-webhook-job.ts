import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Try to deliver one message to one endpoint. Its row says whether that is still wanted, and when to try again. */
export const deliverWebhookJob = defineJob(
  'webhook.deliver',
  z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
  { retryLimit: 5, retryDelay: 30, batchSize: 20 },
);
