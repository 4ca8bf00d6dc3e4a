import type { FieldDefinition, FieldValues } from '@/domain/field/field';
import type { ColumnMapping, ImportField } from './columns';
import { unguardedCell } from './formula';
import { ownValueOf } from './own-value';

/** What is wrong with a line, or was left out of it, and in which field. */
export type LineProblem = Readonly<{
  code:
    | 'nothing'
    | 'quote'
    | 'email'
    | 'phone'
    | 'language'
    | 'timeZone'
    | 'tier'
    | 'taken'
    | 'known'
    | 'own'
    | 'tooLong'
    | 'shortened';
  field: ImportField | null;
  value: string;
}>;

export type LineCustomer = Readonly<{
  name: string;
  givenName: string | null;
  familyName: string | null;
  email: string;
  phone: string;
  organization: string;
  tier: string;
  language: string | null;
  timeZone: string | null;
  note: string;
  externalId: string;
  /** Our own id, as an export of ours has it; empty for what is none. */
  customerId: string;
  /** Values of the workspace's own fields that the line gives. */
  own: FieldValues;
}>;

export type ReadLine = Readonly<{ customer: LineCustomer | null; problems: readonly LineProblem[] }>;

/** RFC 5321 limits, and one dot in the domain: what we could ever write to. */
const MAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]{1,190}\.[^\s@.<>(),;:"[\]\\]{2,63}$/;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type World = Readonly<{
  /** A number in E.164, or null for what is none. */
  phoneOf: (text: string) => string | null;
  isTimeZone: (name: string) => boolean;
  /** The workspace's own fields of customers that are in use. */
  own: readonly FieldDefinition[];
}>;

/**
 * Reads one line. A wrong address fails the whole line, since it is what people are known by: `customer` is null then.
 * A language or time zone that is not known is left out, and said; so is what is no value of an own field, and the end of what is
 * longer than we keep.
 */
export function readLine(cells: readonly string[], mapping: ColumnMapping, world: World): ReadLine {
  const cell = (field: ImportField): string => {
    const at = mapping[field];
    return at === undefined ? '' : unguardedCell((cells[at] ?? '').trim());
  };
  const own = ownIn(world.own, (field) => unguardedCell(cells[mapping[`own.${field.id}`] ?? -1] ?? ''));
  const customer = { ...customerIn(cell, world), own: own.values };
  const fatal = wrongIn(cell, world);
  const left = [...leftOut(cell, customer), ...own.problems];
  return { customer: fatal.length > 0 ? null : customer, problems: [...fatal, ...left] };
}

/** A line with a quotation mark that is never closed: where its cells end nobody knows, so that none of it is taken in. */
export function unclosedLine(cells: readonly string[]): ReadLine {
  const value = cells.find((cell) => cell.startsWith('"')) ?? '';
  return { customer: null, problems: [problem('quote', null, value)] };
}

function ownIn(fields: readonly FieldDefinition[], cellOf: (field: FieldDefinition) => string) {
  const read = fields.map((field) => {
    const text = cellOf(field).trim();
    return { field, text, value: ownValueOf(field, text) };
  });
  return {
    values: Object.fromEntries(
      read.flatMap(({ field, value }) => (value === null || value === undefined ? [] : [[field.id, value]])),
    ) as FieldValues,
    problems: read
      .filter(({ value }) => value === undefined)
      .map(({ field, text }) => problem('own', null, `${field.key}: ${text}`)),
  };
}

type Cell = (field: ImportField) => string;

/** So many characters of a field are kept. */
const LONGEST = {
  name: 200,
  givenName: 200,
  familyName: 200,
  organization: 200,
  note: 10_000,
  externalId: 200,
} as const;

const kept = (cell: Cell, field: keyof typeof LONGEST): string => cell(field).slice(0, LONGEST[field]).trim();

const SHORTENED = ['name', 'givenName', 'familyName', 'organization', 'note'] as const;

function customerIn(cell: Cell, { phoneOf, isTimeZone }: World): Omit<LineCustomer, 'own'> {
  const [given, family] = [kept(cell, 'givenName'), kept(cell, 'familyName')];
  const zone = cell('timeZone');
  return {
    name: (cell('name') || [given, family].filter(Boolean).join(' ')).slice(0, LONGEST.name).trim(),
    givenName: given || null,
    familyName: family || null,
    email: cell('email').toLowerCase(),
    phone: (cell('phone') && phoneOf(cell('phone'))) || '',
    organization: kept(cell, 'organization'),
    tier: cell('tier').slice(0, 60),
    language: languageOf(cell('language')),
    timeZone: zone && isTimeZone(zone) ? zone : null,
    note: kept(cell, 'note'),
    externalId: kept(cell, 'externalId'),
    customerId: UUID.test(cell('customerId')) ? cell('customerId').toLowerCase() : '',
  };
}

const NAMING: readonly ImportField[] = ['name', 'givenName', 'familyName', 'email', 'phone', 'externalId'];

/** What nobody can be known by: the line is not taken in. */
function wrongIn(cell: Cell, { phoneOf }: World): LineProblem[] {
  const [email, phone] = [cell('email').toLowerCase(), cell('phone')];
  const found: LineProblem[] = [];
  if (email && !MAIL.test(email)) found.push(problem('email', 'email', email));
  if (phone && phoneOf(phone) === null) found.push(problem('phone', 'phone', phone));
  // Without its end it would be the id of somebody else.
  if (cell('externalId').length > LONGEST.externalId)
    found.push(problem('tooLong', 'externalId', cell('externalId')));
  if (NAMING.every((field) => cell(field) === '')) found.push(problem('nothing', null, ''));
  return found;
}

/** What is not understood and left out; the rest of the line is taken in. */
function leftOut(cell: Cell, { language, timeZone }: LineCustomer): LineProblem[] {
  const found: LineProblem[] = [];
  if (cell('language') && !language) found.push(problem('language', 'language', cell('language')));
  if (cell('timeZone') && !timeZone) found.push(problem('timeZone', 'timeZone', cell('timeZone')));
  for (const field of SHORTENED) {
    if (cell(field).length > LONGEST[field]) found.push(problem('shortened', field, cell(field)));
  }
  const whole = [cell('givenName'), cell('familyName')].filter(Boolean).join(' ');
  const isJoined = !cell('name') && !found.some(({ code }) => code === 'shortened');
  if (isJoined && whole.length > LONGEST.name) found.push(problem('shortened', 'name', whole));
  return found;
}

const problem = (
  ...[code, field, value]: [LineProblem['code'], ImportField | null, string]
): LineProblem => ({
  code,
  field,
  value: value.slice(0, 100),
});

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en',
  english: 'en',
  angol: 'en',
  hu: 'hu',
  hungarian: 'hu',
  magyar: 'hu',
  lv: 'lv',
  latvian: 'lv',
  latviešu: 'lv',
  lett: 'lv',
};

const languageOf = (text: string): string | null =>
  LANGUAGES[text.toLowerCase()] ?? LANGUAGES[text.toLowerCase().slice(0, 2)] ?? null;
