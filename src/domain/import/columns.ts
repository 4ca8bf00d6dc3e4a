import { plainName } from '@/domain/customer/alike';

/** What a column of a file of customers can hold; `ignore` is left out. */
export const IMPORT_FIELDS = [
  'name',
  'givenName',
  'familyName',
  'email',
  'phone',
  'organization',
  'tier',
  'language',
  'timeZone',
  'note',
  'externalId',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column holds which field, by the column's place from 0; what is absent is not in the file. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** How people and programs name their columns in our languages, as `plainName` writes it. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  email:
    'email,e mail,mail,email address,e mail address,email cim,e mail cim,emailcim,levelcim,epasts,e pasts,e pasta adrese'.split(
      ',',
    ),
  phone:
    'phone,telephone,phone number,mobile,tel,telefon,telefonszam,mobil,mobilszam,talrunis,talruna numurs,mobilais'.split(
      ',',
    ),
  givenName: 'given name,first name,firstname,forename,keresztnev,utonev,vards'.split(','),
  familyName: 'family name,last name,lastname,surname,vezeteknev,csaladnev,uzvards'.split(','),
  name: 'name,full name,display name,customer,customer name,contact,nev,teljes nev,ugyfel,ugyfelnev,vards uzvards,pilns vards,klients,klienta vards'.split(
    ',',
  ),
  organization:
    'organization,organisation,company,company name,ceg,cegnev,szervezet,uznemums,organizacija'.split(','),
  tier: 'tier,level,loyalty tier,szint,ugyfelszint,hutseg szint,limenis,klienta limenis'.split(','),
  language: 'language,locale,lang,nyelv,valoda'.split(','),
  timeZone: 'time zone,timezone,idozona,laika josla'.split(','),
  note: 'note,notes,comment,remarks,megjegyzes,jegyzet,piezime,piezimes,komentars'.split(','),
  externalId:
    'id,external id,customer id,customer number,number,azonosito,ugyfelazonosito,ugyfelszam,vevokod,identifikators,klienta numurs,klienta id'.split(
      ',',
    ),
};

/** The words of a head without accents, case and order. */
const headOf = (text: string): string => plainName(text);

/** Which column probably holds what, by its head: the same words, or words that differ by one letter. */
export function guessMapping(heads: readonly string[]): ColumnMapping {
  const taken = new Set<number>();
  const guess = (fits: (head: string, name: string) => boolean, field: ImportField): number | undefined => {
    const at = heads.findIndex(
      (head, index) => !taken.has(index) && NAMES[field].some((name) => fits(headOf(head), headOf(name))),
    );
    if (at < 0) return undefined;
    taken.add(at);
    return at;
  };
  const found: Partial<Record<ImportField, number>> = {};
  for (const fits of [(a: string, b: string) => a === b, isNear]) {
    for (const field of IMPORT_FIELDS) {
      const at = found[field] ?? guess(fits, field);
      if (at !== undefined) found[field] = at;
    }
  }
  return found;
}

/** True when one letter was left out, added or mistaken in a word of five letters or more. */
function isNear(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
