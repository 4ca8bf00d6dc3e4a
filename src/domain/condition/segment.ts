import { CONSENT_KINDS } from '@/domain/customer/consent';
import { IDENTITY_KINDS } from '@/domain/customer/identity';
import type { ConditionTree } from './evaluate';
import { OPERATORS } from './fields';
import { RULE_FIELDS, type RuleField, type RuleFieldName, type RuleOperator } from './rule-fields';

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

export type SegmentFieldName = keyof typeof SEGMENT_FIELDS;

export type SegmentComparison = Readonly<{
  field: SegmentFieldName;
  operator: RuleOperator;
  values?: readonly string[] | undefined;
}>;

/** A condition tree over customers. */
export type SegmentCondition = ConditionTree<SegmentComparison>;

const ELAPSED = ['elapsed_at_least', 'elapsed_less_than', 'is_empty', 'is_set'] as const;

/** What a segment may ask of a field, in the order in which a form offers it. Customers live in no business hours. */
export function segmentOperatorsOf(name: SegmentFieldName): readonly RuleOperator[] {
  const { kind } = SEGMENT_FIELDS[name] as RuleField;
  return kind === 'elapsed' || kind === 'number' ? ELAPSED : OPERATORS[kind];
}

export type FormFieldName = RuleFieldName | SegmentFieldName;

/** All fields that the form of conditions can show. */
export const FORM_FIELDS: Readonly<Record<FormFieldName, RuleField>> = { ...RULE_FIELDS, ...SEGMENT_FIELDS };

/** A condition as the form holds it, of whatever table. */
export type FormCondition = ConditionTree<
  Readonly<{ field: FormFieldName; operator: RuleOperator; values?: readonly string[] | undefined }>
>;
