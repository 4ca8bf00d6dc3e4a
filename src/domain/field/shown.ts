import { type FieldDefinition, type FieldValues, type ShownWhen, valueAsText } from './field';

type Held = Readonly<{
  /** Of a ticket. */
  type?: string | undefined;
  values: FieldValues;
}>;

type Definition = Pick<FieldDefinition, 'id' | 'requirement' | 'shownWhen' | 'archived' | 'kind'>;

/**
 * The fields that are shown where these values stand. A field that hangs on a hidden one is hidden too; a circle of
 * conditions shows none of its fields. Archived fields are left out.
 */
export function shownFields<Field extends Definition>(definitions: readonly Field[], held: Held): Field[] {
  const known = new Map(definitions.map((field) => [field.id, field]));
  const found = new Map<string, boolean>();

  function isShown(field: Definition): boolean {
    const before = found.get(field.id);
    if (before !== undefined) return before;
    found.set(field.id, false);
    const shown = !field.archived && field.shownWhen.every(isMet);
    found.set(field.id, shown);
    return shown;
  }

  function isMet({ field: on, anyOf }: ShownWhen): boolean {
    if (on === 'type') return held.type !== undefined && anyOf.includes(held.type);
    const field = known.get(on);
    if (!field || !isShown(field)) return false;
    return wordsOf(field, held.values).some((word) => anyOf.includes(word));
  }

  return definitions.filter(isShown);
}

/** What conditions compare: nothing of an empty field, and `false` of a box that nobody checked. */
function wordsOf({ id, kind }: Definition, values: FieldValues): readonly string[] {
  const value = values[id];
  if (typeof value === 'object') return value;
  const word = valueAsText(value) ?? (kind === 'checkbox' ? 'false' : null);
  return word === null ? [] : [word];
}

/** The shown fields that still need a value: at any time those that always do, for solving the others too. */
export function missingFields<Field extends Definition>(
  definitions: readonly Field[],
  held: Held,
  moment: 'save' | 'solve',
): Field[] {
  return shownFields(definitions, held).filter(
    ({ id, requirement }) =>
      (requirement === 'always' || (moment === 'solve' && requirement === 'on_solve')) &&
      isEmptyValue(held.values[id]),
  );
}

const isEmptyValue = (value: FieldValues[string] | undefined): boolean =>
  value === undefined || value === false || value === '' || (typeof value === 'object' && value.length === 0);

/** True when showing a field by these conditions would lead back to itself. */
export function hangsOnItself(
  field: Readonly<{ id: string; shownWhen: readonly ShownWhen[] }>,
  others: readonly Readonly<{ id: string; shownWhen: readonly ShownWhen[] }>[],
): boolean {
  const known = new Map(others.map((each) => [each.id, each]));
  known.set(field.id, field);
  const seen = new Set<string>();
  const waiting = field.shownWhen.map((condition) => condition.field);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === field.id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(known.get(next)?.shownWhen.map((condition) => condition.field) ?? []));
  }
  return false;
}
