import { saveField } from '@/features/fields/commands/save-field';
import { fieldInput } from '@/features/fields/inputs';
import type { StaffContext } from '@/server/context';

type Over = Partial<Parameters<typeof fieldInput.parse>[0] & object> & Record<string, unknown>;

/** A field as the form sends it: a text of tickets, unless said otherwise. */
export const fieldFor = (over: Over = {}) =>
  fieldInput.parse({
    entity: 'ticket',
    key: 'order_number',
    kind: 'text',
    names: { en: 'Order number' },
    ...over,
  });

/** Saves a field and gives its id. */
export async function newField(ctx: StaffContext, over: Over = {}): Promise<string> {
  const saved = await saveField(ctx, fieldFor(over));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.fieldId;
}
