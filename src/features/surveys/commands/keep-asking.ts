import { RELATIONSHIP_DAYS } from '@/domain/survey/survey';
import { customerSkip, lockedCustomer, sentNow } from '@/features/surveys/ask-customer';
import type { AskedSurvey } from '@/features/surveys/asked-row';
import { askedSurvey } from '@/features/surveys/asked-survey';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { Context, SystemContext } from '@/server/context';
import { inviteTokenHash } from '@/server/crypto/survey-token';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { World } from '@/server/world';

const DAY_MS = 86_400_000;

/**
 * A customer has seen the question that a link names, in a chat or below a request: from now on they count as asked, for the
 * response rate, for the throttle and for mails that would ask the same. No answer is kept. Doing it again changes nothing;
 * gives whether they are asked now.
 */
export function noteAsked(world: World, { token }: Readonly<{ token: string }>): Promise<boolean> {
  return transaction(world, async (tx) => {
    const asked = await askedSurvey(tx, { token, now: world.now() });
    if (!asked || asked.expired || asked.mode === 'trial') return false;
    return asked.unsent ? noteIn(tx, world, asked) : true;
  });
}

async function noteIn(tx: Tx, world: World, asked: AskedSurvey): Promise<boolean> {
  const { workspaceId, customerId, ticketId, place, terms } = asked;
  if (place === 'link' || !customerId) return false;
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  const ctx: SystemContext = { ...world, workspaceId, actor };
  const customer = await lockedCustomer(tx, ctx, customerId);
  if (!customer || (await customerSkip(tx, ctx, { customer, terms }))) return false;
  const inviteId = await keepAsking(tx, ctx, asked);
  const event = { type: 'survey.asked', inviteId, kind: terms.kind, channel: place } as const;
  if (ticketId) await recordFactIn(tx, ctx, { ticketId, event });
  return true;
}

/** Writes down that somebody is asked as of now, unless that is written down already; gives the id of the invite. */
export async function keepAsking(tx: Tx, ctx: Context, asked: AskedSurvey): Promise<string> {
  const { workspaceId } = ctx;
  const { surveyId, surveyVersion, customerId, terms, inviteId, onceKey } = asked;
  if (inviteId && !asked.unsent) return inviteId;
  if (!customerId) throw new Error(`survey ${surveyId} was asked of nobody`);
  const { ticketId, agentId, teamId } = asked;
  const sent = {
    ...sentNow(asked.place, terms, ctx.now()),
    surveyVersion,
    reason: '',
    ticketId,
    agentId,
    teamId,
  };
  if (terms.trigger === 'schedule') await giveNextTurn(tx, ctx, asked);
  if (inviteId) {
    await tx.surveyInvite.update({ where: { workspaceId_id: { workspaceId, id: inviteId } }, data: sent });
    return inviteId;
  }
  const id = ctx.newId();
  const { episode, locale } = asked;
  const made = { dueAt: ctx.now(), createdAt: ctx.now(), tokenHash: inviteTokenHash(id) };
  await tx.surveyInvite.create({
    data: { workspaceId, id, surveyId, customerId, onceKey, episode, locale, ...sent, ...made },
  });
  return id;
}

async function giveNextTurn(
  tx: Tx,
  ctx: Context,
  { surveyId, customerId, terms }: AskedSurvey,
): Promise<void> {
  const days = Math.max(RELATIONSHIP_DAYS, terms.throttleDays);
  await tx.surveyTurn.updateMany({
    where: { workspaceId: ctx.workspaceId, surveyId, customerId: customerId ?? '' },
    data: { dueAt: new Date(ctx.now().getTime() + days * DAY_MS) },
  });
}
