import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';

type World = Pick<Context, 'db' | 'now'>;

const PORTION = 500;
const MOST_PORTIONS = 100;

/** Days for which what was settled late is kept all the same, since it may have been set aside by mistake. */
const GRACE_DAYS = 7;

/** Of recordings, where a workspace has not said otherwise. */
const RECORDING_DAYS = 90;

/**
 * Lets go of what came in, as it came, once its time is over, in every workspace; gives how many there were. What telephone
 * systems tell is kept no longer than recordings. What waits for an admin has its own, longer time, and what has not been
 * understood yet stays. Several workers share the work.
 */
export async function forgetSources({ db, now }: World): Promise<number> {
  let total = 0;
  for (let portion = 0; portion < MOST_PORTIONS; portion++) {
    const emptied = await empty(db, now(), due(now()));
    total += emptied;
    if (emptied < PORTION) break;
  }
  return total;
}

/** The same at once, for all that stands on the tickets of these customers. */
export function forgetSourcesOf(
  tx: Tx,
  ...[{ workspaceId, now }, customerIds]: [Pick<Context, 'workspaceId' | 'now'>, readonly string[]]
): Promise<number> {
  return empty(
    tx,
    now(),
    sql`
    select r."workspaceId", r.id from "Ticket" t
    join "Message" m on m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
    join "RawInbound" r on r."workspaceId" = m."workspaceId" and r.id = m."rawInboundId"
    where t."workspaceId" = ${workspaceId}::uuid and t."requesterId" = any(${[...customerIds]}::uuid[])
      and r.state in ('processed', 'discarded') and r."emptiedAt" is null`,
  );
}

/** The same for what these messages came from. */
export function forgetSourcesOfMessages(
  tx: Tx,
  ...[{ workspaceId, now }, messageIds]: [Pick<Context, 'workspaceId' | 'now'>, readonly string[]]
): Promise<number> {
  return empty(
    tx,
    now(),
    sql`
    select distinct r."workspaceId", r.id from "Message" m
    join "RawInbound" r on r."workspaceId" = m."workspaceId" and r.id = m."rawInboundId"
    where m."workspaceId" = ${workspaceId}::uuid and m.id = any(${[...messageIds]}::uuid[]) and r."emptiedAt" is null`,
  );
}

/** The same for what came from these mail addresses and stands on no ticket. */
export function forgetSourcesFrom(
  tx: Tx,
  ...[{ workspaceId, now }, addresses]: [Pick<Context, 'workspaceId' | 'now'>, readonly string[]]
): Promise<number> {
  return empty(
    tx,
    now(),
    sql`
    select r."workspaceId", r.id from "RawInbound" r
    where r."workspaceId" = ${workspaceId}::uuid and lower(r."envelopeFrom") = any(${[...addresses]}::text[])
      and r.state <> 'received' and r."emptiedAt" is null`,
  );
}

/** A portion of what is over, the oldest of each channel first. */
function due(at: Date): Sql {
  const before = (days: Sql) => sql`${at}::timestamptz - make_interval(days => ${days})`;
  return sql`
    select k."workspaceId", k.id from "ChannelAccount" a
    join "Workspace" w on w.id = a."workspaceId"
    left join "PhoneSettings" p on p."workspaceId" = a."workspaceId"
    cross join lateral (select case when a.channel = 'phone'
      then least(w."sourceDays", coalesce(p."recordingDays", ${RECORDING_DAYS}::int)) else w."sourceDays" end as days) own
    cross join lateral (values ('processed'::"InboundState", own.days), ('discarded', own.days),
      ('held', greatest(w."heldDays", own.days))) s(state, days)
    cross join lateral (
      select i."workspaceId", i.id from "RawInbound" i
      where i."workspaceId" = a."workspaceId" and i."channelAccountId" = a.id and i.state = s.state
        and i."emptiedAt" is null and i."receivedAt" < ${before(sql`s.days`)}
        and (i.state = 'held' or i."processedAt" is null
          or i."processedAt" < ${before(sql`least(s.days, ${GRACE_DAYS}::int)`)})
      order by i."receivedAt" limit ${PORTION} for update skip locked) k
    limit ${PORTION}`;
}

/** Takes the bytes of these and all that says who sent them; calls that waited for their thread are not read again. */
async function empty(tx: Tx, at: Date, which: Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(sql`
    with due as (${which}), emptied as (
      update "RawInbound" r
      set bytes = ''::bytea, sha256 = '', headers = null, "envelopeFrom" = null, "envelopeTo" = '{}', "remoteAddress" = '',
        "emptiedAt" = ${at}::timestamptz, state = case when r.state = 'held' then 'discarded' else r.state end,
        reason = case when r.state = 'held' then 'not_looked_at' else split_part(r.reason, ': ', 1) end
      from due where r."workspaceId" = due."workspaceId" and r.id = due.id
      returning r."workspaceId", r.id
    ), echoes as (
      delete from "WaitingEcho" e using emptied
      where e."workspaceId" = emptied."workspaceId" and e."rawInboundId" = emptied.id
    )
    select count(*)::int as count from emptied`);
  return row?.count ?? 0;
}
