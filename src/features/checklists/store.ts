import { mayOnTicket } from '@/domain/permission/can';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

const shape = {
  id: true,
  ticketId: true,
  title: true,
  items: { select: { id: true, text: true, doneAt: true }, orderBy: { position: 'asc' } },
} as const;

/** The checklist with its items in order, for who may change its ticket; null for everybody else. */
export async function checklistToChange(tx: Tx, ctx: StaffContext, id: string) {
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const list = await tx.checklist.findUnique({ where, select: shape });
  const ticket = list && (await ticketForRule(tx, ctx, list.ticketId));
  return ticket && mayOnTicket(ctx.actor, 'ticket.update', ticket) ? list : null;
}

/** The item with its checklist, for who may change its ticket; null for everybody else. */
export async function itemToChange(tx: Tx, ctx: StaffContext, id: string) {
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const row = await tx.checklistItem.findUnique({ where, select: { checklistId: true } });
  const list = row && (await checklistToChange(tx, ctx, row.checklistId));
  const item = list?.items.find((each) => each.id === id);
  return list && item ? { list, item } : null;
}

/** Writes the order in which the items stand. */
export async function saveOrder(
  tx: Tx,
  { workspaceId }: StaffContext,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update "ChecklistItem" i set position = o.place
    from unnest(${[...ids]}::uuid[]) with ordinality o(id, place)
    where i."workspaceId" = ${workspaceId}::uuid and i.id = o.id`;
}

/** Who ticked an item, and when; both null for one that is open. */
export const tick = ({ actor, now }: StaffContext, done: boolean) =>
  done ? { doneAt: now(), doneById: actor.id } : { doneAt: null, doneById: null };
