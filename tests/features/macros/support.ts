import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import type { StaffContext } from '@/server/context';

type Over = Partial<Parameters<typeof macroInput.parse>[0] & object> & Record<string, unknown>;

/** A macro as a form would send it. */
export const macroFor = (over: Over = {}) =>
  macroInput.parse({ name: 'Refund', audience: 'everyone', texts: { en: '<p>Hello</p>' }, ...over });

/** Saves a macro and gives its id. */
export async function newMacro(ctx: StaffContext, over: Over = {}): Promise<string> {
  const saved = await saveMacro(ctx, macroFor(over));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.macroId;
}
