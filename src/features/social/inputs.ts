import { z } from 'zod';
import { SOCIAL_KINDS } from './kinds';

export const accountInput = z.object({
  /** Absent for a new account. */
  accountId: z.uuid().optional(),
  kind: z.enum(SOCIAL_KINDS),
  name: z.string().trim().min(1).max(100),
  teamId: z.uuid().nullable(),
  enabled: z.boolean(),
  /** As typed; an empty secret keeps the one that is stored. */
  values: z.record(z.string().max(50), z.string().max(2000)),
});
export type AccountInput = z.output<typeof accountInput>;

export const accountIdInput = z.object({ accountId: z.uuid() });
export type AccountIdInput = z.output<typeof accountIdInput>;
