import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** A recording was announced and is to be fetched before its provider deletes it. */
export const fetchRecordingJob = defineJob(
  'phone.recording',
  z.object({ workspaceId: z.uuid(), callId: z.uuid() }),
  { retryLimit: 10, retryDelay: 10, retryDelayMax: 3600 },
);
