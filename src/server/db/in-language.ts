import type { Locale } from '@/i18n/locales';
import { type Sql, sql } from './sql';

/**
 * A text in the alphabetical order of a language, for `order by` and for comparing places in a list: Hungarian has cs after c and
 * ö after o, Latvian č after c. Lists that are read in it have an index of the same collation for each language (ICU, CLDR).
 */
export function inLanguage(text: Sql, locale: Locale): Sql {
  const collated: Readonly<Record<Locale, Sql>> = {
    en: sql`${text} collate "en-x-icu"`,
    hu: sql`${text} collate "hu-x-icu"`,
    lv: sql`${text} collate "lv-x-icu"`,
  };
  return collated[locale];
}
