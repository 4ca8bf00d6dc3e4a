import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { TicketClosed } from '@/domain/ticket/reply';
import type { Ticket } from '@/domain/ticket/ticket';
import { type TicketPatch, updateTicket } from '@/domain/ticket/update';
import type { DeskUpdateInput } from '@/features/tickets/inputs';
import { findTicket, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Changed = Readonly<{
  ticketId: string;
  /** Fields in which somebody else had set another value than the writer saw; the writer's stands now. */
  replaced: readonly string[];
}>;
type Refused = Readonly<{ code: 'not_found' }> | TicketClosed;

/**
 * Sets any of a ticket's fields; of two writers of one field, the last one stands. An assignee or team that is not of
 * this workspace reads as not found.
 */
export function changeTicket(
  ctx: StaffContext,
  { ticketId, tags, addTags = [], removeTags = [], seen = {}, ...fields }: DeskUpdateInput,
): Promise<Result<Changed, Refused>> {
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.update', ticket)) return fail({ code: 'not_found' });
    if (!(await areHere(tx, ctx, fields))) return fail({ code: 'not_found' });

    const tagIds = tags
      ? await tagIdsOf(tx, ctx, tags)
      : await tagsAfter(tx, ctx, { ticket, addTags, removeTags });
    const patch: TicketPatch = { ...fields, tagIds };
    const change = updateTicket(ticket, patch, { by: ctx.actor, at: ctx.now() });
    if (!change.ok) return change;
    await saveTicket(tx, ctx, change.value);
    return ok({ ticketId, replaced: replacedFields(ticket, fields, seen) });
  });
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

function replacedFields(ticket: Ticket, fields: object, seen: Readonly<Record<string, unknown>>): string[] {
  const before: Readonly<Record<string, unknown>> = { ...ticket };
  return Object.entries(fields)
    .filter(([field, value]) => value !== undefined && field in seen)
    .filter(([field, value]) => before[field] !== seen[field] && before[field] !== value)
    .map(([field]) => field);
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
