import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from '@/domain/ticket/reply';
import type { Ticket } from '@/domain/ticket/ticket';
import { moveByTrash, type TicketPatch, updateTicket } from '@/domain/ticket/update';
import {
  type ReadFields,
  readFieldPatch,
  type WrongFields,
} from '@/features/fields/commands/read-field-patch';
import { type FieldsMissing, orRefused } from '@/features/tickets/change-refused';
import type { DeskUpdateInput } from '@/features/tickets/inputs';
import { type Replaced, replacedFields } from '@/features/tickets/replaced-fields';
import { findTicket, findWithTrash, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Changed = Readonly<{
  ticketId: string;
  replaced: readonly Replaced[];
}>;
type Refused = Readonly<{ code: 'not_found' | 'snooze.past' }> | TicketClosed | WrongFields;

/**
 * Sets any of a ticket's fields; of two writers of one field, the last one stands. An assignee or team that is not of
 * this workspace reads as not found, as does a ticket in the trash until it is taken out, and a time to wake up that is over is refused.
 */
export function changeTicket(
  ctx: StaffContext,
  input: DeskUpdateInput,
): Promise<Result<Changed, Refused | FieldsMissing>> {
  return orRefused(transaction(ctx, (tx) => change(tx, ctx, input)));
}

async function change(
  tx: Tx,
  ctx: StaffContext,
  {
    ticketId,
    tags,
    addTags = [],
    removeTags = [],
    seen = {},
    fields: own = {},
    trash,
    ...fields
  }: DeskUpdateInput,
): Promise<Result<Changed, Refused>> {
  if (trash !== undefined) return moveTrash(tx, ctx, { ticketId, trash });
  const ticket = await findTicket(tx, ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.update', ticket)) return fail({ code: 'not_found' });
  if (!(await areHere(tx, ctx, fields))) return fail({ code: 'not_found' });
  if (fields.snoozedUntil && fields.snoozedUntil <= ctx.now()) return fail({ code: 'snooze.past' });
  const read = await readFieldPatch(tx, ctx, { entity: 'ticket', ownerId: ticketId, given: own });
  if (!read.ok) return read;

  const tagIds = tags
    ? await tagIdsOf(tx, ctx, tags)
    : await tagsAfter(tx, ctx, { ticket, addTags, removeTags });
  const changed = updateTicket(...withFields(ticket, { ...fields, tagIds }, read.value), {
    by: ctx.actor,
    at: ctx.now(),
  });
  if (!changed.ok) return changed;
  const replaced = await replacedFields(tx, ctx, { ticket, fields, own: read.value, seen });
  await saveTicket(tx, ctx, changed.value);
  return ok({ ticketId, replaced });
}

type Moved = Readonly<{ ticketId: string; trash: boolean }>;

async function moveTrash(
  tx: Tx,
  ctx: StaffContext,
  { ticketId, trash }: Moved,
): Promise<Result<Changed, Refused>> {
  const ticket = await findWithTrash(tx, ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.delete', ticket)) return fail({ code: 'not_found' });
  await saveTicket(tx, ctx, moveByTrash(ticket, trash, { by: ctx.actor, at: ctx.now() }));
  return ok({ ticketId, replaced: [] });
}

/** A ticket and a patch with the workspace's own fields, where any of them is set. */
export function withFields(
  ticket: Ticket,
  patch: TicketPatch,
  { before, patch: own }: ReadFields,
): [Ticket, TicketPatch] {
  if (Object.keys(own).length === 0) return [ticket, patch];
  return [
    { ...ticket, fields: before },
    { ...patch, fields: own },
  ];
}

type Tagging = Readonly<{ ticket: Ticket; addTags: readonly string[]; removeTags: readonly string[] }>;

async function tagsAfter(tx: Tx, ctx: StaffContext, { ticket, addTags, removeTags }: Tagging) {
  const added = await tagIdsOf(tx, ctx, addTags);
  if (removeTags.length === 0) return [...ticket.tagIds, ...added];
  const { workspaceId } = ctx;
  const removed = await tx.tag.findMany({
    where: { workspaceId, name: { in: [...removeTags] } },
    select: { id: true },
  });
  const gone = new Set(removed.map(({ id }) => id));
  return [...ticket.tagIds, ...added].filter((id) => !gone.has(id));
}

type Owners = Readonly<{ assigneeId?: string | null | undefined; teamId?: string | null | undefined }>;

/** True when the assignee is an active member and the team a team of this workspace, as far as they are given. */
export async function areHere(
  tx: Tx,
  ctx: Pick<StaffContext, 'workspaceId'>,
  { assigneeId, teamId }: Owners,
): Promise<boolean> {
  const { workspaceId } = ctx;
  const assignee =
    !assigneeId ||
    (await tx.membership.findFirst({
      where: { workspaceId, userId: assigneeId, deactivatedAt: null },
      select: { userId: true },
    }));
  const team =
    !teamId || (await tx.team.findFirst({ where: { workspaceId, id: teamId }, select: { id: true } }));
  return Boolean(assignee && team);
}
