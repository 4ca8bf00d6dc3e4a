import { z } from 'zod';

const LIMIT = 200;

export const id = z.uuid().meta({ description: 'Identifier, a UUID.' });

export const instant = z.iso.datetime().meta({
  description: 'Moment in UTC (RFC 3339).',
  example: '2026-03-02T09:00:00.000Z',
});

/** A moment that a request names; any offset is understood. */
export const givenInstant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .meta({ description: 'Moment with its offset from UTC (RFC 3339).', example: '2026-03-02T09:00:00Z' });

export const language = z.enum(['en', 'hu', 'lv']);

export const mailAddress = z.email().max(254).toLowerCase();

export const idParams = z.object({ id: z.uuid() });

export const tagName = z.string().trim().toLowerCase().min(1).max(60);

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** What is to become of own fields; null empties one. */
export const ownFields = z.record(z.string().max(60), fieldValue.nullable()).meta({
  description:
    'Values of your own fields by their short names or ids: text, a number, a day as `2026-11-29`, the key of an option, several of them, or true. Null empties a field.',
});

export const shownOwnFields = z
  .record(z.string(), fieldValue)
  .meta({ description: 'Values of your own fields, by their short names; empty fields are absent.' });

/** What every list takes. */
export const listQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMIT)
    .default(50)
    .meta({ description: `How many to give at most, up to ${LIMIT}.` }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: 'The `nextCursor` of the page before, with the same other parameters.' }),
});

/** What every list answers. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Give it as `cursor` to go on; null at the end.' }),
  });

/** Several values of one choice, joined by commas: `new,open`. */
export const anyOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(values)).min(1))
    .meta({
      description: `One or several of ${values.join(', ')}, joined by commas.`,
      example: values.slice(0, 2).join(','),
      override: { type: 'string' },
    });
