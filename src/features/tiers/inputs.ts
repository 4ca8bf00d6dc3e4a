import { z } from 'zod';
import { tierFields } from './commands/tier-fields';

export const tierInput = tierFields.extend({ tierId: z.uuid().nullable().default(null) });
export type TierInput = z.output<typeof tierInput>;

export const tierIdInput = z.object({ tierId: z.uuid() });
