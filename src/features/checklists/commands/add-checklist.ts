import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { AddChecklistInput } from '@/features/checklists/inputs';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

const MOST = 20;
type Refused = Readonly<{ code: 'not_found' | 'checklist.full' }>;

/** Puts a checklist on a ticket, of which there can be twenty. */
export function addChecklist(
  ctx: StaffContext,
  { ticketId, title, required, items }: AddChecklistInput,
): Promise<Result<Readonly<{ ticketId: string; checklistId: string }>, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await ticketForRule(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.update', ticket)) return fail({ code: 'not_found' });
    const there = await tx.checklist.count({ where: { workspaceId, ticketId } });
    if (there >= MOST) return fail({ code: 'checklist.full' });
    const checklistId = ctx.newId();
    await tx.checklist.create({
      data: { workspaceId, id: checklistId, ticketId, title, required, createdAt: ctx.now() },
      select: { id: true },
    });
    await tx.checklistItem.createMany({
      data: items.map((text, index) => ({
        ...{ workspaceId, id: ctx.newId(), checklistId, text, position: index + 1 },
      })),
    });
    await recordFactIn(tx, ctx, { ticketId, event: { type: 'checklist.added', checklistId, title } });
    return ok({ ticketId, checklistId });
  });
}
