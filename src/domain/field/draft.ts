import {
  type FieldDefinition,
  type FieldPatch,
  type FieldValue,
  type FieldValues,
  valueAsText,
} from './field';
import { missingFields, shownFields } from './shown';
import { readFieldValue, type WrongValue } from './value';

/** What stands in the control of a field: typed words, a tick, or chosen options. */
export type TypedValue = string | boolean | readonly string[];

export type WrongTyped = WrongValue | 'required';

export type FieldDraft = Readonly<{
  /** The fields to show where this is typed. */
  shown: readonly FieldDefinition[];
  /** What stands in each control. */
  typed: Readonly<Record<string, TypedValue>>;
  wrong: Readonly<Record<string, WrongTyped>>;
  /** What would be saved: what differs from what stands there. */
  patch: FieldPatch;
}>;

type Held = Readonly<{
  /** Of a ticket. */
  type?: string;
  values: FieldValues;
  edits: Readonly<Record<string, TypedValue>>;
}>;

/** A form over own fields: which are shown, what is wrong, and what would change. */
export function fieldsAsTyped(
  definitions: readonly FieldDefinition[],
  { type, values, edits }: Held,
): FieldDraft {
  const typed = Object.fromEntries(
    definitions.map((field) => [field.id, edits[field.id] ?? typedOf(field, values[field.id])]),
  );
  const read = new Map(
    definitions.map((field) => [field.id, readFieldValue(field, typed[field.id], values[field.id] ?? null)]),
  );
  const now = Object.fromEntries(
    [...read].flatMap(([id, each]) => (each.ok && each.value !== null ? [[id, each.value]] : [])),
  );
  const held = { type, values: now };
  const shown = shownFields(definitions, held);
  const missing = missingFields(definitions, held, 'save').map(({ id }) => [id, 'required'] as const);
  const unreadable = shown.flatMap(({ id }) => {
    const each = read.get(id);
    return each?.ok === false ? [[id, each.error.wrong] as const] : [];
  });
  const changed = shown.flatMap(({ id }) => {
    const each = read.get(id);
    const differs = each?.ok && valueAsText(each.value) !== valueAsText(values[id]);
    return differs ? [[id, each.value] as const] : [];
  });
  return {
    shown,
    typed,
    wrong: Object.fromEntries([...missing, ...unreadable]),
    patch: Object.fromEntries(changed),
  };
}

function typedOf({ kind }: FieldDefinition, value: FieldValue | undefined): TypedValue {
  if (kind === 'checkbox') return value === true;
  if (kind === 'multi_choice') return Array.isArray(value) ? value : [];
  return valueAsText(value) ?? '';
}
