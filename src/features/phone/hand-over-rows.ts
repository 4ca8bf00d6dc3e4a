import type { Said, Tried } from '@/domain/phone/hand-over';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';

type Of<Row> = Row & Readonly<{ ticketId: string }>;

const MOST_SAID = 30;
const MOST_TRIED = 10;

/**
 * What was said on each of these tickets, by one question: the first word and the newest ones, oldest first. A call has the
 * words of its note, or else what the telephone system wrote down of it; one of which nobody noted anything is left out.
 */
export function saidOn({ db, workspaceId }: StaffContext, ticketIds: readonly string[]): Promise<Of<Said>[]> {
  const worth = sql`
    select y.id, y.direction, y.channel, y."createdAt", y."authorName", y."authorAddress", y."visibleText"
    from "Message" y where y."workspaceId" = ${workspaceId}::uuid and y."ticketId" = w.id
      and y.direction <> 'note' and y."authorKind" <> 'system' and y.automated is null
      and not exists (select 1 from "CallLog" s where s."workspaceId" = y."workspaceId" and s."messageId" = y.id
        and s.note = '' and s.transcript = '')`;
  return db.$queryRaw<Of<Said>[]>(sql`
    with told as (
      select w.id as wanted, x.id, x.direction, x.channel, x."createdAt", c.id is not null as "isCall", c."callbackId",
        coalesce(u.name, nullif(x."authorName", ''), x."authorAddress") as author,
        left(case when c.id is null then x."visibleText" else coalesce(nullif(c.note, ''), c.transcript) end, 20000) as text
      from unnest(${[...ticketIds]}::uuid[]) as w(id)
      cross join lateral (
        (${worth} order by y."createdAt", y.id limit 1)
        union
        (${worth} order by y."createdAt" desc, y.id desc limit ${MOST_SAID})
      ) as x
      left join "CallLog" c on c."workspaceId" = ${workspaceId}::uuid and c."messageId" = x.id
      left join "User" u on u.id = c."agentId" and c.note <> ''
    )
    select wanted as "ticketId", id, direction::text as direction, channel::text as channel, author, text, "createdAt" as at,
      "isCall", "callbackId"
    from told order by "createdAt", id`);
}

/**
 * How often we called on each of these tickets and what it came to, by one question; the newest of each: attempts of callbacks,
 * and calls of our own accord that nobody took, for those stand on the timeline as notes.
 */
export function triedOn(
  { db, workspaceId }: StaffContext,
  ticketIds: readonly string[],
): Promise<Of<Tried>[]> {
  return db.$queryRaw<Of<Tried>[]>`
    select w.id as "ticketId", t.id, t.outcome, coalesce(u.name, '') as author, t.note, t.at, t."callbackId"
    from unnest(${[...ticketIds]}::uuid[]) as w(id)
    cross join lateral (
      (select a.id, a.outcome, a.note, a.at, a."agentId", a."callbackId"
        from "Callback" k
        join "CallbackAttempt" a on a."workspaceId" = k."workspaceId" and a."callbackId" = k.id
        where k."workspaceId" = ${workspaceId}::uuid and k."ticketId" = w.id and a.outcome <> ''
        order by a.at desc, a.id limit ${MOST_TRIED})
      union all
      (select c.id, c.completion::text, c.note, c."startedAt", c."agentId", null::uuid
        from "CallLog" c
        where c."workspaceId" = ${workspaceId}::uuid and c."ticketId" = w.id and c.direction = 'outbound'
          and c."callbackId" is null and c.completion in ('no_answer', 'busy', 'voicemail', 'failed')
        order by c."startedAt" desc, c.id limit ${MOST_TRIED})
    ) as t
    left join "User" u on u.id = t."agentId"
    order by t.at desc, t.id`;
}
