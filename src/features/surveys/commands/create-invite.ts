import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import {
  customerSkip,
  isReachable,
  lockedCustomer,
  mailQuestion,
  sentNow,
} from '@/features/surveys/ask-customer';
import { onceKeyOf } from '@/features/surveys/asked-row';
import { holderAt } from '@/features/surveys/holder';
import { findSurvey, spoken } from '@/features/surveys/survey-rows';
import { solvedTicket } from '@/features/surveys/ticket-facts';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { StaffContext } from '@/server/context';
import { inviteTokenHash } from '@/server/crypto/survey-token';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

export type AskWish = Readonly<{ ticketId: string; surveyId: string; send: boolean }>;
export type AskRefused = Readonly<{ code: 'not_found' | 'survey.asked_already' | 'ticket.no_address' }>;

/**
 * Asks the customer of a ticket by hand: mailed at once, or as a link to pass on. Whoever opted out is not mailed. Each
 * solution is asked about once by each survey, whichever way.
 */
export function createInvite(
  ctx: StaffContext,
  wish: AskWish,
): Promise<Result<{ inviteId: string }, AskRefused>> {
  return transaction(ctx, async (tx) => {
    const found = await whomToAsk(tx, ctx, wish);
    if (!found) return fail({ code: 'not_found' });
    const { workspaceId } = ctx;
    const onceKey = onceKeyOf(found.survey.id, found.ticket);
    const where = { workspaceId_onceKey: { workspaceId, onceKey } };
    if (
      (await tx.surveyInvite.findUnique({ where, select: { id: true } })) ||
      (await isTooSoon(tx, ctx, found))
    )
      return fail({ code: 'survey.asked_already' });
    if (wish.send && !mayMail(found)) return fail({ code: 'ticket.no_address' });
    return ok({ inviteId: await ask(tx, ctx, { ...found, send: wish.send }) });
  });
}

async function whomToAsk(tx: Tx, ctx: StaffContext, { ticketId, surveyId }: AskWish) {
  const ticket = await solvedTicket(tx, ctx, ticketId);
  const survey = await findSurvey(tx, ctx, surveyId);
  if (!ticket || !survey?.active || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return null;
  const customer = await lockedCustomer(tx, ctx, ticket.requesterId);
  return customer && { ticket, survey, customer };
}

type Found = NonNullable<Awaited<ReturnType<typeof whomToAsk>>>;

/** About the relationship nobody is asked more often than every 90 days, by hand neither. */
async function isTooSoon(tx: Tx, ctx: StaffContext, { customer, survey }: Found): Promise<boolean> {
  if (survey.terms.kind !== 'nps') return false;
  return (await customerSkip(tx, ctx, { customer, terms: survey.terms })) === 'throttled';
}

/** By hand a mail may leave whatever the survey's own channels are. */
function mayMail({ customer, survey }: Found): boolean {
  const terms = { ...survey.terms, channels: ['email'] as const };
  return isReachable({ customer, terms }) && !customer.surveyOptOut && !customer.blockedAt;
}

async function ask(tx: Tx, ctx: StaffContext, found: Found & { send: boolean }): Promise<string> {
  const { ticket, survey, customer, send } = found;
  const id = ctx.newId();
  const locale = spoken([ticket.language, ticket.requester.locale, ticket.workspace.locale]);
  const sent = sentNow(send ? 'email' : 'link', survey.terms, ctx.now());
  const onceKey = onceKeyOf(survey.id, ticket);
  const about = { workspaceId: ctx.workspaceId, ticketId: ticket.id, at: ticket.solvedAt ?? ctx.now() };
  await tx.surveyInvite.create({
    data: {
      ...{
        workspaceId: ctx.workspaceId,
        id,
        surveyId: survey.id,
        surveyVersion: survey.version,
        onceKey,
        locale,
        ...sent,
      },
      ...{ customerId: customer.id, ticketId: ticket.id, episode: ticket.reopens },
      ...(await holderAt(tx, about)),
      ...{ tokenHash: inviteTokenHash(id), dueAt: ctx.now(), createdAt: ctx.now() },
    },
  });
  const letter = { customer, terms: survey.terms, inviteId: id, locale, ticket, expiresAt: sent.expiresAt };
  if (send) await mailQuestion(tx, ctx, { ...letter, reminder: false });
  const event = {
    type: 'survey.asked',
    inviteId: id,
    kind: survey.terms.kind,
    channel: sent.channel,
  } as const;
  await recordFactIn(tx, ctx, { ticketId: ticket.id, event });
  return id;
}
