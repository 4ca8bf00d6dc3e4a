import { CONDITION_FIELDS, type FieldName, OPERATORS } from '@/domain/condition/fields';
import { ownChangesOf } from '@/domain/condition/own-fields';
import {
  RULE_FIELDS,
  type RuleFieldName,
  type RuleOperator,
  ruleOperatorsOf,
} from '@/domain/condition/rule-fields';
import {
  type FormFieldName,
  isOwnField,
  type OwnFieldName,
  ownOperatorsOf,
  SEGMENT_FIELDS,
  segmentOperatorsOf,
} from '@/domain/condition/segment';
import {
  VIEW_FIELDS,
  type ViewFieldName,
  viewOperatorsOf,
  viewOwnOperatorsOf,
} from '@/domain/condition/view-fields';
import type { FieldKind } from '@/domain/field/field';

/** What conditions of one kind may ask: their fields in the order of the form, and the comparisons of each. */
export type ConditionTable = Readonly<{
  fields: readonly FormFieldName[];
  /** What a new condition begins with. */
  first: FormFieldName;
  operatorsOf: (field: FormFieldName) => readonly RuleOperator[];
}>;

/** What policies look at: the ticket as it stands. */
export const TICKET_TABLE: ConditionTable = {
  fields: Object.keys(CONDITION_FIELDS) as readonly FieldName[],
  first: 'priority',
  operatorsOf: (field) => OPERATORS[CONDITION_FIELDS[field as FieldName].kind],
};

const ALL = Object.keys(RULE_FIELDS) as readonly RuleFieldName[];

const ruleTable = (kind: 'trigger' | 'automation'): ConditionTable => ({
  fields: ALL.filter((field) => ruleOperatorsOf(field, kind).length > 0),
  first: 'priority',
  operatorsOf: (field) => ruleOperatorsOf(field as RuleFieldName, kind),
});

/** What rules look at: also time, the customer and what happened. */
export const RULE_TABLES = { trigger: ruleTable('trigger'), automation: ruleTable('automation') } as const;

/** What views look at: the ticket and its customer as they stand, and the calendar. */
export function viewTable(own: OwnFieldFaces): ConditionTable {
  return {
    fields: [...VIEW_FIELDS, ...Object.keys(own).filter(isOwnField)],
    first: 'status',
    operatorsOf: (field) =>
      isOwnField(field)
        ? viewOwnOperatorsOf(own[field]?.kind ?? 'text')
        : viewOperatorsOf(field as ViewFieldName),
  };
}

/** A field that the workspace added, as the form of conditions shows it. */
type OwnFieldFace = Readonly<{ name: string; kind: FieldKind; archived: boolean }>;
export type OwnFieldFaces = Readonly<Record<OwnFieldName, OwnFieldFace>>;

type Listed = keyof typeof SEGMENT_FIELDS;

/** What segments look at: customers, and what the workspace itself notes of them and their organizations. */
export function segmentTable(own: OwnFieldFaces): ConditionTable {
  const added = Object.keys(own)
    .filter(isOwnField)
    .filter((name) => !own[name]?.archived);
  return {
    fields: [...(Object.keys(SEGMENT_FIELDS) as readonly Listed[]), ...added],
    first: 'customerLanguage',
    operatorsOf: (field) =>
      isOwnField(field) ? ownOperatorsOf(own[field]?.kind ?? 'text') : segmentOperatorsOf(field as Listed),
  };
}

/** The same table with the fields that the workspace gave to its tickets; `asksForChange` where a trigger looks at events. */
export function withTicketFields(
  table: ConditionTable,
  own: OwnFieldFaces,
  asksForChange = false,
): ConditionTable {
  const kindOf = (field: FormFieldName) => (isOwnField(field) && own[field]?.kind) || 'text';
  const changes = (kind: FieldKind) => (asksForChange ? ownChangesOf(kind) : []);
  return {
    ...table,
    fields: [...table.fields, ...Object.keys(own).filter(isOwnField)],
    operatorsOf: (field) =>
      isOwnField(field)
        ? [...ownOperatorsOf(kindOf(field)), ...changes(kindOf(field))]
        : table.operatorsOf(field),
  };
}
