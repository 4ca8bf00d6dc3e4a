import { z } from 'zod';

/** A day and what happened on it. */
export const annotationFields = z.strictObject({
  day: z.iso.date(),
  text: z.string().trim().min(1).max(120),
});
export type AnnotationFields = z.output<typeof annotationFields>;
