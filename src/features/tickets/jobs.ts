import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** The bytes of files whose tickets were erased go, where no row names them any more. */
export const removeFilesJob = defineJob(
  'tickets.remove-files',
  z.object({ workspaceId: z.uuid(), hashes: z.array(z.string()) }),
);
