import type { z } from 'zod';
import { isLocale } from '@/i18n/locales';
import type { CustomerRow } from './customer-rows';
import type { updateCustomerBody } from './schemas/people';

type Given = z.output<typeof updateCustomerBody>;

/** All fields of a customer: those that are given, and the rest as they were, or empty for a new one. */
export function known(before: CustomerRow | null, given: Given) {
  const language = given.language === undefined ? before?.language : given.language;
  const organization =
    given.organization === undefined ? before?.organization?.name : (given.organization ?? '');
  return {
    displayName: given.name ?? before?.name ?? '',
    givenName: chosen(given.givenName, before?.givenName),
    familyName: chosen(given.familyName, before?.familyName),
    nameOrder: given.nameOrder ?? before?.nameOrder ?? (language === 'hu' ? 'family_first' : 'given_first'),
    locale: isLocale(language) ? language : null,
    timeZone: chosen(given.timeZone, before?.timeZone),
    note: given.note ?? before?.note ?? '',
    organization: organization ?? '',
    ...elsewhere(given),
  } as const;
}

/** What the screen leaves alone where it is not given. */
const elsewhere = ({ tier, externalId, fields }: Given) => ({
  ...(fields !== undefined && { own: fields }),
  ...(tier !== undefined && { tierId: tier }),
  ...(externalId !== undefined && { externalId }),
});

/** What is given, null included; else what was. */
const chosen = (given: string | null | undefined, before: string | null | undefined): string | null =>
  (given === undefined ? before : given) ?? null;
