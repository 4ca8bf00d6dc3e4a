import { dueToAsk, skipOf } from '@/domain/survey/ask';
import { isActive, type TicketStatus } from '@/domain/ticket/ticket';
import { onceKeyOf } from '@/features/surveys/asked-row';
import { holderAt } from '@/features/surveys/holder';
import { activeSurveys, type Survey, spoken } from '@/features/surveys/survey-rows';
import {
  askedAbout,
  isMeant,
  type SolvedTicket,
  solvedTicket,
  zoneOf,
} from '@/features/surveys/ticket-facts';
import type { SystemContext } from '@/server/context';
import { inviteTokenHash } from '@/server/crypto/survey-token';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Changed = Readonly<{ ticketId: string }>;

/**
 * What a change of a ticket means for surveys: a solution plans to ask, once for each time that it is solved; a ticket that
 * came back is not asked about; and what follows up on a low score is done when it is solved. Running it again changes nothing.
 */
export async function planSurveys(ctx: SystemContext, { ticketId }: Changed): Promise<void> {
  const stand = await standOf(ctx, ticketId);
  if (!stand) return;
  const active = isActive(stand.status);
  if (stand.followsUp) await settleFollowUps(ctx, { ticketId, open: active });
  if (stand.waits) await cancelFormer(ctx, { ticketId, episode: stand.reopens, active });
  if (!active && stand.asks) await transaction(ctx, (tx) => plan(tx, ctx, ticketId));
}

type Stand = Readonly<{
  status: TicketStatus;
  reopens: number;
  /** The workspace asks about solutions. */
  asks: boolean;
  waits: boolean;
  followsUp: boolean;
}>;

async function standOf({ db, workspaceId }: SystemContext, ticketId: string): Promise<Stand | null> {
  const [row] = await db.$queryRaw<Stand[]>`
    select t.status::text as status, t.reopens,
      exists (select 1 from "SurveyDefinition" s where s."workspaceId" = t."workspaceId" and s.active
        and s.trigger in ('solved', 'schedule')) as asks,
      exists (select 1 from "SurveyInvite" i where i."workspaceId" = t."workspaceId" and i."ticketId" = t.id
        and i.state = 'waiting') as waits,
      exists (select 1 from "SurveyFollowUp" f where f."workspaceId" = t."workspaceId" and f."ticketId" = t.id) as "followsUp"
    from "Ticket" t where t."workspaceId" = ${workspaceId}::uuid and t.id = ${ticketId}::uuid`;
  return row ?? null;
}

type Settled = Changed & Readonly<{ open: boolean }>;

async function settleFollowUps(ctx: SystemContext, { ticketId, open }: Settled): Promise<void> {
  const { workspaceId, db } = ctx;
  await db.surveyFollowUp.updateMany({
    where: { workspaceId, ticketId, open: !open },
    data: { open, doneAt: open ? null : ctx.now() },
  });
}

type Former = Changed & Readonly<{ episode: number; active: boolean }>;

/** What was to be asked about a solution that is none any more. */
async function cancelFormer(ctx: SystemContext, { ticketId, episode, active }: Former): Promise<void> {
  await ctx.db.surveyInvite.updateMany({
    where: {
      workspaceId: ctx.workspaceId,
      ticketId,
      state: 'waiting',
      ...(!active && { episode: { not: episode } }),
    },
    data: { state: 'cancelled', reason: 'reopened' },
  });
}

async function plan(tx: Tx, ctx: SystemContext, ticketId: string): Promise<void> {
  const ticket = await solvedTicket(tx, ctx, ticketId);
  if (!ticket?.solvedAt || ticket.requester.erasedAt || skipOf(askedAbout(ticket))) return;
  const { solvedAt } = ticket;
  const surveys = await activeSurveys(tx, ctx);
  const meant = surveys.filter(
    ({ activeSince, terms }) => activeSince && activeSince <= solvedAt && isMeant(terms.condition, ticket),
  );
  await planToAsk(tx, ctx, {
    ticket,
    solvedAt,
    surveys: meant.filter(({ terms }) => terms.trigger === 'solved' && terms.channels.includes('email')),
  });
  await planTurns(tx, ctx, {
    ticket,
    solvedAt,
    surveys: meant.filter(({ terms }) => terms.trigger === 'schedule'),
  });
}

type Planned = Readonly<{ ticket: SolvedTicket; solvedAt: Date; surveys: readonly Survey[] }>;

async function planToAsk(tx: Tx, ctx: SystemContext, { ticket, solvedAt, surveys }: Planned): Promise<void> {
  const { workspaceId } = ctx;
  const { id: ticketId, reopens: episode, requesterId: customerId } = ticket;
  if (surveys.length === 0) return;
  // The worker may come after somebody else took the ticket.
  const holder = await holderAt(tx, { workspaceId, ticketId, at: solvedAt });
  const data = surveys.map(({ id: surveyId, version, terms }) => {
    const id = ctx.newId();
    return {
      workspaceId,
      id,
      surveyId,
      surveyVersion: version,
      customerId,
      ticketId,
      episode,
      ...holder,
      channel: 'email' as const,
      locale: spoken([ticket.language, ticket.requester.locale, ticket.workspace.locale]),
      onceKey: onceKeyOf(surveyId, ticket),
      tokenHash: inviteTokenHash(id),
      dueAt: dueToAsk(solvedAt, terms, zoneOf(ticket)),
      createdAt: ctx.now(),
    };
  });
  await tx.surveyInvite.createMany({ data, skipDuplicates: true });
}

/** A customer's first turn comes when something was solved for them; the next ones follow from having been asked. */
async function planTurns(tx: Tx, ctx: SystemContext, { ticket, solvedAt, surveys }: Planned): Promise<void> {
  const data = surveys.map(({ id: surveyId, terms }) => ({
    workspaceId: ctx.workspaceId,
    surveyId,
    customerId: ticket.requesterId,
    dueAt: dueToAsk(solvedAt, terms, zoneOf(ticket)),
  }));
  if (data.length > 0) await tx.surveyTurn.createMany({ data, skipDuplicates: true });
}
