import { z } from 'zod';
import { CONSENT_KINDS } from '@/domain/customer/consent';
import { isTimeZone } from '@/domain/shared/time-zone';
import { LOCALES } from '@/i18n/locales';

const typedEmail = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const askSignInInput = z.object({ email: typedEmail, next: z.string().max(600).default('') });
export type AskSignInInput = z.output<typeof askSignInInput>;

export const codeInput = z.object({ signInId: z.uuid(), code: z.string().trim().min(1).max(20) });
export type CodeInput = z.output<typeof codeInput>;

export const linkInput = z.object({ token: z.string().min(20).max(100) });
export type LinkInput = z.output<typeof linkInput>;

export const nothing = z.object({});

const REPLY_LONGEST = 20_000;

/** Addresses in copy, parted by commas, semicolons or line ends. */
const copied = z
  .string()
  .max(3000)
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .map((each) => each.trim().toLowerCase())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.email().max(254)).max(10));

export const replyInput = z.object({
  number: z.coerce.number().int().positive(),
  text: z.string().trim().max(REPLY_LONGEST).default(''),
  cc: copied,
  files: z.array(z.instanceof(File)).max(10).default([]),
});
export type ReplyInput = z.output<typeof replyInput>;

const part = z.string().trim().max(100).default('');

export const profileInput = z
  .object({
    givenName: part,
    familyName: part,
    nameOrder: z.enum(['given_first', 'family_first']),
    locale: z.enum(LOCALES),
    timeZone: z.string().refine(isTimeZone),
  })
  .refine(({ givenName, familyName }) => givenName !== '' || familyName !== '', { path: ['givenName'] });
export type ProfileInput = z.output<typeof profileInput>;

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export const mailChoiceInput = z.object({ acknowledgements: ticked, updates: ticked, surveys: ticked });
export type MailChoiceInput = z.output<typeof mailChoiceInput>;

export const newAddressInput = z.object({ email: typedEmail });
export type NewAddressInput = z.output<typeof newAddressInput>;

export const identityInput = z.object({ identityId: z.uuid() });
export type IdentityInput = z.output<typeof identityInput>;

/** E.164 after spaces, dashes, dots, slashes and brackets are taken out (ITU-T E.164 §6). */
export const newNumberInput = z.object({
  number: z
    .string()
    .max(60)
    .transform((value) => value.replace(/[\s().\-/]/g, '').replace(/^00/, '+'))
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/)),
});
export type NewNumberInput = z.output<typeof newNumberInput>;

export const numberInput = z.object({ numberId: z.uuid() });
export type NumberInput = z.output<typeof numberInput>;

export const consentInput = z.object({ kind: z.enum(CONSENT_KINDS), given: z.enum(['yes', 'no']) });
export type ConsentInput = z.output<typeof consentInput>;

export const ticketLinksInput = z.object({ ticketId: z.uuid() });
export type TicketLinksInput = z.output<typeof ticketLinksInput>;

export const ticketInput = z.object({ number: z.coerce.number().int().positive() });
export type TicketInput = z.output<typeof ticketInput>;
