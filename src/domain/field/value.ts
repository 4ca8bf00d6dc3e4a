import { fail, ok, type Result } from '@/domain/shared/result';
import type { FieldDefinition, FieldValue } from './field';
import { matchesPattern } from './pattern';

/** Why a value was refused. */
export type WrongValue = 'not_text' | 'too_long' | 'not_number' | 'not_date' | 'not_option' | 'no_match';

const LONGEST_TEXT = 200;
const LONGEST_LONG_TEXT = 5000;
/** Whole numbers beyond this are no longer exact. */
const GREATEST = Number.MAX_SAFE_INTEGER;

type Definition = Pick<FieldDefinition, 'kind' | 'options' | 'pattern'>;
type Read = Result<FieldValue | null, Readonly<{ code: 'input.invalid'; wrong: WrongValue }>>;

const wrong = (reason: WrongValue) => fail({ code: 'input.invalid', wrong: reason });
const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');

/**
 * Reads what somebody typed, chose or sent into a value of a field; null for nothing. An archived option is refused, unless
 * it stands there already (`before`).
 */
export function readFieldValue(definition: Definition, raw: unknown, before?: FieldValue | null): Read {
  if (isBlank(raw)) return ok(null);
  switch (definition.kind) {
    case 'text':
      return readText(raw, LONGEST_TEXT);
    case 'long_text':
      return readText(raw, LONGEST_LONG_TEXT);
    case 'pattern':
      return readPattern(definition, raw);
    case 'number':
      return readNumber(raw);
    case 'date':
      return readDay(raw);
    case 'checkbox':
      return readFlag(raw);
    case 'choice':
    case 'multi_choice':
      return readOptions(definition, raw, before);
  }
}

function readText(raw: unknown, longest: number): Read {
  if (typeof raw !== 'string' && typeof raw !== 'number') return wrong('not_text');
  const text = String(raw)
    // Control characters but tab and line ends: nobody types them, and the database refuses NUL.
    .replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  const line = longest === LONGEST_TEXT ? text.replace(/\s+/g, ' ') : text;
  if (line.length > longest) return wrong('too_long');
  return ok(line === '' ? null : line);
}

function readPattern({ pattern }: Definition, raw: unknown): Read {
  const text = readText(raw, LONGEST_TEXT);
  if (!text.ok || text.value === null) return text;
  return matchesPattern(pattern ?? '', String(text.value)) ? text : wrong('no_match');
}

/** `1234.5`, `1 234,5` and `-3`; a comma or a point before the decimals, spaces between thousands. */
function readNumber(raw: unknown): Read {
  const typed = typeof raw === 'number' ? String(raw) : raw;
  if (typeof typed !== 'string') return wrong('not_number');
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/\u2212/g, '-');
  if (!/^-?\d{1,16}([.,]\d{1,10})?$/.test(plain)) return wrong('not_number');
  const value = Number(plain.replace(',', '.'));
  return Math.abs(value) <= GREATEST ? ok(value === 0 ? 0 : value) : wrong('not_number');
}

function readDay(raw: unknown): Read {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw.trim())) return wrong('not_date');
  const day = raw.trim();
  const at = new Date(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && day >= '1000';
  return isReal ? ok(day) : wrong('not_date');
}

const YES: readonly unknown[] = [true, 'true', 'on', 'yes', '1', 1];
const NO: readonly unknown[] = [false, 'false', 'off', 'no', '0', 0];

function readFlag(raw: unknown): Read {
  if (YES.includes(raw)) return ok(true);
  return NO.includes(raw) ? ok(null) : wrong('not_option');
}

function readOptions({ kind, options }: Definition, raw: unknown, before?: FieldValue | null): Read {
  const wanted = (Array.isArray(raw) ? raw : [raw]).filter((each) => !isBlank(each));
  const held: readonly unknown[] = Array.isArray(before) ? before : [before];
  const isOffered = (key: unknown) =>
    options.some((option) => option.key === key && (!option.archived || held.includes(key)));
  if (!wanted.every(isOffered) || (kind === 'choice' && wanted.length > 1)) return wrong('not_option');
  const keys = [...new Set(wanted as string[])].sort();
  if (keys.length === 0) return ok(null);
  return ok(kind === 'choice' ? (keys[0] ?? null) : keys);
}
