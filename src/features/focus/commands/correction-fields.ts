import { z } from 'zod';
import { MOST_MINUTES } from '@/domain/focus/corrected';

/** How many minutes it was in all, and why that is not what was measured. */
export const correctionFields = z.strictObject({
  minutes: z.int().min(0).max(MOST_MINUTES),
  reason: z.string().trim().min(1).max(200),
});
