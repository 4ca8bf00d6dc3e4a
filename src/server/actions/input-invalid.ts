import type { z } from 'zod';
import { fail } from '@/domain/shared/result';

export type InvalidInput = Readonly<{
  code: 'input.invalid';
  /** Zod issue codes by field, such as `too_small`; the screen has the sentences. */
  fields: Readonly<Record<string, readonly string[] | undefined>>;
}>;

/** The failure that names each wrong field and what is wrong with it. */
export function invalidInput(error: z.ZodError) {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form';
    fields[field] = [...(fields[field] ?? []), issue.code];
  }
  return fail({ code: 'input.invalid', fields });
}
