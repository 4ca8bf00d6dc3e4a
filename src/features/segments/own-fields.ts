import {
  comparisonsOf,
  isOwnField,
  type OwnFieldName,
  ownOperatorsOf,
  type SegmentComparison,
  type SegmentCondition,
} from '@/domain/condition/segment';
import type { FieldDefinition } from '@/domain/field/field';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The own fields that segments can ask for, by the names that conditions know them by: customers' and organizations'. */
export async function segmentOwnFields(
  db: Pick<Tx, 'fieldDefinition'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
): Promise<ReadonlyMap<OwnFieldName, FieldDefinition>> {
  const [ofCustomers, ofOrganizations] = [
    await fieldDefinitions(db, { workspaceId, entity: 'customer' }),
    await fieldDefinitions(db, { workspaceId, entity: 'organization' }),
  ];
  return new Map([
    ...ofCustomers.map((field) => [`customer.${field.id}`, field] as const),
    ...ofOrganizations.map((field) => [`organization.${field.id}`, field] as const),
  ]);
}

/** True when all own fields that a condition names are of this workspace, and are asked what fits their kind. */
export async function areOwnFieldsRight(tx: Tx, ctx: Context, condition: SegmentCondition): Promise<boolean> {
  const asked = comparisonsOf(condition).filter(({ field }) => isOwnField(field));
  if (asked.length === 0) return true;
  const known = await segmentOwnFields(tx, ctx);
  return asked.every((comparison) => fits(known.get(comparison.field as OwnFieldName), comparison));
}

function fits(field: FieldDefinition | undefined, { operator, values = [] }: SegmentComparison): boolean {
  if (!field || !ownOperatorsOf(field.kind).includes(operator)) return false;
  const isChosen = field.kind === 'choice' || field.kind === 'multi_choice';
  return !isChosen || values.every((value) => field.options.some(({ key }) => key === value));
}
