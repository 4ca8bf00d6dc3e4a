import { type DaySum, dayChanges, type PlacedFact } from '@/domain/metrics/day-sums';
import { type Fact, placeOf } from '@/domain/metrics/facts';
import { SKETCH_BASE } from '@/domain/metrics/percentiles';
import { SKETCHED, type SketchSum, sketchChanges } from '@/domain/metrics/sketch-sums';
import { type ZoneClock, zoneClock } from '@/domain/sla/zone';
import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Facts by the subject that they are counted of. */
export type Counted = ReadonlyMap<string, readonly Fact[]>;
type Subject = PlacedFact & Readonly<{ subjectId: string }>;
type Where = Readonly<{ workspaceId: string; timeZone: string }>;

type Changes = Readonly<{ gone: readonly Subject[]; made: readonly Subject[] }>;

/**
 * Makes the stored facts of these subjects the given ones, and the sums and sketches of the days agree with them, in the caller's
 * transaction. Facts that are the same are not touched. Gives how many came or went.
 */
export async function saveFacts(tx: Tx, where: Where, counted: Counted): Promise<number> {
  const { workspaceId } = where;
  const { gone, made } = await changesOf(tx, where, counted);
  await removeFacts(tx, workspaceId, gone);
  await addFacts(tx, workspaceId, made);
  const changes = [
    ...gone.map((fact) => ({ fact, sign: -1 as const })),
    ...made.map((fact) => ({ fact, sign: 1 as const })),
  ];
  await addToDays(tx, workspaceId, dayChanges(changes));
  await addToSketches(tx, workspaceId, sketchChanges(changes));
  return gone.length + made.length;
}

/** Which stored facts of these subjects are not among the given ones, and which of those are not stored. */
export async function changesOf(
  tx: Tx,
  { workspaceId, timeZone }: Where,
  counted: Counted,
): Promise<Changes> {
  const clock = clockOf(timeZone);
  const fresh = [...counted].flatMap(([subjectId, facts]) =>
    facts.map((fact) => ({ ...placed(clock, fact), subjectId })),
  );
  const before = await storedFacts(tx, workspaceId, [...counted.keys()]);
  const known = new Map(before.map((fact) => [keyOf(fact), fact]));
  const wanted = new Map(fresh.map((fact) => [keyOf(fact), fact]));
  return {
    gone: before.filter((fact) => !isSame(fact, wanted.get(keyOf(fact)))),
    made: fresh.filter((fact) => !isSame(fact, known.get(keyOf(fact)))),
  };
}

const clocks = new Map<string, ZoneClock>();

function clockOf(timeZone: string): ZoneClock {
  const clock = clocks.get(timeZone) ?? zoneClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

function placed(clock: ZoneClock, fact: Fact): PlacedFact {
  const local = fact.at.getTime() + clock(fact.at.getTime());
  const values = fact.values.map((value) => (value === null ? null : rounded(value)));
  const day = new Date(local).toISOString().slice(0, 10);
  return { ...fact, values, day, hour: Math.floor((((local % DAY) + DAY) % DAY) / HOUR) };
}

/** To whole milliseconds of minutes, so that what is added and taken away again leaves nothing. */
const rounded = (value: number) => Math.round(value * 60_000) / 60_000;

const keyOf = ({ subjectId, kind, sequence }: Pick<Subject, 'subjectId' | 'kind' | 'sequence'>) =>
  `${subjectId} ${kind} ${sequence}`;

const COLUMNS = [
  'ticketId',
  'customerId',
  'channel',
  'channelAccountId',
  'teamId',
  'agentId',
  'language',
  'priority',
  'type',
  'tier',
  'organizationId',
  'excluded',
  'day',
  'hour',
] as const;

function isSame(one: Subject, other: Subject | undefined): boolean {
  if (!other || one.at.getTime() !== other.at.getTime()) return false;
  return (
    COLUMNS.every((column) => one[column] === other[column]) &&
    one.tagIds.join() === other.tagIds.join() &&
    one.values.length === other.values.length &&
    one.values.every((value, index) => value === other.values[index])
  );
}

const storedFacts = (tx: Tx, workspaceId: string, subjectIds: readonly string[]) => tx.$queryRaw<Subject[]>`
  select "subjectId", kind, sequence, at, day::text, hour, "ticketId", "customerId", channel, "channelAccountId", "teamId",
    "agentId", language, priority, type, tier, "organizationId", "tagIds", excluded, "values"
  from "MetricFact" where "workspaceId" = ${workspaceId}::uuid and "subjectId" = any(${[...subjectIds]}::uuid[])`;

async function removeFacts(tx: Tx, workspaceId: string, gone: readonly Subject[]): Promise<void> {
  if (gone.length === 0) return;
  const keys = gone.map(({ subjectId, kind, sequence }) => ({ subjectId, kind, sequence }));
  await tx.$executeRaw`delete from "MetricFact" f
    using json_to_recordset(${sqlJson(keys)}::json) as g("subjectId" uuid, kind text, sequence int)
    where f."workspaceId" = ${workspaceId}::uuid and f."subjectId" = g."subjectId" and f.kind = g.kind
      and f.sequence = g.sequence`;
}

async function addFacts(tx: Tx, workspaceId: string, made: readonly Subject[]): Promise<void> {
  if (made.length === 0) return;
  const rows = made.map((fact) => ({ workspaceId, ...fact }));
  await tx.$executeRaw`insert into "MetricFact"
    select * from json_populate_recordset(null::"MetricFact", ${sqlJson(rows)}::json)`;
}

async function addToDays(tx: Tx, workspaceId: string, sums: readonly DaySum[]): Promise<void> {
  if (sums.length === 0) return;
  const rows = sums.map((sum) => ({ workspaceId, ...sum }));
  await tx.$executeRaw`insert into "MetricDay" as kept
      ("workspaceId", measure, dimension, value, day, count, sum, squares)
    select "workspaceId", measure, dimension, value, day, count, sum, squares
    from json_populate_recordset(null::"MetricDay", ${sqlJson(rows)}::json)
    on conflict ("workspaceId", measure, dimension, value, day) do update set
      count = kept.count + excluded.count,
      sum = kept.sum + excluded.sum,
      squares = kept.squares + excluded.squares`;
}

/** Makes the sketches of a workspace anew from its facts, in the caller's transaction, which holds its counting. */
export async function sketchAnew(tx: Tx, workspaceId: string): Promise<void> {
  const measures = [...SKETCHED].map((measure) => {
    const { kind, index } = placeOf(measure);
    return { measure, kind, place: index + 1 };
  });
  await tx.$executeRaw`delete from "MetricSketch" where "workspaceId" = ${workspaceId}::uuid`;
  await tx.$executeRaw`insert into "MetricSketch" ("workspaceId", measure, grain, start, step, count)
    select f."workspaceId", m.measure, g.grain, g.start,
      floor(ln(greatest(f."values"[m.place], 1.0 / 60)) / ${Math.log(SKETCH_BASE)}::float8)::int, count(*)::int
    from json_to_recordset(${sqlJson(measures)}::json) as m(measure text, kind text, place int)
    join "MetricFact" f on f."workspaceId" = ${workspaceId}::uuid and f.kind = m.kind and f.excluded is null
      and f."values"[m.place] is not null
    cross join lateral (values ('day', f.day), ('month', date_trunc('month', f.day)::date)) as g(grain, start)
    group by 1, 2, 3, 4, 5`;
}

async function addToSketches(tx: Tx, workspaceId: string, sums: readonly SketchSum[]): Promise<void> {
  if (sums.length === 0) return;
  const rows = sums.map((sum) => ({ workspaceId, ...sum }));
  await tx.$executeRaw`insert into "MetricSketch" as kept ("workspaceId", measure, grain, start, step, count)
    select "workspaceId", measure, grain, start, step, count
    from json_populate_recordset(null::"MetricSketch", ${sqlJson(rows)}::json)
    on conflict ("workspaceId", measure, grain, start, step) do update set count = kept.count + excluded.count`;
}
