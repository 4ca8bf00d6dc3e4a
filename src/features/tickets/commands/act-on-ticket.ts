import type { ActionPatch } from '@/domain/action/decide-actions';
import { fail, ok, type Result } from '@/domain/shared/result';
import { type Opening, openTicket } from '@/domain/ticket/receive';
import type { TicketClosed } from '@/domain/ticket/reply';
import type { NewMessage, Ticket, TicketEvent } from '@/domain/ticket/ticket';
import { updateTicket } from '@/domain/ticket/update';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import { type FieldsMissing, orRefused } from '@/features/tickets/change-refused';
import { findTicket, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { areHere, withFields } from './update-ticket';

/** A ticket as a rule finds it; null when it is gone. */
export const ticketForRule = (tx: Tx, ctx: Context, id: string): Promise<Ticket | null> =>
  findTicket(tx, ctx, id);

type Patched = Readonly<{ ticketId: string; patch: ActionPatch }>;
type Refused = Readonly<{ code: 'not_found' }> | TicketClosed | WrongFields;

/** Sets what a rule sets, in the caller's transaction and one save; nothing is saved when nothing changes. */
export function patchTicket(
  tx: Tx,
  ctx: Context,
  patched: Patched,
): Promise<Result<null, Refused | FieldsMissing>> {
  return orRefused(set(tx, ctx, patched));
}

async function set(
  tx: Tx,
  ctx: Context,
  { ticketId, patch: { addTags = [], removeTags = [], own, ...fields } }: Patched,
): Promise<Result<null, Refused>> {
  const ticket = await findTicket(tx, ctx, ticketId);
  if (!ticket || !(await areHere(tx, ctx, fields))) return fail({ code: 'not_found' });
  const read = await readFieldPatch(tx, ctx, { entity: 'ticket', ownerId: ticketId, given: own });
  if (!read.ok) return read;
  const added = await tagIdsOf(tx, ctx, addTags);
  const gone = await idsOfKnown(tx, ctx, removeTags);
  const tagIds = [...ticket.tagIds, ...added].filter((id) => !gone.includes(id));
  const patch = withFields(ticket, { ...fields, tagIds }, read.value);
  const change = updateTicket(...patch, { by: ctx.actor, at: ctx.now() });
  if (!change.ok) return change;
  await saveTicket(tx, ctx, change.value);
  return ok(null);
}

async function idsOfKnown(tx: Tx, { workspaceId }: Context, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const tags = await tx.tag.findMany({
    where: { workspaceId, name: { in: [...names] } },
    select: { id: true },
  });
  return tags.map(({ id }) => id);
}

/** Writes a fact on a ticket of which no field changes, in the caller's transaction. */
export function noteFact(
  tx: Tx,
  ctx: Context,
  { ticket, event }: Readonly<{ ticket: Ticket; event: TicketEvent }>,
): Promise<void> {
  return saveTicket(tx, ctx, {
    before: ticket,
    after: ticket,
    events: [event],
    by: ctx.actor,
    at: ctx.now(),
  });
}

type Said = Readonly<{ ticket: Ticket; message: NewMessage }>;

/** Puts what the product itself says on a ticket. It moves no clock, and the ticket's state stays as it is. */
export function sayOnTicket(tx: Tx, ctx: Context, { ticket, message }: Said): Promise<void> {
  const events = [{ type: 'message.added', message } as const];
  return saveTicket(tx, ctx, { before: ticket, after: ticket, events, by: ctx.actor, at: ctx.now() });
}

/** Opens a ticket that hangs on another one; gives it as it is now. */
export async function openLinkedTicket(
  tx: Tx,
  ctx: Context,
  { opening, message }: Readonly<{ opening: Opening; message: NewMessage }>,
): Promise<Ticket> {
  const change = openTicket(opening, { message, by: ctx.actor, at: ctx.now() });
  await saveTicket(tx, ctx, change);
  return change.after;
}
