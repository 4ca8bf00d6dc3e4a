import { plainName } from '@/domain/customer/alike';

/** How a file can be read: what people's programs write in our languages. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1250', 'windows-1252', 'windows-1257'] as const;
export const DELIMITERS = [';', ',', '\t', '|'] as const;

/** What a column of a file of customers can hold; `ignore` is left out. */
export const IMPORT_FIELDS = [
  'customerId',
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

/** A field that the workspace gave to its customers, by its id. */
export type OwnColumn = `own.${string}`;

/** Which column holds which field, by the column's place from 0; what is absent is not in the file. */
export type ColumnMapping = Readonly<Partial<Record<ImportField | OwnColumn, number>>>;

const OWN = /^own\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for the name of what a column can hold. */
export const isImportColumn = (name: string): name is ImportField | OwnColumn =>
  (IMPORT_FIELDS as readonly string[]).includes(name) || OWN.test(name);

/** How people and programs name their columns in our languages, as `plainName` writes it. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  // Our own id, as our export names it: no other file has one.
  customerId: ['kalauz id'],
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

type OwnNames = Readonly<{ id: string; key: string; names: Readonly<Partial<Record<string, string>>> }>;

/**
 * Which column probably holds what, by its head: the same words, or words that differ by one letter. Own fields are known
 * by their short name and by their name in each language.
 */
export function guessMapping(heads: readonly string[], own: readonly OwnNames[] = []): ColumnMapping {
  const names: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(IMPORT_FIELDS.map((field) => [field, NAMES[field]])),
    ...Object.fromEntries(own.map((field) => [`own.${field.id}`, namesOf(field)])),
  };
  const taken = new Set<number>();
  const guess = (fits: (head: string, name: string) => boolean, field: string): number | undefined => {
    const at = heads.findIndex(
      (head, index) => !taken.has(index) && names[field]?.some((name) => fits(headOf(head), headOf(name))),
    );
    if (at < 0) return undefined;
    taken.add(at);
    return at;
  };
  const found: Record<string, number> = {};
  for (const fits of [(a: string, b: string) => a === b, isNear]) {
    for (const field of Object.keys(names)) {
      const at = found[field] ?? guess(fits, field);
      if (at !== undefined) found[field] = at;
    }
  }
  return found;
}

const namesOf = ({ key, names }: OwnNames): string[] =>
  [key.replaceAll('_', ' '), ...Object.values(names)].filter((name) => name !== undefined);

/** True when one letter was left out, added or mistaken in a word of five letters or more. */
function isNear(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
