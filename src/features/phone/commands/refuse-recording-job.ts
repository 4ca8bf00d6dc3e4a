import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** A customer does not wish to be recorded: what runs is to be stopped, what was made to be deleted with the provider. */
export const refuseRecordingJob = defineJob(
  'phone.recording.refused',
  z.object({ workspaceId: z.uuid(), callId: z.uuid(), recordingUrl: z.string().nullable() }),
  { retryLimit: 10, retryDelay: 2, retryDelayMax: 3600 },
);
