import { z } from 'zod';
import { originOf } from '@/domain/chat/origin';
import { CHAT_LANGUAGES } from '@/domain/chat/protocol';

const words = (longest: number) =>
  z
    .partialRecord(z.enum(CHAT_LANGUAGES), z.string().trim().max(longest))
    .overwrite((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')));

const filled = (longest: number) => words(longest).refine((given) => Object.keys(given).length > 0);

const key = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{0,39}$/);

const field = z.object({
  key,
  kind: z.enum(['text', 'email', 'phone', 'choice', 'consent']),
  label: filled(200),
  required: z.boolean(),
  options: z.array(z.object({ value: z.string().trim().min(1).max(100), label: filled(100) })).max(30),
});

const rule = z.object({
  id: z.string().min(1).max(60),
  text: filled(500),
  pages: z.array(z.string().trim().min(1).max(300)).max(20),
  afterSeconds: z.int().min(0).max(3600),
  minVisits: z.int().min(1).max(100),
  languages: z.array(z.enum(CHAT_LANGUAGES)).max(3),
  onlyWhenOpen: z.boolean(),
  maxTimes: z.int().min(1).max(100),
  withinDays: z.int().min(1).max(365),
});

/** How the chat looks and speaks. */
export const chatSettings = z.object({
  defaultLanguage: z.enum(CHAT_LANGUAGES),
  texts: z.object({ greeting: words(500), offline: words(500), launcher: words(60) }),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  position: z.enum(['left', 'right']),
  fields: z
    .array(field)
    .max(12)
    .refine((fields) => new Set(fields.map((each) => each.key)).size === fields.length),
  proactive: z.array(rule).max(20),
  callMe: z.boolean(),
  transcript: z.boolean(),
  knowledge: z.boolean(),
  files: z.boolean(),
});

const origins = z
  .array(z.string().max(300))
  .max(50)
  .overwrite((list) => list.map((text) => text.trim()).filter(Boolean))
  .refine((list) => list.every((text) => originOf(text) !== null))
  .overwrite((list) => [...new Set(list.flatMap((text) => originOf(text) ?? []))]);

/** A chat account as its form, or a program, saves it. */
export const chatAccountFields = z.object({
  name: z.string().trim().min(1).max(120),
  teamId: z.uuid().nullable(),
  enabled: z.boolean(),
  allowedOrigins: origins,
  calendarId: z.uuid().nullable(),
  verifiedOnly: z.boolean(),
  warnMinutes: z.int().min(1).max(240),
  endMinutes: z.int().min(2).max(480),
  settings: chatSettings,
});

/** Which chat account, and all of it; null for a new one. */
export const chatAccountInput = chatAccountFields
  .extend({ accountId: z.uuid().nullable() })
  .refine(({ warnMinutes, endMinutes }) => warnMinutes < endMinutes, { path: ['endMinutes'] });
export type ChatAccountInput = z.output<typeof chatAccountInput>;

export const chatAccountId = z.object({ accountId: z.uuid() });
