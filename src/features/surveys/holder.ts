import type { Db, Tx } from '@/server/db/client';

type Asked = Readonly<{ workspaceId: string; ticketId: string; at: Date }>;

/** Whose ticket it is, or was: a member and a team that are still there. */
export type Holder = Readonly<{ agentId: string | null; teamId: string | null }>;

/**
 * Who had a ticket at an instant, as its history tells: what was last given before, else what the next change took from, else
 * what stands on it now.
 */
export async function holderAt(db: Db | Tx, { workspaceId, ticketId, at }: Asked): Promise<Holder> {
  const [row] = await db.$queryRaw<Holder[]>`
    with moves as (
      select e.type, e.position, e.at, (e.data->>'from')::uuid as was, (e.data->>'to')::uuid as became from "TicketEvent" e
      where e."workspaceId" = ${workspaceId}::uuid and e."ticketId" = ${ticketId}::uuid
        and e.type in ('ticket.assigned', 'ticket.team_changed')),
    held as (
      select distinct on (type) type, case when at <= ${at} then became else was end as id from moves
      order by type, at > ${at}, case when at <= ${at} then -position else position end)
    select m."userId" as "agentId", g.id as "teamId" from "Ticket" t
    left join held agent on agent.type = 'ticket.assigned'
    left join held team on team.type = 'ticket.team_changed'
    left join "Membership" m on m."workspaceId" = t."workspaceId"
      and m."userId" = case when agent.type is null then t."assigneeId" else agent.id end
    left join "Team" g on g."workspaceId" = t."workspaceId"
      and g.id = case when team.type is null then t."teamId" else team.id end
    where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid`;
  return row ?? { agentId: null, teamId: null };
}

type InChat = Readonly<{ workspaceId: string; ticketId: string }>;

/** The same at the end of the ticket's newest chat, for whoever had taken it; null where none is over. */
export async function holderOfChat(db: Db | Tx, { workspaceId, ticketId }: InChat): Promise<Holder | null> {
  const chat = await db.chatSession.findFirst({
    where: { workspaceId, ticketId, state: 'ended', endedAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    select: { endedAt: true, acceptedById: true },
  });
  if (!chat?.endedAt) return null;
  const holder = await holderAt(db, { workspaceId, ticketId, at: chat.endedAt });
  return { ...holder, agentId: chat.acceptedById ?? holder.agentId };
}
