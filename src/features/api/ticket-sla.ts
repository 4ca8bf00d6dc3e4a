import { type Sql, sql } from '@/server/db/sql';

const FORMAT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const instant = (column: Sql): Sql => sql`to_char(${column} at time zone 'UTC', ${FORMAT})`;

/** When the clock `k` was missed, also while the sweep has not seen it yet. */
const lateAt = (now: Date): Sql => sql`coalesce(k."breachedAt", case
  when k."fulfilledAt" is null and k."cancelledAt" is null and k."dueAt" < ${now}::timestamptz then k."dueAt" end)`;

/** What is promised on the ticket `t`, as the API shows it; states are those of `stateOf`, and what is late is late at once. */
export const ticketSla = (now: Date): Sql => sql`json_build_object(
  'policy', (select json_build_object('id', p.id, 'name', p.name) from "SlaPolicy" p
    where p."workspaceId" = t."workspaceId" and p.id = t."slaPolicyId"),
  'nextDueAt', ${instant(sql`t."nextDueAt"`)},
  'nextDueMetric', t."nextDueMetric",
  'clocks', coalesce((
    select json_agg(json_build_object('metric', k.metric, 'sequence', k.sequence,
      'state', case
        when k."cancelledAt" is not null then 'cancelled'
        when k."fulfilledAt" is null then case when k."runningSince" is null then 'paused' else 'running' end
        when k."breachedAt" is not null then 'missed'
        when k.reason in ('no_reply', 'before_policy') then 'uncounted'
        else 'met' end,
      'targetMinutes', (k.target / 60000)::int,
      'startedAt', ${instant(sql`k."startedAt"`)}, 'dueAt', ${instant(sql`k."dueAt"`)},
      'breachedAt', ${instant(lateAt(now))}, 'fulfilledAt', ${instant(sql`k."fulfilledAt"`)},
      'cancelledAt', ${instant(sql`k."cancelledAt"`)}, 'reason', k.reason) order by k."startedAt", k.id)
    from "SlaClock" k where k."workspaceId" = t."workspaceId" and k."ticketId" = t.id
  ), '[]'::json))`;
