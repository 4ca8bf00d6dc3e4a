import { z } from 'zod';
import { macroFields } from './commands/macro-fields';

/** Without an id it is a new macro, last in order. */
export const macroInput = z.intersection(
  macroFields,
  z.object({
    id: z.uuid().optional(),
    /** The version that the form showed; absent: whatever stands there is replaced. */
    version: z.int().optional(),
  }),
);
export type MacroInput = z.output<typeof macroInput>;

export const macroIdInput = z.object({ macroId: z.uuid() });
export type MacroIdInput = z.output<typeof macroIdInput>;

export const activateMacroInput = z.object({ macroId: z.uuid(), active: z.boolean() });
export type ActivateMacroInput = z.output<typeof activateMacroInput>;

export const favouriteMacroInput = z.object({ macroId: z.uuid(), favourite: z.boolean() });
export type FavouriteMacroInput = z.output<typeof favouriteMacroInput>;

/** Macros of one list in their new order. */
export const macroOrderInput = z.object({ macroIds: z.array(z.uuid()).min(1).max(1000) });
export type MacroOrderInput = z.output<typeof macroOrderInput>;

/** What of a macro is not applied: its status stays for the answer that a person is about to send. */
export const applyMacroInput = z.object({
  ticketId: z.uuid(),
  macroId: z.uuid(),
  leaveStatus: z.boolean().default(false),
});
export type ApplyMacroInput = z.output<typeof applyMacroInput>;

export const undoMacroInput = z.object({ ticketId: z.uuid(), applicationId: z.uuid() });

export const macroTextInput = z.object({ ticketId: z.uuid(), macroId: z.uuid() });
export type MacroTextInput = z.output<typeof macroTextInput>;

/** The text of a file that an export made, here or elsewhere; all of it comes under one audience. */
export const importMacrosInput = z.object({
  json: z.string().min(2).max(2_000_000),
  audience: z.enum(['personal', 'everyone']),
});
export type ImportMacrosInput = z.output<typeof importMacrosInput>;
