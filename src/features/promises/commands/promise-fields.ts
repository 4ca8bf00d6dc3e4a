import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';
import { CHANNELS } from '@/domain/ticket/ticket';
import { LOCALES } from '@/i18n/locales';

const text = z.string().trim().max(2000);
const ownText = z.object({ locale: z.enum(LOCALES), about: z.enum(PROMISE_ABOUT), text });

export const promiseSettingsInput = z.object({
  automatic: z.boolean(),
  sla: z.boolean(),
  statistical: z.boolean(),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
  minimumSample: z.coerce.number().int().min(5).max(1000),
  riskPercent: z.coerce.number().int().min(10).max(95),
  roundMinutes: z.coerce.number().refine((minutes) => [1, 5, 15, 30, 60].includes(minutes)),
  /** Own words of the notices; an empty text goes back to the shipped one. */
  texts: z
    .array(ownText)
    .max(LOCALES.length * PROMISE_ABOUT.length)
    .default([]),
});
export type PromiseSettingsInput = z.output<typeof promiseSettingsInput>;
