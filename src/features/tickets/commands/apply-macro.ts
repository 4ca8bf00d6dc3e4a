import { applyMacro } from '@/domain/macro/apply-macro';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from '@/domain/ticket/reply';
import type { TicketChange } from '@/domain/ticket/ticket';
import type { TicketPatch } from '@/domain/ticket/update';
import {
  type NewChecklist,
  roomForChecklists,
  writeChecklist,
} from '@/features/checklists/commands/write-checklist';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import { type FieldsMissing, orRefused } from '@/features/tickets/change-refused';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { withFields } from './update-ticket';

/** What a macro comes to on this ticket; tags are names, and notes are HTML. */
export type MacroOnTicket = Readonly<{
  ticketId: string;
  macro: Readonly<{ id: string; name: string }>;
  patch: Omit<TicketPatch, 'tagIds' | 'fields'>;
  /** Of the workspace's own fields, by their ids, as typed. */
  own: Readonly<Record<string, string>>;
  addTags: readonly string[];
  removeTags: readonly string[];
  notes: readonly string[];
  checklists: readonly NewChecklist[];
}>;

/** `applicationId` is what `undoMacroOnTicket` asks for; null when nothing had to change. */
type Applied = Readonly<{ applicationId: string | null }>;

/** Changes a ticket as a macro says, in one save, as part of the caller's transaction. Drafts are left alone. */
export function applyMacroToTicket(
  tx: Tx,
  ctx: StaffContext,
  effect: MacroOnTicket,
): Promise<Result<Applied, Refused | FieldsMissing>> {
  return orRefused(apply(tx, ctx, effect));
}

type Refused = Readonly<{ code: 'not_found' }> | TicketClosed | WrongFields;

async function apply(tx: Tx, ctx: StaffContext, effect: MacroOnTicket): Promise<Result<Applied, Refused>> {
  const ticket = await findTicket(tx, ctx, effect.ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });
  const { addTags, removeTags, macro, own } = effect;
  const read = await readFieldPatch(tx, ctx, { entity: 'ticket', ownerId: ticket.id, given: own });
  if (!read.ok) return read;
  const added = await tagIdsOf(tx, ctx, addTags);
  const gone = new Set(await idsOfKnown(tx, ctx, removeTags));
  const tagIds = [...ticket.tagIds, ...added].filter((id) => !gone.has(id));
  const notes = effect.notes.map((html) =>
    staffMessage(ctx, { html, direction: 'note', channel: ticket.channel, attachmentIds: [] }),
  );
  const room = effect.checklists.length > 0 ? await roomForChecklists(tx, ctx, ticket.id) : 0;
  const checklists = effect.checklists.slice(0, room);
  const applicationId = ctx.newId();
  const [held, patch] = withFields(ticket, { ...effect.patch, tagIds }, read.value);
  const change = applyMacro(held, {
    macro: { ...macro, applicationId },
    patch,
    notes,
    checklists,
    by: ctx.actor,
    at: ctx.now(),
  });
  if (!change.ok) return change;
  await saveWithLists(tx, ctx, { ticketId: ticket.id, checklists, change: change.value });
  return ok({ applicationId: change.value.events.length > 0 ? applicationId : null });
}

type WithLists = Readonly<{ ticketId: string; checklists: readonly NewChecklist[]; change: TicketChange }>;

/** First the lists: one that must be done holds up a macro that solves as well, and then none of them is there. */
async function saveWithLists(
  tx: Tx,
  ctx: StaffContext,
  { ticketId, checklists, change }: WithLists,
): Promise<void> {
  if (checklists.length === 0) return saveTicket(tx, ctx, change);
  await tx.$executeRaw`savepoint before_lists`;
  for (const list of checklists) await writeChecklist(tx, ctx, { ticketId, list });
  try {
    await saveTicket(tx, ctx, change);
  } catch (error) {
    await tx.$executeRaw`rollback to savepoint before_lists`;
    throw error;
  }
}

async function idsOfKnown(tx: Tx, { workspaceId }: StaffContext, names: readonly string[]) {
  if (names.length === 0) return [];
  const tags = await tx.tag.findMany({
    where: { workspaceId, name: { in: [...names] } },
    select: { id: true },
  });
  return tags.map(({ id }) => id);
}
