import { z } from 'zod';
import { PASSWORD_LONGEST } from '@/domain/account/password';
import { isTimeZone } from '@/domain/shared/time-zone';
import { LOCALES } from '@/i18n/locales';

/** As typed; an address that is none simply fails to sign in. */
const typedEmail = z.string().trim().toLowerCase().min(1).max(254);
const password = z.string().min(1).max(PASSWORD_LONGEST);
const token = z.string().min(20).max(100);

/** An address within this installation, so that nobody is led away by a link; anything else is the start page. */
const insidePath = z
  .string()
  .max(2000)
  .default('/')
  .transform((path) => (/^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/'));

export const signInInput = z.object({ email: typedEmail, password, next: insidePath });
export type SignInInput = z.output<typeof signInInput>;

/** Where to come back to once signed in as somebody else. */
export const signOutInput = z.object({ next: insidePath });
export type SignOutInput = z.output<typeof signOutInput>;

export const requestResetInput = z.object({ email: typedEmail.pipe(z.email()) });
export type RequestResetInput = z.output<typeof requestResetInput>;

export const resetPasswordInput = z.object({ token, password });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.object({ current: password, password });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const sessionInput = z.object({ sessionId: z.uuid() });
export type SessionInput = z.output<typeof sessionInput>;

export const chooseLanguageInput = z.object({ locale: z.enum(LOCALES) });
export type ChooseLanguageInput = z.output<typeof chooseLanguageInput>;

export const nothing = z.object({});

export const profileInput = z.object({
  name: z.string().trim().min(1).max(120),
  locale: z.enum(LOCALES),
  timeZone: z.string().max(64).refine(isTimeZone),
});
export type ProfileInput = z.output<typeof profileInput>;

export const appearanceInput = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  shortcuts: z.boolean(),
});
export type AppearanceInput = z.output<typeof appearanceInput>;

export const ownMembershipInput = z.object({
  signature: z.string().trim().max(2000),
});
export type OwnMembershipInput = z.output<typeof ownMembershipInput>;
