import { FACT_KINDS } from '@/domain/metrics/facts';
import { SKETCHED } from '@/domain/metrics/sketch-sums';
import { businessMinutes } from '@/features/metrics/business-minutes';
import { changesOf } from '@/features/metrics/save-facts';
import { metricSettings } from '@/features/metrics/settings';
import { countSubjects, SUBJECTS } from '@/features/metrics/subjects';
import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';

type Where = Readonly<{ workspaceId: string; day: string }>;

/** So many tickets, calls … of a day are counted anew. */
const MOST = 2000;
const PORTION = 400;

/** Which kinds of facts are counted of which subject; tickets give all others. */
const SUBJECT_OF: Readonly<Record<string, string>> = {
  call: 'call',
  chat: 'chat',
  asked: 'survey',
  answer: 'survey',
  visit: 'visit',
  presence: 'presence',
  cost: 'cost',
};

/** The subjects of a day whose stored facts are not those that their history gives. What waits to be counted is left out. */
export async function driftedFacts(
  tx: Tx,
  { workspaceId, day }: Where,
): Promise<Readonly<{ checked: number; drifted: readonly string[] }>> {
  const rows = await tx.$queryRaw<{ id: string; kind: string }[]>`
    select "subjectId" as id, min(kind) as kind from "MetricFact" f
    where "workspaceId" = ${workspaceId}::uuid and kind = any(${Object.keys(FACT_KINDS)}::text[])
      and at >= ${day}::date - interval '1 day' and at < ${day}::date + interval '2 days' and day = ${day}::date
      and not exists (select 1 from "MetricChange" c where c."workspaceId" = f."workspaceId" and c."subjectId" = f."subjectId")
    group by 1 order by 1 limit ${MOST}`;
  const { timeZone } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const settings = await metricSettings(tx, workspaceId);
  const counting = {
    workspaceId,
    timeZone,
    settings,
    businessMinutes: await businessMinutes(tx, workspaceId),
  };
  const drifted: string[] = [];
  for (const subject of Object.keys(SUBJECTS)) {
    const ids = rows.filter(({ kind }) => (SUBJECT_OF[kind] ?? 'ticket') === subject).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += PORTION) {
      const counted = await countSubjects(tx, counting, subject, ids.slice(from, from + PORTION));
      const { gone, made } = await changesOf(tx, counting, counted);
      drifted.push(...new Set([...gone, ...made].map(({ subjectId }) => subjectId)));
    }
  }
  return { checked: rows.length, drifted: [...new Set(drifted)] };
}

/** The durations of which the sketch of a day holds another number of values than its sums. */
export function driftedSketches(tx: Tx, { workspaceId, day }: Where): Promise<{ measure: string }[]> {
  return tx.$queryRaw<{ measure: string }[]>`
    with kept as (
      select measure, sum(count)::int as count from "MetricSketch"
      where "workspaceId" = ${workspaceId}::uuid and measure = any(${[...SKETCHED]}::text[]) and grain = 'day'
        and start = ${day}::date
      group by 1
    ), sums as (
      select measure, count from "MetricDay"
      where "workspaceId" = ${workspaceId}::uuid and measure = any(${[...SKETCHED]}::text[]) and dimension = 'all'
        and value = '' and day = ${day}::date
    )
    select measure from sums full join kept using (measure)
    where coalesce(sums.count, 0) <> coalesce(kept.count, 0) order by 1`;
}

type DriftedSum = Readonly<{ measure: string; dimension: string; value: string }>;

/** The sums of a day that are not those of its facts, by a plain count in SQL; the first hundred. */
export function driftedSums(tx: Tx, { workspaceId, day }: Where): Promise<DriftedSum[]> {
  const names = Object.entries(FACT_KINDS).flatMap(([kind, measures]) =>
    measures.map((measure, index) => ({ kind, measure, place: index + 1 })),
  );
  return tx.$queryRaw<DriftedSum[]>`
    with names as (select * from json_to_recordset(${sqlJson(names)}::json) as n(kind text, measure text, place int)),
    facts as (
      select n.measure, d.dimension, d.value, count(*)::int as count, sum(f."values"[n.place]) as sum
      from names n join "MetricFact" f on f."workspaceId" = ${workspaceId}::uuid and f.kind = n.kind
        and f.at >= ${day}::date - interval '1 day' and f.at < ${day}::date + interval '2 days' and f.day = ${day}::date
        and f.excluded is null and f."values"[n.place] is not null
      cross join lateral (
        values ('all', ''), ('channel', coalesce(f.channel, '')), ('account', coalesce(f."channelAccountId"::text, '')),
          ('team', coalesce(f."teamId"::text, '')), ('agent', coalesce(f."agentId"::text, '')),
          ('language', coalesce(f.language, '')), ('priority', coalesce(f.priority, '')), ('type', coalesce(f.type, '')),
          ('tier', coalesce(f.tier, '')), ('hour', f.hour::text)
        union all select 'tag', coalesce(tag.id::text, '') from unnest(
          case when cardinality(f."tagIds") = 0 then array[null::uuid] else f."tagIds" end) as tag(id)
      ) as d(dimension, value)
      group by 1, 2, 3
    ), kept as (
      select d.measure, d.dimension, d.value, d.count, d.sum from names n
      join "MetricDay" d on d."workspaceId" = ${workspaceId}::uuid and d.measure = n.measure and d.day = ${day}::date
      where d.count <> 0
    )
    select measure, dimension, value from facts full join kept using (measure, dimension, value)
    where facts.count is distinct from kept.count or abs(facts.sum - kept.sum) > 0.01
    order by 1, 2, 3 limit 100`;
}
