import { fitsOwnField, isTicketField, ticketFieldId } from '@/domain/condition/own-fields';
import { readFieldValue } from '@/domain/field/value';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Asked = Readonly<{
  /** Comparisons of a condition. */
  asks: readonly Readonly<{ field: string; operator: string; values?: readonly string[] | undefined }>[];
  /** What actions set, as typed. */
  sets?: readonly Readonly<{ fieldId: string; value: string }>[];
  /** Conditions of triggers may ask what changed. */
  mayAskForChange: boolean;
}>;

/**
 * The first field of the workspace's own that is not here, cannot be asked so, or cannot hold what it is set to; null when all
 * is well. One query where any is named, else none.
 */
export async function wrongOwnField(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { asks, sets = [], mayAskForChange }: Asked,
): Promise<string | null> {
  const own = asks.filter(({ field }) => isTicketField(field));
  if (own.length + sets.length === 0) return null;
  const definitions = (await fieldDefinitions(tx, { workspaceId, entity: 'ticket' })).filter(
    ({ archived }) => !archived,
  );
  const fieldOf = (id: string) => definitions.find((each) => each.id === id);
  const asked = own.find(({ field, ...comparison }) => {
    const found = isTicketField(field) && fieldOf(ticketFieldId(field));
    return !found || !fitsOwnField(found, comparison, mayAskForChange);
  });
  if (asked) return asked.field;
  const set = sets.find(({ fieldId, value }) => {
    const found = fieldOf(fieldId);
    return !found || !readFieldValue(found, found.kind === 'multi_choice' ? value.split(',') : value).ok;
  });
  return set?.fieldId ?? null;
}
