import { z } from 'zod';
import { segmentFields } from './commands/segment-fields';

export const segmentInput = segmentFields.extend({ segmentId: z.uuid().nullable().default(null) });
export const segmentIdInput = z.object({ segmentId: z.uuid() });

/** What is done to many customers at once. */
export const bulkInput = z.object({
  customerIds: z.array(z.uuid()).min(1).max(200),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tier'), tierId: z.uuid().nullable() }),
    z.object({ kind: z.literal('organization'), name: z.string().trim().max(200) }),
    z.object({ kind: z.literal('block'), reason: z.string().trim().max(500).default('') }),
  ]),
});
export type BulkInput = z.output<typeof bulkInput>;
