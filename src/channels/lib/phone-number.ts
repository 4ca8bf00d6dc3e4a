import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

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
