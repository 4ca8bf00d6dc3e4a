import type { Presence } from '@/domain/metrics/presence-facts';
import type { Asked, Named } from '@/features/metrics/load-lines';
import type { Tx } from '@/server/db/client';

type Row = Named<Omit<Presence, 'busy'>> & Readonly<{ busy: readonly [number, number][] }>;

/** Stretches of presence of these ids that are over, for the first team of the person by name, with their calls and chats. */
export async function loadPresence(tx: Tx, { workspaceId, ids }: Asked): Promise<Named<Presence>[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p."userId", p.state::text, p."fromAt" as from, p."untilAt" as until,
      (select m."teamId" from "TeamMember" m join "Team" t on t."workspaceId" = m."workspaceId" and t.id = m."teamId"
        where m."workspaceId" = p."workspaceId" and m."userId" = p."userId" order by t.name limit 1) as "teamId",
      coalesce((select json_agg(json_build_array(extract(epoch from b.begins) * 1000, extract(epoch from b.ends) * 1000))
        from (
          select coalesce(l."endedAt", l."startedAt") - make_interval(secs => l."talkSeconds" + l."holdSeconds") as begins,
            coalesce(l."endedAt", l."startedAt") + make_interval(secs => l."wrapUpSeconds") as ends
          from "CallLog" l where l."workspaceId" = p."workspaceId" and l."agentId" = p."userId" and l.status = 'ended'
            and l.completion = 'completed' and l.direction <> 'internal' and l."startedAt" < p."untilAt"
            and l."startedAt" > p."fromAt" - interval '1 day'
          union all
          select s."acceptedAt", s."endedAt" from "ChatSession" s
          where s."workspaceId" = p."workspaceId" and s."acceptedById" = p."userId" and not s.offline and s."ticketId" is not null
            and s."acceptedAt" < p."untilAt" and s."endedAt" > p."fromAt"
        ) b where b.begins < p."untilAt" and b.ends > p."fromAt"), '[]') as busy
    from "PresenceSpan" p
    where p."workspaceId" = ${workspaceId}::uuid and p.id = any(${[...ids]}::uuid[]) and p."untilAt" is not null`;
  return rows.map(({ busy, ...row }) => ({
    ...row,
    busy: busy.map(([from, until]) => ({ from: new Date(from), until: new Date(until) })),
  }));
}
