import { z } from 'zod';
import { PASSWORD_LONGEST } from '@/domain/account/password';
import { isTimeZone } from '@/domain/shared/time-zone';
import { isSlug } from '@/domain/workspace/slug';

const locale = z.enum(['en', 'hu', 'lv']);
const timeZone = z.string().max(64).refine(isTimeZone);
const name = z.string().trim().min(1).max(80);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

const workspaceFields = { name, slug: z.string().trim().toLowerCase().refine(isSlug), locale, timeZone };

export const createWorkspaceInput = z.object({
  ...workspaceFields,
  ownerId: z.uuid(),
  /** The first mailbox; null makes none. */
  mailbox: z.object({ address: email, name: z.string().trim().min(1).max(80) }).nullable(),
});
export type CreateWorkspaceInput = z.input<typeof createWorkspaceInput>;

export const setUpInput = z.object({
  ...workspaceFields,
  mailboxAddress: email,
  ownerName: z.string().trim().min(1).max(120),
  ownerEmail: email,
  password: z.string().max(PASSWORD_LONGEST),
});
export type SetUpInput = z.output<typeof setUpInput>;

export const updateWorkspaceInput = z.object({
  name,
  locale,
  timeZone,
  acknowledge: z.boolean(),
  /** Hours that the acknowledgement names; null names none. */
  answerWithinHours: z.int().min(1).max(720).nullable(),
  /** 0 never closes by itself. */
  closeAfterDays: z.int().min(0).max(365),
  /** Until spam and trash are erased. */
  asideDays: z.int().min(1).max(3650),
});
export type UpdateWorkspaceInput = z.output<typeof updateWorkspaceInput>;

export const mailTextInput = z.object({
  kind: z.literal('acknowledgement'),
  locale,
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(5000),
});
export type MailTextInput = z.output<typeof mailTextInput>;

export const resetMailTextInput = mailTextInput.pick({ kind: true, locale: true });
export type ResetMailTextInput = z.output<typeof resetMailTextInput>;
