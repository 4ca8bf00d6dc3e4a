import { z } from 'zod';
import { correctionFields } from './commands/correction-fields';

/** What a browser tells of the tickets that were in front of it: all seconds of each session until now. */
export const beatsInput = z.strictObject({
  beats: z
    .array(
      z.strictObject({
        sessionId: z.uuid(),
        ticketId: z.uuid(),
        seconds: z.int().min(1).max(1_000_000),
      }),
    )
    .min(1)
    .max(50),
});
export type BeatsInput = z.output<typeof beatsInput>;

export const correctionInput = z.strictObject({ ticketId: z.uuid(), ...correctionFields.shape });
export type CorrectionInput = z.output<typeof correctionInput> & Readonly<{ userId?: string }>;
