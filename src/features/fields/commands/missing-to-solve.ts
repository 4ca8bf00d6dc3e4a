import type { FieldValues } from '@/domain/field/field';
import { missingFields } from '@/domain/field/shown';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Solved = Readonly<{ id: string; type: string; fields?: FieldValues | undefined }>;

/** The short names of the fields that this ticket lacks to be solved. One query where nothing is required. */
export async function fieldsMissingToSolve(
  tx: Tx,
  { workspaceId }: Context,
  { id, type, fields }: Solved,
): Promise<string[]> {
  const definitions = await fieldDefinitions(tx, { workspaceId, entity: 'ticket' });
  if (!definitions.some(({ requirement, archived }) => requirement !== 'never' && !archived)) return [];
  const of = { workspaceId, entity: 'ticket', ownerIds: [id] } as const;
  const values = fields ?? (await fieldValuesOf(tx, of)).get(id) ?? {};
  return missingFields(definitions, { type, values }, 'solve').map(({ key }) => key);
}
