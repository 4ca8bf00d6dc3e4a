import { skipOf } from '@/domain/survey/ask';
import type { SurveyTerms } from '@/domain/survey/survey';
import { isActive } from '@/domain/ticket/ticket';
import { isAside } from '@/domain/ticket/trash';
import {
  type Askable,
  customerSkip,
  isReachable,
  lockedCustomer,
  mailQuestion,
  quietUntil,
  sentNow,
} from '@/features/surveys/ask-customer';
import { findSurvey, spoken } from '@/features/surveys/survey-rows';
import { askedAbout, isMeant, solvedTicket } from '@/features/surveys/ticket-facts';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';
import { sweepTurns } from './sweep-turns';

const BATCH = 200;

type Due = Readonly<{ workspaceId: string; id: string }>;

/**
 * Asks, in all workspaces, whom it is time to ask at the instant `asOf`: about solutions, by one reminder, and about the
 * relationship; and ends what waited too long for an answer. Each asking commits with its mail, so that a worker that dies
 * at any point asks nobody twice. Gives how many were asked or reminded.
 */
export async function sweepSurveys(world: World, asOf: Date): Promise<number> {
  const now = { ...world, now: () => asOf };
  const asked = await each(now, await dueInvites(world, asOf), askNow);
  const reminded = await each(now, await dueReminders(world, asOf), remindNow);
  await world.db.surveyInvite.updateMany({
    where: { state: 'sent', expiresAt: { lte: asOf } },
    data: { state: 'expired', remindAt: null },
  });
  return asked + reminded + (await sweepTurns(now));
}

const ID = { workspaceId: true, id: true } as const;

const dueInvites = ({ db }: World, asOf: Date): Promise<Due[]> =>
  db.surveyInvite.findMany({
    where: { state: 'waiting', dueAt: { lte: asOf } },
    orderBy: { dueAt: 'asc' },
    take: BATCH,
    select: ID,
  });

const dueReminders = ({ db }: World, asOf: Date): Promise<Due[]> =>
  db.surveyInvite.findMany({
    where: { state: 'sent', remindAt: { lte: asOf } },
    orderBy: { remindAt: 'asc' },
    take: BATCH,
    select: ID,
  });

type Step = (tx: Tx, ctx: SystemContext, id: string) => Promise<boolean>;

async function each(world: World, due: readonly Due[], step: Step): Promise<number> {
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  const done = await eachApart('surveys', due, ({ workspaceId, id }) => {
    const ctx: SystemContext = { ...world, workspaceId, actor };
    return transaction(ctx, (tx) => step(tx, ctx, id));
  });
  return done.filter(Boolean).length;
}

const INVITE = {
  id: true,
  surveyId: true,
  surveyVersion: true,
  customerId: true,
  ticketId: true,
  episode: true,
  state: true,
  locale: true,
  expiresAt: true,
  remindAt: true,
} as const;

async function lockedInvite(tx: Tx, { workspaceId }: SystemContext, id: string) {
  await tx.$executeRaw`select 1 from "SurveyInvite" where "workspaceId" = ${workspaceId}::uuid and id = ${id}::uuid for update`;
  return tx.surveyInvite.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: INVITE });
}

type Invite = NonNullable<Awaited<ReturnType<typeof lockedInvite>>>;

type Update = Parameters<Tx['surveyInvite']['update']>[0]['data'];

const updateOf =
  (tx: Tx, { workspaceId }: SystemContext, id: string) =>
  (data: Update) =>
    tx.surveyInvite.update({ where: { workspaceId_id: { workspaceId, id } }, data, select: { id: true } });

/** All that stands against asking is looked at again: hours have passed since it was planned. */
async function askNow(tx: Tx, ctx: SystemContext, id: string): Promise<boolean> {
  const update = updateOf(tx, ctx, id);
  const invite = await lockedInvite(tx, ctx, id);
  if (invite?.state !== 'waiting') return false;
  const found = await whatToAsk(tx, ctx, invite);
  if ('skip' in found) {
    const state = found.skip === 'reopened' ? 'cancelled' : 'skipped';
    await update({ state, reason: found.skip });
    return false;
  }
  const { survey, customer, ticket } = found;
  const asking = { customer, terms: survey.terms };
  const quiet = quietUntil(asking, ctx.now());
  if (quiet) {
    await update({ dueAt: quiet });
    return false;
  }
  if (!isReachable(asking)) {
    await update({ state: 'skipped', reason: 'no_address' });
    return false;
  }
  const sent = sentNow('email', survey.terms, ctx.now());
  await update({ ...sent, surveyVersion: survey.version });
  const locale = spoken([invite.locale]);
  const letter = { ...asking, inviteId: id, locale, ticket, expiresAt: sent.expiresAt, reminder: false };
  await mailQuestion(tx, ctx, letter);
  const { kind } = survey.terms;
  await recordFactIn(tx, ctx, {
    ticketId: ticket.id,
    event: { type: 'survey.asked', inviteId: id, kind, channel: 'email' },
  });
  return true;
}

async function whatToAsk(tx: Tx, ctx: SystemContext, invite: Invite) {
  const survey = await findSurvey(tx, ctx, invite.surveyId);
  if (!survey?.active) return { skip: 'switched_off' } as const;
  const ticket = invite.ticketId ? await solvedTicket(tx, ctx, invite.ticketId) : null;
  if (!ticket || ticket.reopens !== invite.episode) return { skip: 'reopened' } as const;
  const skip = skipOf(askedAbout(ticket));
  if (skip) return { skip };
  if (!isMeant(survey.terms.condition, ticket)) return { skip: 'condition' } as const;
  const customer = await lockedCustomer(tx, ctx, invite.customerId);
  if (!customer) return { skip: 'no_address' } as const;
  const no = await customerSkip(tx, ctx, { customer, terms: survey.terms });
  return no ? ({ skip: no } as const) : { survey, ticket, customer };
}

/** It reminds of what was asked, in the words in which it was asked, and of nothing that is settled or over. */
async function remindNow(tx: Tx, ctx: SystemContext, id: string): Promise<boolean> {
  const update = updateOf(tx, ctx, id);
  const invite = await lockedInvite(tx, ctx, id);
  if (invite?.state !== 'sent' || !invite.remindAt || !invite.expiresAt) return false;
  const found = await whatToRemind(tx, ctx, invite);
  if (!found) {
    await update({ remindAt: null });
    return false;
  }
  const { asking, ticket } = found;
  const quiet = quietUntil(asking, ctx.now());
  if (quiet) {
    await update({ remindAt: quiet < invite.expiresAt ? quiet : null });
    return false;
  }
  await update({ remindAt: null, remindedAt: ctx.now() });
  const locale = spoken([invite.locale]);
  const letter = { ...asking, inviteId: id, locale, ticket, expiresAt: invite.expiresAt, reminder: true };
  await mailQuestion(tx, ctx, letter);
  return true;
}

const mayRemind = ({ surveyOptOut, blockedAt, identities }: Askable): boolean =>
  !surveyOptOut && !blockedAt && identities.length > 0;

async function whatToRemind(tx: Tx, ctx: SystemContext, invite: Invite) {
  if (!invite.expiresAt || invite.expiresAt <= ctx.now()) return null;
  const survey = await findSurvey(tx, ctx, invite.surveyId);
  const customer = survey?.active ? await lockedCustomer(tx, ctx, invite.customerId) : null;
  if (!survey || !customer || !mayRemind(customer)) return null;
  const ticket = invite.ticketId ? await solvedTicket(tx, ctx, invite.ticketId) : null;
  if (ticket && (isAside(ticket) || ticket.reopens !== invite.episode || isActive(ticket.status)))
    return null;
  const { workspaceId } = ctx;
  const { surveyId, surveyVersion: version } = invite;
  const asked = await tx.surveyVersion.findUnique({
    where: { workspaceId_surveyId_version: { workspaceId, surveyId, version } },
    select: { terms: true },
  });
  const terms = asked ? (asked.terms as unknown as SurveyTerms) : survey.terms;
  return { asking: { customer, terms }, ticket };
}
