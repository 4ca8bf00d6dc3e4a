import type { FieldDefinition, FieldEntity, FieldPatch, FieldValue, FieldValues } from '@/domain/field/field';
import { readFieldValue } from '@/domain/field/value';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What was wrong, by `fields.<name as given>`. */
export type WrongFields = Readonly<{
  code: 'input.invalid';
  fields: Readonly<Record<string, readonly string[]>>;
}>;

export type ReadFields = Readonly<{ before: FieldValues; patch: FieldPatch }>;

type Given = Readonly<{
  entity: FieldEntity;
  /** Null for what is only being made. */
  ownerId: string | null;
  /** Values as they were typed or sent, by the fields' ids or short names. */
  given: Readonly<Record<string, unknown>> | undefined;
}>;

/**
 * Reads what is to become of fields, with the values that stand there now. Refuses what no field is called, what no value
 * of the field is, and to empty a field that is always required. Two queries; none for nothing.
 */
export async function readFieldPatch(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { entity, ownerId, given = {} }: Given,
): Promise<Result<ReadFields, WrongFields>> {
  if (Object.keys(given).length === 0) return ok({ before: {}, patch: {} });
  const definitions = await fieldDefinitions(tx, { workspaceId, entity });
  const known = ownerId ? await fieldValuesOf(tx, { workspaceId, entity, ownerIds: [ownerId] }) : null;
  const before = known?.get(ownerId ?? '') ?? {};
  return readAll(definitions, given, before);
}

function readAll(
  definitions: readonly FieldDefinition[],
  given: Readonly<Record<string, unknown>>,
  before: FieldValues,
): Result<ReadFields, WrongFields> {
  const patch: Record<string, FieldValue | null> = {};
  const wrong: Record<string, readonly string[]> = {};
  for (const [name, raw] of Object.entries(given)) {
    const field = definitions.find(({ id, key, archived }) => !archived && (id === name || key === name));
    const read = field && readOne(field, raw, before[field.id]);
    if (field && read?.ok) patch[field.id] = read.value;
    else wrong[`fields.${name}`] = [read?.ok === false ? read.error.wrong : 'unknown'];
  }
  return Object.keys(wrong).length > 0
    ? fail({ code: 'input.invalid', fields: wrong })
    : ok({ before, patch });
}

function readOne(field: FieldDefinition, given: unknown, before: FieldValue | undefined) {
  // Where several options come as one text, as in actions, commas stand between them.
  const raw = field.kind === 'multi_choice' && typeof given === 'string' ? given.split(',') : given;
  const read = readFieldValue(field, raw, before);
  const isEmptied = read.ok && read.value === null && before !== undefined;
  return isEmptied && field.requirement === 'always'
    ? fail({ code: 'input.invalid', wrong: 'required' } as const)
    : read;
}
