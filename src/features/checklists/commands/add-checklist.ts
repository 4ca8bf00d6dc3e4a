import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AddChecklistInput } from '@/features/checklists/inputs';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { fromTemplates } from './from-templates';
import { putChecklist } from './put-checklist';
import type { NewChecklist } from './write-checklist';

type Added = Readonly<{ ticketId: string; checklistId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'input.invalid' | 'checklist.full' }>;

/** Puts a checklist on a ticket, of which there can be twenty: from a template, or with the words that are given. */
export function addChecklist(
  ctx: StaffContext,
  { ticketId, ...wanted }: AddChecklistInput,
): Promise<Result<Added, Refused>> {
  return transaction(ctx, async (tx) => {
    const ticket = await ticketForRule(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.update', ticket)) return fail({ code: 'not_found' });
    const list = await listOf(tx, ctx, wanted);
    if (!list) return fail({ code: wanted.templateId ? 'not_found' : 'input.invalid' });
    const put = await putChecklist(tx, ctx, { ticket, list });
    return put ? ok({ ticketId, checklistId: list.id }) : fail({ code: 'checklist.full' });
  });
}

type Wanted = Omit<AddChecklistInput, 'ticketId'>;

async function listOf(
  tx: Tx,
  ctx: StaffContext,
  { templateId, title, required, items }: Wanted,
): Promise<NewChecklist | undefined> {
  if (templateId) return (await fromTemplates(tx, ctx, [templateId]))[0];
  return title ? { id: ctx.newId(), title, required, items } : undefined;
}
