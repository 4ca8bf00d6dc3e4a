import { z } from 'zod';

/** Every failure (RFC 9457). */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Where the kind of problem is explained.' }),
    title: z
      .string()
      .meta({ description: 'What happened, in the language of `Accept-Language`: en, hu or lv.' }),
    status: z.int(),
    code: z
      .string()
      .meta({ description: 'What happened, for programs; stays the same.', example: 'not_found' }),
    instance: z
      .string()
      .meta({ description: 'Names this very request; it is in the log of the server too.' }),
    detail: z.string().optional(),
    scope: z.string().optional().meta({ description: 'With `forbidden`: the scope that the key lacks.' }),
    missing: z.array(z.string()).optional().meta({
      description:
        'With `ticket.fields_missing`: the short names of the own fields to fill in; `detail` says what people call them. With `ticket.checklist_open`: the ids of the open items.',
    }),
    errors: z
      .array(
        z.object({
          in: z.enum(['path', 'query', 'body', 'header']),
          field: z.string(),
          code: z.string().meta({ example: 'too_big' }),
          limit: z.number().optional(),
          allowed: z.array(z.string()).optional(),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'With `input.invalid`: everything that is wrong with the request.' }),
    'violated-policies': z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' });
