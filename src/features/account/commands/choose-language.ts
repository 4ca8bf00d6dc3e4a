import { cookies } from 'next/headers';
import { ok, type Result } from '@/domain/shared/result';
import type { ChooseLanguageInput } from '@/features/account/inputs';
import { LOCALE_COOKIE } from '@/i18n/locales';
import { sessionCookieOptions } from '@/server/auth/session-token';
import type { Visitor } from '@/server/auth/visitor';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the language that somebody chose without signing in, in their browser, for a year. */
export async function chooseLanguage(
  _visitor: Visitor,
  { locale }: ChooseLanguageInput,
): Promise<Result<null, never>> {
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, locale, { ...sessionCookieOptions(), maxAge: YEAR_SECONDS });
  return ok(null);
}
