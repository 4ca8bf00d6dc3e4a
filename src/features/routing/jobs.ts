import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Somebody may take work who did not before: they came online, learnt something, or may hold more. */
export const agentIsFree = defineJob('routing.agent', z.object({ workspaceId: z.uuid(), userId: z.uuid() }));

/** A queue was set up or changed. */
export const queueChanged = defineJob('routing.queue', z.object({ workspaceId: z.uuid(), teamId: z.uuid() }));
