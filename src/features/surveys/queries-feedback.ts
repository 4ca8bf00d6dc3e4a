import 'server-only';
import { z } from 'zod';
import { responseRate } from '@/domain/metrics/csat';
import type { ScoreCount } from '@/domain/metrics/intervals';
import type { Share } from '@/domain/metrics/wilson';
import { may } from '@/domain/permission/can';
import type { Mood, SurveyTerms } from '@/domain/survey/survey';
import { listSurveys } from '@/features/surveys/queries';
import type { Survey } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

const PAGE = 30;
const DAY_MS = 86_400_000;

/** What the address of the feedback page says; what cannot be read is as if it were not there. */
export const feedbackFilter = z.object({
  survey: z.uuid().optional().catch(undefined),
  mood: z.enum(['good', 'middling', 'bad']).optional().catch(undefined),
  team: z.uuid().optional().catch(undefined),
  agent: z.uuid().optional().catch(undefined),
  language: z.enum(['en', 'hu', 'lv']).optional().catch(undefined),
  comment: z.literal('1').optional().catch(undefined),
  follow: z.enum(['open', 'done']).optional().catch(undefined),
  days: z.enum(['7', '30', '90', '365']).default('90').catch('90'),
  before: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type FeedbackFilter = z.output<typeof feedbackFilter>;

export type FeedbackRow = Readonly<{
  id: string;
  score: number;
  mood: Mood;
  comment: string;
  answers: Readonly<Record<string, string>>;
  locale: string;
  at: Date;
  customer: string;
  ticketNumber: number | null;
  ticketSubject: string | null;
  agent: string | null;
  team: string | null;
  followUpOpen: boolean | null;
  followUpDueAt: Date | null;
  followUpNumber: number | null;
}>;

export type Feedback = Readonly<{
  surveys: readonly Pick<Survey, 'id' | 'name'>[];
  survey: Readonly<{ id: string; name: string; terms: SurveyTerms }> | null;
  counts: readonly ScoreCount[];
  /** Of all who were asked, and by where they were asked. */
  rate: Share;
  places: readonly PlaceRate[];
  rows: readonly FeedbackRow[];
  /** For the address of the next page. */
  next: string | null;
  /** The reader sees what is about everybody. */
  all: boolean;
  teams: readonly Readonly<{ id: string; name: string }>[];
  agents: readonly Readonly<{ id: string; name: string }>[];
}>;

/**
 * What customers answered to one survey: about everybody for those who may read feedback, else about the reader, and always
 * only about tickets that the reader may read. Numbers are dated by the answer, the response rate by the asking.
 */
export async function getFeedback(ctx: StaffContext, filter: FeedbackFilter): Promise<Feedback> {
  const surveys = await listSurveys(ctx);
  const survey = surveys.find(({ id }) => id === filter.survey) ?? surveys[0] ?? null;
  const all = may(ctx.actor, 'feedback.read');
  const names = all ? await namesOf(ctx) : { teams: [], agents: [] };
  const head = { surveys: surveys.map(({ id, name }) => ({ id, name })), all, ...names };
  if (!survey)
    return { ...head, survey, counts: [], rate: responseRate(NOBODY), places: [], rows: [], next: null };
  const wanted = { surveyId: survey.id, filter };
  const [counts, asked, found] = await Promise.all([
    countsOf(ctx, wanted),
    askedIn(ctx, wanted),
    rowsOf(ctx, wanted),
  ]);
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const next = last ? `${last.at.getTime()}_${last.id}` : null;
  const places = asked.map(({ channel, ...each }) => ({ channel, rate: responseRate(each) }));
  return { ...head, survey, counts, rate: responseRate(sumOf(asked)), places, rows, next };
}

const NOBODY = { sent: 0, bounced: 0, answered: 0 };

/** How many of those who were asked in one place have answered. */
export type PlaceRate = Readonly<{ channel: 'email' | 'chat' | 'portal'; rate: Share }>;

type AskedIn = typeof NOBODY & Pick<PlaceRate, 'channel'>;

const sumOf = (rows: readonly AskedIn[]): typeof NOBODY =>
  rows.reduce(
    (sum, { sent, bounced, answered }) => ({
      sent: sum.sent + sent,
      bounced: sum.bounced + bounced,
      answered: sum.answered + answered,
    }),
    NOBODY,
  );

type Asked = Readonly<{ surveyId: string; filter: FeedbackFilter }>;

/** Whose feedback the reader may see, told of a row `r` with its ticket `t`. */
export function visible({ actor }: StaffContext): Sql {
  const about = may(actor, 'feedback.read') ? sql`true` : sql`r."agentId" = ${actor.id}::uuid`;
  const unbound = actor.scope === 'all' ? sql`r."ticketId" is null` : sql`false`;
  return sql`${about} and (${unbound} or (t.id is not null and ${readableBy(actor)}))`;
}

function narrowed({ filter: { team, agent, language } }: Asked): Sql {
  return sql`(${team ?? null}::uuid is null or r."teamId" = ${team ?? null}::uuid)
    and (${agent ?? null}::uuid is null or r."agentId" = ${agent ?? null}::uuid)
    and (${language ?? null}::text is null or r.locale = ${language ?? null}::text)`;
}

const since = (ctx: StaffContext, { filter }: Asked): Date =>
  new Date(ctx.now().getTime() - Number(filter.days) * DAY_MS);

export const TICKET = sql`left join "Ticket" t on t."workspaceId" = r."workspaceId" and t.id = r."ticketId"`;

function countsOf(ctx: StaffContext, asked: Asked): Promise<ScoreCount[]> {
  return ctx.db.$queryRaw<ScoreCount[]>`
    select r.score, count(*)::int as count from "SurveyAnswer" r ${TICKET}
    where r."workspaceId" = ${ctx.workspaceId}::uuid and r."surveyId" = ${asked.surveyId}::uuid
      and r.at >= ${since(ctx, asked)} and ${narrowed(asked)} and ${visible(ctx)}
    group by r.score order by r.score`;
}

function askedIn(ctx: StaffContext, asked: Asked): Promise<AskedIn[]> {
  return ctx.db.$queryRaw<AskedIn[]>`
    select r.channel::text as channel, count(*)::int as sent, count(*) filter (where r.state = 'bounced')::int as bounced,
      count(*) filter (where r.state = 'answered')::int as answered
    from "SurveyInvite" r ${TICKET}
    where r."workspaceId" = ${ctx.workspaceId}::uuid and r."surveyId" = ${asked.surveyId}::uuid
      and r."sentAt" >= ${since(ctx, asked)} and r.channel <> 'link' and ${narrowed(asked)} and ${visible(ctx)}
    group by r.channel order by r.channel`;
}

type Found = Omit<FeedbackRow, 'answers'> & Readonly<{ answers: unknown }>;

async function rowsOf(ctx: StaffContext, asked: Asked): Promise<FeedbackRow[]> {
  const { mood, comment, follow, before } = asked.filter;
  const [at, id] = before?.split('_') ?? [];
  const place = at && id ? sql`(r.at, r."inviteId") < (${new Date(Number(at))}, ${id}::uuid)` : sql`true`;
  const rows = await ctx.db.$queryRaw<Found[]>`
    select r."inviteId" as id, r.score, r.mood, r.comment, r.answers, r.locale, r.at, c."displayName" as customer,
      t.number as "ticketNumber", t.subject as "ticketSubject", u.name as agent, m.name as team,
      f.open as "followUpOpen", f."dueAt" as "followUpDueAt", ft.number as "followUpNumber"
    from "SurveyAnswer" r ${TICKET}
    join "Customer" c on c."workspaceId" = r."workspaceId" and c.id = r."customerId"
    left join "User" u on u.id = r."agentId"
    left join "Team" m on m."workspaceId" = r."workspaceId" and m.id = r."teamId"
    left join "SurveyFollowUp" f on f."workspaceId" = r."workspaceId" and f."inviteId" = r."inviteId"
    left join "Ticket" ft on ft."workspaceId" = f."workspaceId" and ft.id = f."ticketId"
    where r."workspaceId" = ${ctx.workspaceId}::uuid and r."surveyId" = ${asked.surveyId}::uuid
      and r.at >= ${since(ctx, asked)} and ${narrowed(asked)} and ${visible(ctx)} and ${place}
      and (${mood ?? null}::text is null or r.mood = ${mood ?? null}::text)
      and (${comment === undefined}::boolean or r."hasComment")
      and (${follow ?? null}::text is null or f.open = ${follow === 'open'}::boolean)
    order by r.at desc, r."inviteId" desc limit ${PAGE + 1}`;
  return rows.map((row) => ({ ...row, answers: row.answers as Record<string, string> }));
}

async function namesOf({ db, workspaceId }: StaffContext) {
  const [teams, people] = await Promise.all([
    db.team.findMany({
      where: { workspaceId },
      orderBy: { name: 'asc' },
      take: 200,
      select: { id: true, name: true },
    }),
    db.membership.findMany({
      where: { workspaceId },
      orderBy: { user: { name: 'asc' } },
      take: 500,
      select: { userId: true, user: { select: { name: true } } },
    }),
  ]);
  return { teams, agents: people.map(({ userId, user }) => ({ id: userId, name: user.name })) };
}
