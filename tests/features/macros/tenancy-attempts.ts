import { activateMacro } from '@/features/macros/commands/activate-macro';
import { applyMacro } from '@/features/macros/commands/apply-macro';
import { copyMacro } from '@/features/macros/commands/copy-macro';
import { deleteMacro } from '@/features/macros/commands/delete-macro';
import { favouriteMacro } from '@/features/macros/commands/favourite-macro';
import { orderMacros } from '@/features/macros/commands/order-macros';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { undoMacroOnTicket } from '@/features/tickets/commands/undo-macro';
import { createTicketInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { macroFor, newMacro } from './support';

type Other = Readonly<{ macroId: string; ticketId: string; teamId: string; applicationId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<unknown>;

/** What another workspace has of macros: one, and one that was applied. */
export async function macroRows(owner: StaffContext) {
  const macroId = await newMacro(owner, { actions: [{ kind: 'set_priority', priority: 'low' }] });
  const ticketId = await ownTicket(owner);
  const applied = await applyMacro(owner, { ticketId, macroId, leaveStatus: false });
  return { macroId, applicationId: (applied.ok && applied.value.applicationId) || '' };
}

async function ownTicket(ctx: StaffContext): Promise<string> {
  const requester = { email: 'anna@customer.test' };
  const made = await createTicket(
    ctx,
    createTicketInput.parse({ subject: 'x', requester, html: '<p>x</p>' }),
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value.ticketId;
}

/** Each action on macros with the names of another workspace. */
export const MACRO_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveMacro: [
    (ctx, { macroId }) => saveMacro(ctx, macroFor({ id: macroId })),
    (ctx, { teamId }) => saveMacro(ctx, macroFor({ audience: 'team', teamId })),
  ],
  deleteMacro: [(ctx, { macroId }) => deleteMacro(ctx, { macroId })],
  copyMacro: [(ctx, { macroId }) => copyMacro(ctx, { macroId })],
  activateMacro: [(ctx, { macroId }) => activateMacro(ctx, { macroId, active: false })],
  favouriteMacro: [(ctx, { macroId }) => favouriteMacro(ctx, { macroId, favourite: true })],
  orderMacros: [(ctx, { macroId }) => orderMacros(ctx, { macroIds: [macroId] })],
  applyMacro: [
    async (ctx, { macroId }) =>
      applyMacro(ctx, { ticketId: await ownTicket(ctx), macroId, leaveStatus: false }),
    async (ctx, { ticketId }) =>
      applyMacro(ctx, { ticketId, macroId: await newMacro(ctx), leaveStatus: false }),
  ],
  undoMacroOnTicket: [
    async (ctx, { applicationId }) =>
      undoMacroOnTicket(ctx, { ticketId: await ownTicket(ctx), applicationId }),
    (ctx, { ticketId, applicationId }) => undoMacroOnTicket(ctx, { ticketId, applicationId }),
  ],
};
