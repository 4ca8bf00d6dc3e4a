import { z } from 'zod';
import { FIELD_ACCESSES, FIELD_ENTITIES, FIELD_KINDS, FIELD_REQUIREMENTS } from '@/domain/field/field';
import { isSafePattern } from '@/domain/field/pattern';

const texts = (longest: number) =>
  z
    .strictObject({
      en: z.string().trim().max(longest).optional(),
      hu: z.string().trim().max(longest).optional(),
      lv: z.string().trim().max(longest).optional(),
    })
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text)));
const someText = (longest: number) =>
  texts(longest).refine((given) => Object.keys(given).length > 0, {
    message: 'say it in one language at least',
  });

/** Short names for programs: `order_number`. */
const key = z
  .string()
  .trim()
  .toLowerCase()
  .max(40)
  .regex(/^[a-z][a-z0-9_]*$/);

const option = z.object({
  /** Stays what it is once it is used. */
  key: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9_-]*$/),
  names: someText(120),
  archived: z.boolean().default(false),
});

const shownWhen = z.object({
  field: z.union([z.literal('type'), z.uuid()]),
  anyOf: z.array(z.string().max(60)).min(1).max(50),
});

/** A field as forms and programs give it. */
export const fieldFields = z
  .object({
    entity: z.enum(FIELD_ENTITIES),
    key,
    kind: z.enum(FIELD_KINDS),
    names: someText(80),
    descriptions: texts(300).default({}),
    options: z
      .array(option)
      .max(200)
      .refine((given) => new Set(given.map((each) => each.key)).size === given.length)
      .default([]),
    pattern: z.string().trim().nullable().default(null),
    requirement: z.enum(FIELD_REQUIREMENTS).default('never'),
    customerAccess: z.enum(FIELD_ACCESSES).default('none'),
    shownWhen: z.array(shownWhen).max(5).default([]),
  })
  .refine(({ kind, options }) => !kind.endsWith('choice') || options.some((each) => !each.archived), {
    path: ['options'],
  })
  .refine(({ kind, pattern }) => kind !== 'pattern' || isSafePattern(pattern ?? ''), { path: ['pattern'] });
