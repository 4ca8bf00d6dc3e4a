import { mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** A ticket as macros look at it; null when the actor may not write so much as a note on it. */
export async function visibleTicket(db: Db | Tx, ctx: StaffContext, id: string) {
  const { workspaceId } = ctx;
  const row = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      subject: true,
      status: true,
      priority: true,
      type: true,
      language: true,
      requesterId: true,
      assigneeId: true,
      teamId: true,
      assignee: { select: { user: { select: { name: true } } } },
      team: { select: { name: true } },
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tagId: 'asc' } },
    },
  });
  if (!row || !mayOnTicket(ctx.actor, 'ticket.note', row)) return null;
  const { assignee, team, tags, ...ticket } = row;
  return {
    ...ticket,
    assignee: assignee?.user.name ?? null,
    team: team?.name ?? null,
    tags: tags.map(({ tag }) => tag.name),
  };
}

export type MacroTicket = NonNullable<Awaited<ReturnType<typeof visibleTicket>>>;
