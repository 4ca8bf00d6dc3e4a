import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** A calendar has changed: what is left of its open clocks counts by the new hours. */
export const calendarEdited = defineJob(
  'sla.calendar_edited',
  z.object({ workspaceId: z.uuid(), calendarId: z.uuid(), version: z.int() }),
);

/** The policies have changed: open tickets come under those that match them now. */
export const policiesEdited = defineJob(
  'sla.policies_edited',
  z.object({ workspaceId: z.uuid(), rulesVersion: z.int() }),
);
