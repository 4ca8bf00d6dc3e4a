import type { FieldKind, FieldValue, FieldValues } from '@/domain/field/field';

/** A field that the workspace gave to its tickets, as conditions name it: `ticket.` and its id. */
export type TicketFieldName = `ticket.${string}`;

export const ticketFieldName = (id: string): TicketFieldName => `ticket.${id}`;
export const isTicketField = (name: string): name is TicketFieldName => name.startsWith('ticket.');
export const ticketFieldId = (name: TicketFieldName): string => name.slice('ticket.'.length);

/** What stands in a field; null for nothing. */
export const ownValue = (own: FieldValues, name: TicketFieldName): FieldValue | null =>
  own[ticketFieldId(name)] ?? null;

/** True when a condition, as it is stored, looks at any own field. */
export const asksForOwnFields = (condition: unknown): boolean =>
  /"field":"ticket\./.test(JSON.stringify(condition));

/** Comparisons of amounts and days, which only some fields have. */
export const AMOUNT_OPERATORS = ['at_least', 'less_than'] as const;
export const DAY_OPERATORS = ['date_from', 'date_before'] as const;

const TEXT = ['contains', 'contains_not', 'is_empty', 'is_set'] as const;

/** The comparisons that each kind of own field allows, in the order in which a form offers them. */
export const OWN_OPERATORS = {
  text: TEXT,
  long_text: TEXT,
  pattern: TEXT,
  number: [...AMOUNT_OPERATORS, 'is_empty', 'is_set'],
  date: [...DAY_OPERATORS, 'is_empty', 'is_set'],
  choice: ['is_any_of', 'is_none_of', 'is_empty', 'is_set'],
  multi_choice: ['has_any_of', 'has_all_of', 'has_none_of', 'is_empty', 'is_set'],
  checkbox: ['is_true', 'is_false'],
} as const satisfies Record<FieldKind, readonly string[]>;

export type OwnOperator = (typeof OWN_OPERATORS)[FieldKind][number];

/** What a trigger may ask about the change of a field, besides. */
export const ownChangesOf = (kind: FieldKind): readonly ('changed' | 'changed_to' | 'changed_from')[] =>
  kind === 'choice' ? ['changed', 'changed_to', 'changed_from'] : ['changed'];

/** What a comparison may hold; `changed` and the like are a trigger's. */
type Asked = Readonly<{ operator: string; values?: readonly string[] | undefined }>;
type Field = Readonly<{ kind: FieldKind; options: readonly Readonly<{ key: string }>[] }>;

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True when a field of this kind can be asked so; options must be its own, amounts numbers and days days. */
export function fitsOwnField(
  { kind, options }: Field,
  { operator, values = [] }: Asked,
  mayAskForChange: boolean,
): boolean {
  const known: readonly string[] = [...OWN_OPERATORS[kind], ...(mayAskForChange ? ownChangesOf(kind) : [])];
  return known.includes(operator) && areValuesOf({ kind, options }, operator, values);
}

const BARE: readonly string[] = ['is_empty', 'is_set', 'is_true', 'is_false', 'changed'];
const AMOUNTS: readonly string[] = AMOUNT_OPERATORS;
const DAYS: readonly string[] = DAY_OPERATORS;

function areValuesOf({ kind, options }: Field, operator: string, values: readonly string[]): boolean {
  if (BARE.includes(operator)) return true;
  const [first = ''] = values;
  if (AMOUNTS.includes(operator)) return values.length === 1 && NUMBER.test(first);
  if (DAYS.includes(operator)) return values.length === 1 && DAY.test(first);
  const isChosen = kind === 'choice' || kind === 'multi_choice';
  return (
    values.length > 0 && (!isChosen || values.every((value) => options.some(({ key }) => key === value)))
  );
}
