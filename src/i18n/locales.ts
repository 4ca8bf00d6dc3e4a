/** The languages of every screen and mail, the first being the one in which texts are written. */
export const LOCALES = ['en', 'hu', 'lv'] as const;
export type Locale = (typeof LOCALES)[number];

/** Cookie in which a visitor's own choice of language is kept. */
export const LOCALE_COOKIE = 'locale';

/** True for a language that we speak. */
export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

type Wishes = Readonly<{
  /** What the signed-in person has set. */
  user?: string | undefined;
  cookie?: string | undefined;
  /** The Accept-Language header (RFC 9110 §12.5.4). */
  acceptLanguage?: string | null | undefined;
}>;

/**
 * The language to speak: the person's own setting, else this browser's choice, else what it accepts, else the first of those
 * that are `spoken`.
 */
export function pickLocale(
  { user, cookie, acceptLanguage }: Wishes,
  spoken: readonly [Locale, ...Locale[]] = LOCALES,
): Locale {
  const wished = [user, cookie, ...accepted(acceptLanguage ?? '')].filter(isLocale);
  return wished.find((locale) => spoken.includes(locale)) ?? spoken[0];
}

/** Language tags of an Accept-Language header without their regions, the most wanted first; `q=0` means never. */
function accepted(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ language }) => language);
}
