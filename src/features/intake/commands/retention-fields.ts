import { z } from 'zod';

/** Ten years. */
const LONGEST = 3650;

/** For how many days what came in is kept as it came: what found its place, and what waits for an admin. */
export const sourceRetentionInput = z
  .object({ sourceDays: z.int().min(1).max(LONGEST), heldDays: z.int().min(1).max(LONGEST) })
  .refine(({ sourceDays, heldDays }) => heldDays >= sourceDays, { path: ['heldDays'] });
export type SourceRetention = z.output<typeof sourceRetentionInput>;
