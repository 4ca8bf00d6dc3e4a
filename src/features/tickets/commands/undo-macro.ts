import type { MacroTrace } from '@/domain/macro/apply-macro';
import { undoMacro } from '@/domain/macro/undo-macro';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { takeBackUnbegun } from '@/features/checklists/commands/take-back';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import { type FieldsMissing, orRefused } from '@/features/tickets/change-refused';
import { findTicket, saveTicket } from '@/features/tickets/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Asked = Readonly<{ ticketId: string; applicationId: string }>;

/**
 * Sets back what the actor's own macro set on a ticket, as far as nobody changed it since, and takes its notes back. Not
 * found when it was somebody else's or is undone already.
 */
export function undoMacroOnTicket(
  ctx: StaffContext,
  { ticketId, applicationId }: Asked,
): Promise<Result<Readonly<{ ticketId: string }>, Readonly<{ code: 'not_found' }> | FieldsMissing>> {
  return orRefused(undo(ctx, { ticketId, applicationId }));
}

function undo(
  ctx: StaffContext,
  { ticketId, applicationId }: Asked,
): Promise<Result<Readonly<{ ticketId: string }>, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });
    const applied = await findApplied(tx, ctx, { ticketId, applicationId });
    if (!applied) return fail({ code: 'not_found' });
    const { trace, ...macro } = applied;
    if (trace.messageIds.length > 0) {
      await tx.message.updateMany({
        where: { workspaceId: ctx.workspaceId, ticketId, id: { in: [...trace.messageIds] } },
        data: { delivery: 'cancelled', deliveryDetail: 'undone' },
      });
    }
    const held = trace.own ? { ...ticket, fields: await ownFields(tx, ctx, ticketId) } : ticket;
    const checklists = await takeBackUnbegun(tx, ctx, { ticketId, ids: trace.checklistIds ?? [] });
    await saveTicket(tx, ctx, undoMacro(held, { macro, trace, checklists, by: ctx.actor, at: ctx.now() }));
    return ok({ ticketId });
  });
}

async function ownFields(tx: Tx, { workspaceId }: StaffContext, id: string) {
  const values = await fieldValuesOf(tx, { workspaceId, entity: 'ticket', ownerIds: [id] });
  return values.get(id) ?? {};
}

async function findApplied(tx: Tx, ctx: StaffContext, { ticketId, applicationId }: Asked) {
  const events = await tx.ticketEvent.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ticketId,
      type: { in: ['macro.applied', 'macro.undone'] },
      data: { path: ['applicationId'], equals: applicationId },
    },
    select: { type: true, data: true, actorKind: true, actorId: true },
    take: 2,
  });
  const [event, undone] = events;
  if (!event || undone || event.type !== 'macro.applied') return null;
  if (event.actorKind !== 'user' || event.actorId !== ctx.actor.id) return null;
  const { macroId, name, trace } = event.data as Readonly<Record<'macroId' | 'name' | 'trace', string>>;
  return { macroId, name, applicationId, trace: JSON.parse(trace) as MacroTrace };
}
