import type { FieldValues, MissingField } from '@/domain/field/field';
import { missingFields } from '@/domain/field/shown';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Ticket = Readonly<{ id: string; type: string; fields?: FieldValues | undefined }>;
type Solving = Readonly<{
  after: Ticket;
  /** As it was where it was solved already: what was missing then is not asked for now. */
  solvedBefore: Ticket | null;
}>;

/** The fields that this ticket lacks to be solved. One query where nothing is required. */
export async function fieldsMissingToSolve(
  tx: Tx,
  { workspaceId }: Context,
  { after, solvedBefore }: Solving,
): Promise<MissingField[]> {
  const definitions = await fieldDefinitions(tx, { workspaceId, entity: 'ticket' });
  if (!definitions.some(({ requirement, archived }) => requirement !== 'never' && !archived)) return [];
  const valuesOf = async ({ id, fields }: Ticket) =>
    fields ?? (await fieldValuesOf(tx, { workspaceId, entity: 'ticket', ownerIds: [id] })).get(id) ?? {};
  const lackingIn = async (ticket: Ticket | null) =>
    ticket ? missingFields(definitions, { type: ticket.type, values: await valuesOf(ticket) }, 'solve') : [];
  const lacking = await lackingIn(after);
  const lacked = new Set(lacking.length > 0 ? await lackingIn(solvedBefore) : []);
  return lacking.filter((field) => !lacked.has(field)).map(({ key, names }) => ({ key, names }));
}

/** The fields that a new ticket of this type and with these values lacks; in one query. */
export async function fieldsMissingToOpen(
  tx: Tx,
  { workspaceId }: Context,
  { type, values }: Readonly<{ type: string; values: FieldValues }>,
): Promise<MissingField[]> {
  const definitions = await fieldDefinitions(tx, { workspaceId, entity: 'ticket' });
  return missingFields(definitions, { type, values }, 'save');
}
