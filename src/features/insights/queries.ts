import 'server-only';
import type { Board } from '@/domain/insights/boards';
import { coarserFor } from '@/domain/insights/period';
import type { Filters } from '@/domain/metrics/dimensions';
import { type Bucket, comparedPeriod, type Period } from '@/domain/metrics/period';
import type { MetricName } from '@/domain/metrics/registry';
import { localTimeOf } from '@/domain/shared/local-time';
import {
  type MetricPart,
  type MetricSeries,
  type MetricValue,
  type metricDefinitions,
  metricOverview,
  metricSeries,
  metricSetup,
  metricSplit,
} from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';
import { annotationById, annotationsIn, type Marked } from './annotations';
import { type Asked, readAsked } from './asked';
import { getWall, queuesOnWall, type Wall } from './queries-wall';
import { type ReportRow, reportRows } from './report-rows';

/** A metric in words. */
export type Described = Awaited<ReturnType<typeof metricDefinitions>>[number];

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for, by the workspace's own calendar. */
export async function askedOf(ctx: StaffContext, parameters: Parameters): Promise<Asked> {
  const { db, workspaceId } = ctx;
  const [workspace, { weekStart }] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }),
    metricSetup(ctx),
  ]);
  const today = localTimeOf(ctx.now(), workspace.timeZone).slice(0, 10);
  return readAsked(parameters, { today, weekStart });
}

type MetricPoint = MetricSeries['lines'][number]['points'][number];

/** A line of a board's table: one team, channel … with its numbers in the order of the board's columns. */
export type BoardLine = Readonly<{
  group: string;
  label: string | null;
  values: readonly (MetricPart | null)[];
}>;

/** A number's course, and that of the period with which it is compared. */
export type Course = Readonly<{
  metric: MetricName;
  points: readonly MetricPoint[];
  /** Point by point the same bucket of the earlier period; empty without one. */
  before: readonly MetricPoint[];
}> &
  Pick<MetricSeries, 'unit' | 'bucket' | 'version' | 'variant' | 'hours'>;

export type BoardPage = Readonly<{
  head: readonly MetricValue[];
  /** The course of each number at the head, for its small picture. */
  sparks: ReadonlyMap<MetricName, readonly (number | null)[]>;
  lines: readonly BoardLine[];
  course: Course;
  /** What happened in the period. */
  marked: readonly Marked[];
}>;

/** Everything that a board shows. */
export async function getBoard(ctx: StaffContext, board: Board, asked: Asked): Promise<BoardPage> {
  const { question, bucket, period } = asked;
  const [head, sparks, lines, course, marked] = await Promise.all([
    metricOverview(ctx, board.head, question),
    Promise.all(board.head.map((metric) => metricSeries(ctx, metric, { ...question, bucket }))),
    linesOf(ctx, board, asked),
    courseOf(ctx, board.course, asked),
    annotationsIn(ctx, period),
  ]);
  return {
    head,
    sparks: new Map(sparks.map(({ metric, lines: [line] }) => [metric, valuesOf(line?.points ?? [])])),
    lines,
    course,
    marked,
  };
}

const valuesOf = (points: readonly MetricPoint[]) => points.map(({ value }) => value);

async function linesOf(ctx: StaffContext, board: Board, { question }: Asked): Promise<BoardLine[]> {
  const asked = { ...question, compared: 'none', by: board.split } as const;
  const columns = await Promise.all(board.columns.map((metric) => metricSplit(ctx, metric, asked)));
  const groups = new Map<string, string | null>();
  for (const part of columns.flat()) if (!groups.has(part.group)) groups.set(part.group, part.label);
  const lines = [...groups].map(([group, label]) => ({
    group,
    label,
    values: columns.map((parts) => parts.find((part) => part.group === group) ?? null),
  }));
  return board.split === 'agent' ? byName(lines) : lines;
}

/** People stand by their names: an order by numbers would be a ranking. */
const byName = (lines: readonly BoardLine[]): BoardLine[] =>
  [...lines].sort((one, other) => (one.label ?? '').localeCompare(other.label ?? ''));

/** The course of one number, in longer steps where most of the usual ones hold too little to say anything. */
export async function courseOf(ctx: StaffContext, metric: MetricName, asked: Asked): Promise<Course> {
  const { question, period, compared } = asked;
  const earlier = comparedPeriod(period, compared);
  const along = (bucket: Bucket) =>
    Promise.all([
      metricSeries(ctx, metric, { ...question, bucket }),
      earlier ? metricSeries(ctx, metric, { ...question, bucket, period: earlier }) : null,
    ]);
  const usual = await along(asked.bucket);
  const longer = coarserFor(asked.bucket, usual[0].lines[0]?.points ?? []);
  const [now, before] = longer ? await along(longer) : usual;
  const { lines, ...described } = now;
  return { ...described, points: lines[0]?.points ?? [], before: before?.lines[0]?.points ?? [] };
}

/** By what a board can be narrowed, with names; lists end after 300. */
export type FilterChoices = Readonly<{
  teams: readonly Named[];
  agents: readonly Named[];
  tags: readonly Named[];
  tiers: readonly Named[];
  accounts: readonly Named[];
  /** Those that are chosen: all others are searched for. */
  organizations: readonly Named[];
  channels: readonly string[];
}>;

type Named = Readonly<{ id: string; name: string }>;

const MOST_CHOICES = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_CHOICES: FilterChoices = {
  teams: [],
  agents: [],
  tags: [],
  tiers: [],
  accounts: [],
  organizations: [],
  channels: [],
};

/**
 * The teams and people that the reader's scope reaches, the tags, tiers and accounts of the workspace, the organizations that are
 * chosen already, and the channels on which tickets have come; in one query.
 */
export async function filterChoices(
  { db, workspaceId, actor }: StaffContext,
  locale: string,
  { organization = [] }: Filters = {},
): Promise<FilterChoices> {
  const chosen = organization.filter((id) => UUID.test(id));
  const reaches = (teamId: Sql) =>
    actor.scope === 'all' ? sql`true` : sql`${teamId} = any(${[...actor.teamIds]}::uuid[])`;
  const isColleague = sql`exists (select from "TeamMember" x where x."workspaceId" = m."workspaceId"
    and x."userId" = m."userId" and ${reaches(sql`x."teamId"`)})`;
  const person = actor.scope === 'all' ? sql`true` : sql`(m."userId" = ${actor.id}::uuid or ${isColleague})`;
  const [row] = await db.$queryRaw<FilterChoices[]>`
    select
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name)) from (
        select id, name from "Team" where "workspaceId" = ${workspaceId}::uuid and ${reaches(sql`id`)}
        order by name limit ${MOST_CHOICES}
      ) t), '[]'::json) as teams,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name)) from (
        select u.id, u.name from "Membership" m join "User" u on u.id = m."userId"
        where m."workspaceId" = ${workspaceId}::uuid and m.role <> 'light_agent' and ${person}
        order by u.name, u.id limit ${MOST_CHOICES}
      ) p), '[]'::json) as agents,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name)) from (
        select id, name from "Tag" where "workspaceId" = ${workspaceId}::uuid order by name limit ${MOST_CHOICES}
      ) g), '[]'::json) as tags,
      coalesce((select json_agg(json_build_object('id', l.id, 'name', coalesce(l.names->>${locale}, l.names->>'en', ''))) from (
        select id, names from "LoyaltyTier" where "workspaceId" = ${workspaceId}::uuid order by rank limit ${MOST_CHOICES}
      ) l), '[]'::json) as tiers,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name)) from (
        select id, name from "ChannelAccount" where "workspaceId" = ${workspaceId}::uuid order by name, id limit ${MOST_CHOICES}
      ) a), '[]'::json) as accounts,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name, o.id) from "Organization" o
        where o."workspaceId" = ${workspaceId}::uuid and o.id = any(${chosen}::uuid[])), '[]'::json) as organizations,
      array(
        select distinct value from "MetricDay"
        where "workspaceId" = ${workspaceId}::uuid and dimension = 'channel' and measure = 'created' and value <> ''
      ) as channels`;
  return row ?? NO_CHOICES;
}

/** What is marked in a period, the earliest first; at most 100. */
export const listAnnotations = (ctx: StaffContext, period: Period): Promise<readonly Marked[]> =>
  annotationsIn(ctx, period);

/** One mark; null when it is not here. */
export const getAnnotation = (ctx: StaffContext, id: string): Promise<Marked | null> =>
  annotationById(ctx, id);

/** The boards that go out by mail: the reader's, and for managers those of all. */
export const listReports = (ctx: StaffContext): Promise<readonly ReportRow[]> => reportRows(ctx);

/** The figures of a wallboard: what waits now, and the numbers of today; of nobody alone; of one team where one is asked for. */
export const wallFigures = (ctx: StaffContext, teamId: string | null): Promise<Wall> => getWall(ctx, teamId);

/** Of the queues of all teams those that a reader's wallboard may show. */
export const wallQueues = queuesOnWall;
