import { CONSENT_KINDS } from '@/domain/customer/consent';
import { IDENTITY_KINDS } from '@/domain/customer/identity';
import type { FieldEntity, FieldKind } from '@/domain/field/field';
import type { ConditionTree } from './evaluate';
import { OPERATORS } from './fields';
import { OWN_OPERATORS, type TicketFieldName } from './own-fields';
import { RULE_FIELDS, type RuleField, type RuleFieldName, type RuleOperator } from './rule-fields';
import { MOMENT_FIELDS, type MomentName } from './view-fields';

const customer = <Field extends object>(field: Field) => ({ ...field, group: 'customer' }) as const;

/** What segments of customers may ask. Names that rules know too mean the same here. */
export const SEGMENT_FIELDS = {
  customerName: RULE_FIELDS.customerName,
  customerEmail: RULE_FIELDS.customerEmail,
  customerNote: RULE_FIELDS.customerNote,
  customerLanguage: RULE_FIELDS.customerLanguage,
  tierId: RULE_FIELDS.tierId,
  organizationId: RULE_FIELDS.organizationId,
  identityKinds: customer({ kind: 'references', values: IDENTITY_KINDS }),
  consents: customer({ kind: 'references', values: CONSENT_KINDS }),
  customerTimeZone: customer({ kind: 'text' }),
  externalId: customer({ kind: 'text' }),
  openTickets: customer({ kind: 'flag' }),
  blocked: customer({ kind: 'flag' }),
  sinceLastContact: { kind: 'elapsed', group: 'time' },
  sinceCustomerCreated: { kind: 'elapsed', group: 'time' },
} as const satisfies Record<string, RuleField>;

type ListedFieldName = keyof typeof SEGMENT_FIELDS;

/**
 * A field that the workspace gave to its customers, to their organizations or to its tickets, by its id: `customer.0190…`.
 * Segments look at the first two, rules and policies at the last.
 */
export type OwnFieldName = `customer.${string}` | `organization.${string}` | TicketFieldName;

export type SegmentFieldName = ListedFieldName | OwnFieldName;

export type SegmentComparison = Readonly<{
  field: SegmentFieldName;
  operator: RuleOperator;
  values?: readonly string[] | undefined;
}>;

/** A condition tree over customers. */
export type SegmentCondition = ConditionTree<SegmentComparison>;

const ELAPSED = ['elapsed_at_least', 'elapsed_less_than', 'is_empty', 'is_set'] as const;

/** What a segment may ask of an own field of this kind. */
export const ownOperatorsOf = (kind: FieldKind): readonly RuleOperator[] => OWN_OPERATORS[kind];

const OWN_FIELD = /^(customer|organization|ticket)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Whose own field a name names, and which; null for the fields that every workspace has. */
export function ownFieldOf(name: string): Readonly<{ owner: FieldEntity; fieldId: string }> | null {
  const [, owner, fieldId] = OWN_FIELD.exec(name) ?? [];
  return fieldId ? { owner: owner as FieldEntity, fieldId } : null;
}

export const isOwnField = (name: string): name is OwnFieldName => OWN_FIELD.test(name);

/** All comparisons of a tree. */
export function comparisonsOf(condition: SegmentCondition): SegmentComparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

/** What a segment may ask of a field, in the order in which a form offers it. Customers live in no business hours. */
export function segmentOperatorsOf(name: ListedFieldName): readonly RuleOperator[] {
  const { kind } = SEGMENT_FIELDS[name] as RuleField;
  return kind === 'elapsed' || kind === 'number' || kind === 'moment' ? ELAPSED : OPERATORS[kind];
}

/** A field that every workspace has. */
export type KnownFieldName = RuleFieldName | ListedFieldName | MomentName;
export type FormFieldName = KnownFieldName | OwnFieldName;

/** All fields that every workspace has and that the form of conditions can show. */
export const FORM_FIELDS: Readonly<Record<KnownFieldName, RuleField>> = {
  ...RULE_FIELDS,
  ...SEGMENT_FIELDS,
  ...MOMENT_FIELDS,
};

/** A condition as the form holds it, of whatever table. */
export type FormCondition = ConditionTree<
  Readonly<{ field: FormFieldName; operator: RuleOperator; values?: readonly string[] | undefined }>
>;
