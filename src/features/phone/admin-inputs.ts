import { z } from 'zod';
import { PHONE_PROVIDERS } from '@/channels/phone/provider-kinds';
import { DIALLING, SPOKEN_KINDS } from './spoken-kinds';

const number = z.string().trim().max(40).default('');

/** A telephone account as its form sends it; an empty secret keeps the one that is stored. */
export const phoneAccountInput = z.object({
  accountId: z.uuid().nullable(),
  provider: z.enum(PHONE_PROVIDERS),
  name: z.string().trim().min(1).max(100),
  teamId: z.uuid().nullable().default(null),
  enabled: z.boolean().default(true),
  locale: z.enum(['en', 'hu', 'lv']).default('en'),
  number,
  /** What the provider asks for, by name. */
  settings: z.record(z.string().max(50), z.string().trim().max(220)).default({}),
  /** One telephone a line. */
  ringTo: z.string().max(2_000).default(''),
  ringSeconds: z.number().int().min(5).max(120).default(25),
  menu: z.boolean().default(false),
  record: z.boolean().default(false),
  mayRefuse: z.boolean().default(false),
  ownFlow: z.boolean().default(false),
});
export type PhoneAccountInput = z.output<typeof phoneAccountInput>;

export const phoneAccountIdInput = z.object({ accountId: z.uuid() });
export type PhoneAccountIdInput = z.output<typeof phoneAccountIdInput>;

export const phoneSettingsInput = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  wrapUpSeconds: z.number().int().min(0).max(3_600),
  recordingDays: z.number().int().min(0).max(3_650),
  callbackAttempts: z.number().int().min(1).max(10),
  callbackSpacing: z.number().int().min(5).max(10_080),
  dialWith: z.enum(DIALLING),
  sipDomain: z
    .string()
    .trim()
    .max(200)
    .regex(/^[a-z0-9.-]*$/i)
    .default(''),
  /** One a line, in the order in which they are offered. */
  dispositions: z.string().max(10_000).default(''),
  /** One number a line. */
  doNotCall: z.string().max(50_000).default(''),
});
export type PhoneSettingsInput = z.output<typeof phoneSettingsInput>;

/** The words of one language; an empty one goes back to the shipped words. */
export const phoneTextsInput = z.object({
  locale: z.enum(['en', 'hu', 'lv']),
  texts: z.partialRecord(z.enum(SPOKEN_KINDS), z.string().trim().max(1_000)),
});
export type PhoneTextsInput = z.output<typeof phoneTextsInput>;

/** Where the agent's own telephone is. */
export const phoneExtensionInput = z.object({
  extension: z.string().trim().max(50).default(''),
  device: z.string().trim().max(200).default(''),
});
export type PhoneExtensionInput = z.output<typeof phoneExtensionInput>;
