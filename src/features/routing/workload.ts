import 'server-only';
import type { StaffActor } from '@/domain/permission/actor';
import {
  type AvailabilityState,
  isRoutable,
  type PhoneWork,
  presentState,
} from '@/domain/routing/availability';
import { fullness, loadOf, type Points, WORK_KINDS } from '@/domain/routing/capacity';
import { chooseAgent, type NobodyBecause, type RoutingAgent } from '@/domain/routing/choose-agent';
import type { QueueRules } from '@/domain/routing/queue';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { heldBy, mayWork, phoneWork } from './agents';
import { askOf } from './ask-of';
import { listLeaves, listTeamQueues, type QueueRow, type TimeOffRow } from './lists';
import { capacitiesOf, type OwnCapacities, type RoutingSettings, routingSettings } from './settings';
import { isWaiting, type WaitingTicket, waitingSince } from './waiting';

/** One person's work now. */
export type PersonLoad = Readonly<{
  userId: string;
  name: string;
  state: AvailabilityState;
  /** What keeps them at the telephone, so that they are offered nothing. */
  onPhone: PhoneWork | null;
  /** Since when that is so; null when they never said. */
  since: Date | null;
  /** The leave that is on now. */
  leave: TimeOffRow | null;
  teamIds: readonly string[];
  languages: readonly string[];
  /** Points, by kind of work. */
  load: Points;
  capacities: Points;
  /** How full they are over all kinds, in percent of one. */
  percent: number;
  tickets: number;
}>;

export type WaitingLine = Readonly<{
  id: string;
  number: number;
  subject: string;
  since: Date;
  language: string | null;
  /** Why nobody has it yet; null where a queue only waits to be asked, or somebody is about to get it. */
  because: NobodyBecause | 'on_phone' | null;
}>;

/** One team's queue now. */
export type QueueLoad = QueueRow &
  Readonly<{
    waiting: number;
    oldestSince: Date | null;
    /** The first of what waits, as far as the reader may see it. */
    head: readonly WaitingLine[];
    online: number;
    /** Points of all who are online together. */
    load: Points;
    capacities: Points;
  }>;

export type Workload = Readonly<{
  people: readonly PersonLoad[];
  queues: readonly QueueLoad[];
  /** Waiting tickets of no team: no queue gives them to anybody. */
  withoutTeam: number;
  /** Leaves that are on or planned, the soonest first. */
  leaves: readonly TimeOffRow[];
}>;

const PEOPLE_SHOWN = 500;
const HEAD_SHOWN = 5;

/** Who has how much, what waits and since when, and who is away, as far as the reader's scope reaches; in a handful of queries, whatever the size of the team. */
export async function workloadNow(ctx: StaffContext): Promise<Workload> {
  const [settings, rows, queues, leaves, waiting, heads] = await Promise.all([
    routingSettings(ctx.db, ctx.workspaceId),
    peopleOf(ctx),
    listTeamQueues(ctx),
    listLeaves(ctx, null),
    countWaiting(ctx),
    listHeads(ctx),
  ]);
  const people = await withLoads(ctx, { rows, settings, leaves });
  const agents = new Map(rows.map((row) => [row.userId, row]));
  const world = { people, agents, settings, waiting, heads, now: ctx.now() };
  return inScope(ctx.actor, {
    people,
    queues: queues.map((queue) => queueLoad(queue, world)),
    withoutTeam: waiting.find(({ teamId }) => teamId === null)?.count ?? 0,
    leaves,
  });
}

/** The teams, and with them the people, that a reader's scope reaches; who is bound to their own work sees themselves. */
function inScope({ scope, id, teamIds }: StaffActor, all: Workload): Workload {
  if (scope === 'all') return all;
  const reached = new Set(scope === 'team' ? teamIds : []);
  const people = all.people.filter(
    (person) => person.userId === id || person.teamIds.some((teamId) => reached.has(teamId)),
  );
  const known = new Set(people.map(({ userId }) => userId));
  return {
    people,
    queues: all.queues.filter(({ teamId }) => reached.has(teamId)),
    withoutTeam: scope === 'team' ? all.withoutTeam : 0,
    leaves: all.leaves.filter(({ userId }) => known.has(userId)),
  };
}

/** The reader's own work now; null for those who take none. */
export async function ownLoad(ctx: StaffContext): Promise<PersonLoad | null> {
  const { id } = ctx.actor;
  if (id === null) return null;
  const [settings, rows, leaves] = await Promise.all([
    routingSettings(ctx.db, ctx.workspaceId),
    peopleOf(ctx, id),
    listLeaves(ctx, id),
  ]);
  const [own] = await withLoads(ctx, { rows, settings, leaves });
  return own ?? null;
}

type PersonRow = OwnCapacities &
  Readonly<{
    userId: string;
    name: string;
    state: AvailabilityState | null;
    since: Date | null;
    absentSince: Date | null;
    onPhone: PhoneWork | null;
    lastRoutedAt: Date | null;
    today: string;
    languages: string[];
    skillIds: string[];
    teamIds: string[];
  }>;

function peopleOf(ctx: StaffContext, userId: string | null = null): Promise<PersonRow[]> {
  const { db, workspaceId, now } = ctx;
  return db.$queryRaw<PersonRow[]>`
    select m."userId", u.name, a.state, coalesce(a."absentSince", a.since) as since, a."absentSince", a."lastRoutedAt",
      ${phoneWork(ctx)} as "onPhone",
      (${now()}::timestamptz at time zone u."timeZone")::date::text as today,
      coalesce(m.languages, '{}') as languages,
      m."mailCapacity", m."chatCapacity", m."phoneCapacity", m."socialCapacity",
      array(select s."skillId"::text from "MemberSkill" s
        where s."workspaceId" = m."workspaceId" and s."userId" = m."userId") as "skillIds",
      array(select x."teamId"::text from "TeamMember" x
        where x."workspaceId" = m."workspaceId" and x."userId" = m."userId") as "teamIds"
    from "Membership" m
    join "User" u on u.id = m."userId"
    left join "Availability" a on a."workspaceId" = m."workspaceId" and a."userId" = m."userId"
    where m."workspaceId" = ${workspaceId}::uuid and ${mayWork}
      and (${userId}::uuid is null or m."userId" = ${userId}::uuid)
    order by u.name, m."userId" limit ${PEOPLE_SHOWN}`;
}

type Loading = Readonly<{
  rows: readonly PersonRow[];
  settings: RoutingSettings;
  leaves: readonly TimeOffRow[];
}>;

const STATES: readonly AvailabilityState[] = ['online', 'break', 'away', 'offline'];

async function withLoads(ctx: StaffContext, { rows, settings, leaves }: Loading): Promise<PersonLoad[]> {
  const held = await heldBy(
    ctx.db,
    ctx,
    rows.map(({ userId }) => userId),
  );
  const people = rows.map((row): PersonLoad => {
    const { userId, name, state, since, absentSince, onPhone, languages, teamIds, today } = row;
    const capacities = capacitiesOf(row, settings);
    const tickets = held.get(userId) ?? [];
    const load = loadOf(tickets, { capacities, weights: settings.weights });
    const leave = leaves.find((each) => each.userId === userId && isOn(each, today)) ?? null;
    return {
      ...{ userId, name, onPhone, since, leave, languages, teamIds, load, capacities },
      state: presentState(state && { state, absentSince }),
      percent: Math.round(fullness({ capacities, load }) * 100),
      tickets: tickets.reduce((sum, { count }) => sum + count, 0),
    };
  });
  return people.sort(
    (one, other) =>
      STATES.indexOf(one.state) - STATES.indexOf(other.state) ||
      other.percent - one.percent ||
      one.name.localeCompare(other.name),
  );
}

const isOn = ({ fromOn, untilOn }: TimeOffRow, today: string): boolean => fromOn <= today && today <= untilOn;

type Count = Readonly<{ teamId: string | null; count: number; oldestSince: Date | null }>;

function countWaiting({ db, workspaceId }: StaffContext): Promise<Count[]> {
  return db.$queryRaw<Count[]>`
    select t."teamId", count(*)::int as count, min(${waitingSince}) as "oldestSince"
    from "Ticket" t
    left join "RoutedTicket" r on r."workspaceId" = t."workspaceId" and r."ticketId" = t.id
    where t."workspaceId" = ${workspaceId}::uuid and ${isWaiting}
    group by t."teamId"`;
}

type Head = WaitingTicket & Readonly<{ number: number; subject: string }>;

/** The longest waiting tickets of each team, as far as the reader may see them. */
function listHeads(ctx: StaffContext): Promise<Head[]> {
  return ctx.db.$queryRaw<Head[]>`
    select h.*,
      array(
        select distinct k."skillId"::text from "TicketTag" x
        join "SkillTag" k on k."workspaceId" = x."workspaceId" and k."tagId" = x."tagId"
        where x."workspaceId" = ${ctx.workspaceId}::uuid and x."ticketId" = h.id
      ) as "skillIds"
    from (
      select t.id, t.number, t.subject, t."teamId", t.channel, t.priority, t.language, t."requesterId",
        ${waitingSince} as since, coalesce(r."passedIds", '{}')::text[] as "passedIds",
        row_number() over (partition by t."teamId" order by ${waitingSince}, t.id) as place
      from "Ticket" t
      left join "RoutedTicket" r on r."workspaceId" = t."workspaceId" and r."ticketId" = t.id
      where t."workspaceId" = ${ctx.workspaceId}::uuid and t."teamId" is not null and ${isWaiting}
        and ${readableBy(ctx.actor)}
    ) as h
    where h.place <= ${HEAD_SHOWN} order by h.since, h.id limit 1000`;
}

type World = Readonly<{
  people: readonly PersonLoad[];
  agents: ReadonlyMap<string, PersonRow>;
  settings: RoutingSettings;
  waiting: readonly Count[];
  heads: readonly Head[];
  now: Date;
}>;

function queueLoad(queue: QueueRow, world: World): QueueLoad {
  const { people, waiting, heads, settings, now } = world;
  const count = waiting.find(({ teamId }) => teamId === queue.teamId);
  const online = people.filter(
    ({ teamIds, state, leave }) => teamIds.includes(queue.teamId) && state === 'online' && leave === null,
  );
  const agents = online.filter(isRoutable).map((person) => agentOf(person, world));
  const lines = heads.filter(({ teamId }) => teamId === queue.teamId);
  return {
    ...queue,
    waiting: count?.count ?? 0,
    oldestSince: count?.oldestSince ?? null,
    head: lines.map((ticket) => lineOf(ticket, { queue, agents, online: online.length, settings, now })),
    online: online.length,
    load: sumOf(online.map(({ load }) => load)),
    capacities: sumOf(online.map(({ capacities }) => capacities)),
  };
}

function agentOf(person: PersonLoad, { agents }: World): RoutingAgent {
  const { userId: id, languages, capacities, load } = person;
  const row = agents.get(id);
  const { skillIds = [], lastRoutedAt = null } = row ?? {};
  return { id, languages, capacities, load, skillIds, lastRoutedAt };
}

type Team = Readonly<{
  queue: QueueRules;
  /** Those of who is online to whom something may be offered. */
  agents: readonly RoutingAgent[];
  online: number;
  settings: RoutingSettings;
  now: Date;
}>;

function lineOf(ticket: Head, { queue, agents, online, settings, now }: Team): WaitingLine {
  const { id, number, subject, since, language } = ticket;
  const choice = chooseAgent(askOf(ticket, queue, now).ask, agents, settings.weights);
  if (queue.mode !== 'push' || choice.agentId !== null) {
    return { id, number, subject, since, language, because: null };
  }
  const because = choice.because === 'nobody_online' && online > 0 ? 'on_phone' : choice.because;
  return { id, number, subject, since, language, because };
}

function sumOf(points: readonly Points[]): Points {
  const sum = { mail: 0, chat: 0, phone: 0, social: 0 };
  for (const each of points) for (const kind of WORK_KINDS) sum[kind] += each[kind];
  return sum;
}
