import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { signedIn } from '@/server/auth/signed-in';
import { isLocale, LOCALE_COOKIE, pickLocale } from './locales';
import { messagesOf } from './messages';

/**
 * Language, texts, time zone and present moment of one request, for next-intl. A page of the portal has its language in its
 * address (`setRequestLocale`): it reads neither cookies nor headers, so that it can be kept for everybody.
 */
export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const inAddress = asked === undefined ? await requestLocale : undefined;
  if (isLocale(inAddress)) {
    return { locale: inAddress, messages: await messagesOf(inAddress), timeZone: 'UTC', now: new Date() };
  }
  const [session, jar, head] = await Promise.all([signedIn(), cookies(), headers()]);
  const wished = pickLocale({
    user: session?.user.locale,
    cookie: jar.get(LOCALE_COOKIE)?.value,
    acceptLanguage: head.get('accept-language'),
  });
  const locale = isLocale(asked) ? asked : wished;
  return {
    locale,
    messages: await messagesOf(locale),
    timeZone: session?.user.timeZone ?? 'UTC',
    now: new Date(),
  };
});
