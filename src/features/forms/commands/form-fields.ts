import { z } from 'zod';
import { originOf } from '@/domain/chat/origin';
import { FORM_ITEM_KINDS, SINGLE_KINDS } from '@/domain/form/form';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';

const words = (longest: number) => z.string().trim().max(longest).default('');
const labels = z.partialRecord(z.enum(['en', 'hu', 'lv']), z.string().trim().max(300));

const item = z.object({
  key: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9_-]*$/),
  kind: z.enum(FORM_ITEM_KINDS),
  fieldId: z.uuid().nullable().default(null),
  required: z.boolean().default(false),
  labels: labels.default({}),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  value: words(200),
  shownWhen: z
    .array(z.object({ field: z.uuid(), anyOf: z.array(z.string().max(60)).min(1).max(50) }))
    .max(5)
    .default([]),
});

const texts = z.object({
  title: words(120),
  intro: words(2000),
  submit: words(60),
  done: words(2000),
  mailSubject: words(200),
  mailText: words(5000),
});

const origin = z
  .string()
  .max(300)
  .refine((text) => originOf(text) !== null, { error: 'an origin, such as https://shop.example' })
  .overwrite((text) => originOf(text) ?? text);

/** A form as people and programs give it. */
export const formFields = z.object({
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean().default(true),
  inPortal: z.boolean().default(true),
  teamId: z.uuid().nullable().default(null),
  priority: z.enum(PRIORITIES).default('normal'),
  type: z.enum(TICKET_TYPES).default('question'),
  tags: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(20).default([]),
  allowedOrigins: z.array(origin).max(50).default([]),
  texts: z.object({ en: texts, hu: texts, lv: texts }),
  items: z
    .array(item)
    .max(60)
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length)
    .refine((items) => ['email', 'message'].every((kind) => items.some((each) => each.kind === kind)))
    .refine((items) => SINGLE_KINDS.every((kind) => items.filter((each) => each.kind === kind).length <= 1)),
});
