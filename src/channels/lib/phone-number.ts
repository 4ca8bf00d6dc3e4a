import {
  type CountryCode,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/**
 * A telephone number in E.164, such as `+36301234567`; null for what is none. Written without a country code it belongs to
 * `country` (ISO 3166-1). A leading `00` counts as `+`.
 */
export function phoneNumber(written: string, country: string): string | null {
  const text = written.trim().slice(0, 40);
  if (!/\d/.test(text) || /[a-z@]/i.test(text)) return null;
  const international = text.replace(/^\(?00(?=[1-9])/, '+');
  const home = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(international, home ? { defaultCountry: home } : {});
  return parsed?.isPossible() ? parsed.number : null;
}

/** As people write it, such as `+36 30 123 4567`; unchanged where it is no number. */
export function readablePhone(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** The country of a number, ISO 3166-1, or null. */
export const countryOfPhone = (number: string): string | null =>
  parsePhoneNumberFromString(number)?.country ?? null;

/** Newer than the types that we compile with (ECMA-402, Intl Locale Info). */
type Zoned = Readonly<{ getTimeZones?: () => readonly string[] | undefined }>;

let countries: ReadonlyMap<string, string> | null = null;

/** The country (ISO 3166-1) in which a time zone such as `Europe/Riga` holds; null for `UTC` and what is none. */
export function countryOfTimeZone(zone: string): string | null {
  countries ??= new Map(
    getCountries().flatMap((country) =>
      ((new Intl.Locale(`und-${country}`) as Zoned).getTimeZones?.() ?? []).map((each) => [each, country]),
    ),
  );
  return countries.get(zone) ?? null;
}
