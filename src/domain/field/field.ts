export const FIELD_ENTITIES = ['ticket', 'customer', 'organization'] as const;
export type FieldEntity = (typeof FIELD_ENTITIES)[number];

export const FIELD_KINDS = [
  'text',
  'long_text',
  'number',
  'date',
  'choice',
  'multi_choice',
  'checkbox',
  'pattern',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** `always`: forms ask for it, nobody may empty it, and nothing is solved without it. */
export const FIELD_REQUIREMENTS = ['never', 'always', 'on_solve'] as const;
export type FieldRequirement = (typeof FIELD_REQUIREMENTS)[number];

/** What the customer may do with it; agents see every field. */
export const FIELD_ACCESSES = ['none', 'see', 'edit'] as const;
export type FieldAccess = (typeof FIELD_ACCESSES)[number];

/** Text by language. */
export type FieldTexts = Readonly<Partial<Record<'en' | 'hu' | 'lv', string>>>;

export type FieldOption = Readonly<{
  /** What is stored; never changes. */
  key: string;
  names: FieldTexts;
  /** No longer offered; where it is set, it stays. */
  archived: boolean;
}>;

/** Met when the ticket's type, or the value of another field, is one of these. */
export type ShownWhen = Readonly<{
  /** `type`, or the id of another field of the same entity. */
  field: string;
  /** Types, options' keys, or `true` and `false` of a checkbox. */
  anyOf: readonly string[];
}>;

/** A field that a workspace gave to its tickets, customers or organizations. */
export type FieldDefinition = Readonly<{
  id: string;
  entity: FieldEntity;
  /** Short name for programs and texts, such as `order_number`. */
  key: string;
  kind: FieldKind;
  names: FieldTexts;
  descriptions: FieldTexts;
  options: readonly FieldOption[];
  pattern: string | null;
  requirement: FieldRequirement;
  customerAccess: FieldAccess;
  shownWhen: readonly ShownWhen[];
  archived: boolean;
}>;

/** Text, a number, a day as `2026-11-29`, an option's key, several of them in rising order, or a checked box. */
export type FieldValue = string | number | boolean | readonly string[];

/** Values by the fields' ids; a field without a value is absent. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What is to become of fields; null empties one. */
export type FieldPatch = Readonly<Record<string, FieldValue | null>>;

/** The words in a language, or in the nearest one that there is. */
export function fieldText(texts: FieldTexts, locale: string): string {
  return texts[locale as 'en'] || texts.en || texts.hu || texts.lv || '';
}

/** A field's name in a language. */
export const fieldName = ({ names, key }: Pick<FieldDefinition, 'names' | 'key'>, locale: string): string =>
  fieldText(names, locale) || key;

/** A field that still has to be filled in: its short name, and how people call it. */
export type MissingField = Readonly<Pick<FieldDefinition, 'key' | 'names'>>;

/** Names of fields in a language, with commas between. */
export const fieldNames = (fields: readonly MissingField[], locale: string): string =>
  fields.map((field) => fieldName(field, locale)).join(', ');

/** Values after a patch. */
export function patchedValues(values: FieldValues, patch: FieldPatch): FieldValues {
  const kept = Object.entries({ ...values, ...patch }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as FieldValues;
}

/**
 * A value as history and conditions hold it: numbers and flags in letters, several options with commas between; null for none.
 * Equal values have equal words.
 */
export function valueAsText(value: FieldValue | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? value.join(',') : String(value);
}

/** The fields in which two sets of values differ, with what stood there as words. */
export function fieldDifferences(
  before: FieldValues,
  after: FieldValues,
): readonly Readonly<{ fieldId: string; from: string | null; to: string | null }>[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids
    .map((fieldId) => ({ fieldId, from: valueAsText(before[fieldId]), to: valueAsText(after[fieldId]) }))
    .filter(({ from, to }) => from !== to);
}
