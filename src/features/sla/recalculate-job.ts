import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** A calendar has changed: what is left of its open clocks counts by the new hours. */
export const calendarEdited = defineJob(
  'sla.calendar_edited',
  z.object({ workspaceId: z.uuid(), calendarId: z.uuid(), version: z.int() }),
);
