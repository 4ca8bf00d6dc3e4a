import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';
import { CHANNELS } from '@/domain/ticket/ticket';
import { LOCALES } from '@/i18n/locales';

const about = z.enum(PROMISE_ABOUT);
const text = z.string().trim().max(2000);

export const promiseInput = z.object({
  ticketId: z.uuid(),
  about: about.default('answer'),
  /** Absent: as the running target or the history of like tickets tells. */
  dueAt: z.coerce.date().optional(),
  text: text.default(''),
});
export type PromiseInput = z.output<typeof promiseInput>;

export const withdrawInput = z.object({ promiseId: z.uuid() });
export type WithdrawInput = z.output<typeof withdrawInput>;

export const proposalInput = z.object({ ticketId: z.uuid(), about, dueAt: z.coerce.date().optional() });
export type ProposalInput = z.output<typeof proposalInput>;

export const noticeInput = z.object({
  ticketId: z.uuid(),
  about,
  dueAt: z.coerce.date(),
  /** What the customer reads. */
  text: z.string().trim().min(1).max(20_000),
});
export type NoticeInput = z.output<typeof noticeInput>;

const ownText = z.object({ locale: z.enum(LOCALES), about, text });

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
