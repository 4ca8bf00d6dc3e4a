import { z } from 'zod';
import { type ColumnMapping, DELIMITERS, ENCODINGS, isImportColumn } from '@/domain/import/columns';

export const mappingInput = z.object({
  importId: z.uuid(),
  columns: z
    .record(z.string().refine(isImportColumn), z.int().min(0).max(500))
    .transform((columns): ColumnMapping => columns),
  /** What to do with those who are here already. */
  known: z.enum(['update', 'skip']).default('update'),
  /** The country of numbers that are written without one. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Look first, or take in. */
  run: z.boolean(),
});
export type MappingInput = z.output<typeof mappingInput>;

export const rereadInput = z.object({
  importId: z.uuid(),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
});
export type RereadInput = z.output<typeof rereadInput>;

export const importIdInput = z.object({ importId: z.uuid() });
