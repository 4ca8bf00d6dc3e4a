import 'server-only';
import type { FieldDefinition, FieldEntity, FieldValues } from '@/domain/field/field';
import type { StaffContext } from '@/server/context';
import { fieldDefinitions } from './commands/field-definitions';
import { countFieldUses, fieldValuesOf } from './commands/field-values';

/** More uses are not counted. */
const MOST_COUNTED = 1000;

/** The fields of one kind of thing in their order, archived ones too. */
export const listFields = (
  { db, workspaceId }: StaffContext,
  entity: FieldEntity,
): Promise<FieldDefinition[]> => fieldDefinitions(db, { workspaceId, entity });

export type OwnFieldsOf = Readonly<{ definitions: readonly FieldDefinition[]; values: FieldValues }>;

/** The own fields of one customer or organization, archived ones too, with their values; in two queries. */
export async function ownFieldsOf(
  { db, workspaceId }: StaffContext,
  { entity, ownerId }: Readonly<{ entity: 'customer' | 'organization'; ownerId: string }>,
): Promise<OwnFieldsOf> {
  const [definitions, values] = await Promise.all([
    fieldDefinitions(db, { workspaceId, entity }),
    fieldValuesOf(db, { workspaceId, entity, ownerIds: [ownerId] }),
  ]);
  return { definitions, values: values.get(ownerId) ?? {} };
}

export type FieldPage = Readonly<{
  field: FieldDefinition & Readonly<{ version: number }>;
  /** How many things hold a value of it, and whether there are even more. */
  uses: number;
  usesBeyond: boolean;
}>;

/** One field with how much it is used; null when it is not here. In three queries. */
export async function getField(ctx: StaffContext, fieldId: string): Promise<FieldPage | null> {
  const { db, workspaceId } = ctx;
  const row = await db.fieldDefinition.findFirst({
    where: { workspaceId, id: fieldId },
    select: { entity: true, version: true },
  });
  if (!row) return null;
  const { entity, version } = row;
  const most = MOST_COUNTED + 1;
  const [fields, uses] = await Promise.all([
    fieldDefinitions(db, { workspaceId, entity }),
    countFieldUses(db, { workspaceId, entity, fieldId, most }),
  ]);
  const field = fields.find(({ id }) => id === fieldId);
  if (!field) return null;
  return {
    field: { ...field, version },
    uses: Math.min(uses, MOST_COUNTED),
    usesBeyond: uses > MOST_COUNTED,
  };
}
