import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';

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

export const timesInput = z.object({ ticketId: z.uuid(), about });
export type TimesInput = z.output<typeof timesInput>;

export const noticeInput = z.object({
  ticketId: z.uuid(),
  about,
  dueAt: z.coerce.date(),
  /** What the customer reads. */
  text: z.string().trim().min(1).max(20_000),
});
export type NoticeInput = z.output<typeof noticeInput>;
