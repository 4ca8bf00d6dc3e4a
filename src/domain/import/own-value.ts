import type { FieldDefinition, FieldOption, FieldValue } from '@/domain/field/field';
import { readFieldValue } from '@/domain/field/value';
import { plain } from '@/domain/search/plain';

type Definition = Pick<FieldDefinition, 'kind' | 'options' | 'pattern'>;

/**
 * Reads a cell of a table as a value of an own field, as spreadsheets in our languages write it: days such as
 * `2026. 11. 29.` and `29.11.2026`, options by their names, several of them with commas or semicolons between, boxes as
 * yes, igen, jā or x. Null for an empty cell; undefined for what is no value of the field.
 */
export function ownValueOf(field: Definition, cell: string): FieldValue | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  const read = readFieldValue(field, rawOf(field, text));
  return read.ok ? read.value : undefined;
}

function rawOf({ kind, options }: Definition, text: string): unknown {
  switch (kind) {
    case 'date':
      return isoDay(text);
    case 'checkbox':
      return flagOf(text);
    case 'choice':
      return optionOf(options, text);
    case 'multi_choice':
      return text
        .split(/[;,|]/)
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) => optionOf(options, part));
    default:
      return text;
  }
}

const YEAR_FIRST = /^(\d{4})[-./]\s*(\d{1,2})[-./]\s*(\d{1,2})\.?$/;
const DAY_FIRST = /^(\d{1,2})[-./]\s*(\d{1,2})[-./]\s*(\d{4})\.?$/;

function isoDay(text: string): string {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return `${year}-${two(month)}-${two(day)}`;
  const [, first, second, last] = DAY_FIRST.exec(text) ?? [];
  return last ? `${last}-${two(second)}-${two(first)}` : text;
}

const two = (digits = ''): string => digits.padStart(2, '0');

const YES = ['igen', 'ja', 'x', 'y', 'i'];
const NO = ['nem', 'ne', 'n', '-'];

function flagOf(text: string): string {
  const word = plain(text);
  if (YES.includes(word)) return 'true';
  return NO.includes(word) ? 'false' : word;
}

/** The key of the option that is called so in any language; the text itself where none is. */
function optionOf(options: readonly FieldOption[], text: string): string {
  const wanted = plain(text);
  const isCalled = ({ key, names }: FieldOption) =>
    key === text || Object.values(names).some((name) => plain(name) === wanted);
  return options.find(isCalled)?.key ?? text;
}
