import { z } from 'zod';

export const deadLetterInput = z.object({ jobId: z.uuid() });
export type DeadLetterInput = z.output<typeof deadLetterInput>;
