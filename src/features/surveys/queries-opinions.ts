import 'server-only';
import type { SurveyTerms } from '@/domain/survey/survey';
import type { Place } from '@/domain/view/view';
import { TICKET, visible } from '@/features/surveys/queries-feedback';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';

/** One answer as a panel beside a ticket or on a customer's page shows it. */
type FeedbackNote = Readonly<{
  id: string;
  survey: string;
  terms: SurveyTerms;
  score: number;
  mood: string;
  comment: string;
  at: Date;
}>;

type About = Readonly<{ ticketId: string; customerId: string }>;

/** How often the customer was asked, as far as the reader may see it, and how often they answered. */
type AskedOften = Readonly<{ asked: number; answered: number }>;

const oftenAsked = (ctx: StaffContext, customerId: string) => sql`(
  select count(*)::int as asked, count(*) filter (where r.state = 'answered')::int as answered
  from "SurveyInvite" r ${TICKET}
  where r."workspaceId" = ${ctx.workspaceId}::uuid and r."customerId" = ${customerId}::uuid and r."sentAt" is not null
    and r.channel <> 'link' and r.state <> 'bounced' and ${visible(ctx)})`;

const NOTES = 5;

/** One of them, and whether it is about the ticket beside which it stands. */
type NoteBeside = CustomerFeedback & Readonly<{ here: boolean }>;

/** The newest answers of a ticket's customer that the reader may see, those about this ticket first. */
export async function feedbackNotes(
  ctx: StaffContext,
  { ticketId, customerId }: About,
): Promise<NoteBeside[]> {
  const rows = await ctx.db.$queryRaw<NoteBeside[]>`
    select r."inviteId" as id, s.name as survey, s.terms, r.score, r.mood, r.comment, r.at, r.locale,
      t.number as "ticketNumber", t.subject as "ticketSubject", often.asked, often.answered,
      coalesce(r."ticketId" = ${ticketId}::uuid, false) or coalesce(f."ticketId" = ${ticketId}::uuid, false) as here
    from "SurveyAnswer" r ${TICKET}
    join "SurveyDefinition" s on s."workspaceId" = r."workspaceId" and s.id = r."surveyId"
    left join "SurveyFollowUp" f on f."workspaceId" = r."workspaceId" and f."inviteId" = r."inviteId"
    cross join ${oftenAsked(ctx, customerId)} often
    where r."workspaceId" = ${ctx.workspaceId}::uuid and r."customerId" = ${customerId}::uuid
      and ((${visible(ctx)}) or f."assigneeId" = ${ctx.actor.id}::uuid)
    order by here desc, r.at desc
    limit ${NOTES}`;
  return rows;
}

/** One answer on the page of its customer. */
export type CustomerFeedback = FeedbackNote &
  AskedOften &
  Readonly<{ locale: string; ticketNumber: number | null; ticketSubject: string | null }>;

type OfCustomer = Readonly<{ customerId: string; after: Place | null }>;

const ANSWERS = 10;

/** What a customer answered, as far as the reader may see it, the newest first, a page (of 10) in one statement. */
export async function feedbackOfCustomer(
  ctx: StaffContext,
  { customerId, after }: OfCustomer,
): Promise<Readonly<{ rows: readonly CustomerFeedback[]; next: Place | null }>> {
  const beyond = after ? sql`(r.at, r."inviteId") < (${after.activityAt}, ${after.id}::uuid)` : sql`true`;
  const found = await ctx.db.$queryRaw<CustomerFeedback[]>`
    select r."inviteId" as id, s.name as survey, s.terms, r.score, r.mood, r.comment, r.at, r.locale,
      t.number as "ticketNumber", t.subject as "ticketSubject", often.asked, often.answered
    from "SurveyAnswer" r ${TICKET}
    join "SurveyDefinition" s on s."workspaceId" = r."workspaceId" and s.id = r."surveyId"
    cross join ${oftenAsked(ctx, customerId)} often
    where r."workspaceId" = ${ctx.workspaceId}::uuid and r."customerId" = ${customerId}::uuid
      and ${visible(ctx)} and ${beyond}
    order by r.at desc, r."inviteId" desc limit ${ANSWERS + 1}`;
  const rows = found.slice(0, ANSWERS);
  const last = found.length > ANSWERS ? rows.at(-1) : undefined;
  return { rows, next: last ? { activityAt: last.at, id: last.id } : null };
}
