import { whoFollowsUp } from '@/domain/survey/answer';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { Opening } from '@/domain/ticket/receive';
import { mailFollowUp } from '@/features/surveys/follow-up-mail';
import { candidatesFor } from '@/features/surveys/follow-up-people';
import type { KeptAnswer as Kept } from '@/features/surveys/kept-answer';
import { openLinkedTicket } from '@/features/tickets/commands/act-on-ticket';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import { translator } from '@/i18n/translator';
import type { Context, SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

const HOUR_MS = 3_600_000;

/**
 * Opens a task for whoever is to come back to a customer who was not content, once per asking. It hangs on the ticket, its
 * note says what was answered, and the person hears of it by mail. What the customer wrote stands beside it for those who may
 * read feedback.
 */
export async function openFollowUp(tx: Tx, asker: Context, kept: Kept): Promise<void> {
  const { workspaceId } = asker;
  const { asked, inviteId } = kept;
  const { followUp } = asked.terms;
  const where = { workspaceId_inviteId: { workspaceId, inviteId } };
  if (!followUp || (await tx.surveyFollowUp.findUnique({ where, select: { inviteId: true } }))) return;
  const ctx: SystemContext = { ...asker, actor: { kind: 'system', id: 'schedule', name: 'schedule' } };
  const assigneeId = await assigneeOf(tx, ctx, kept);
  const dueAt = new Date(ctx.now().getTime() + followUp.dueInHours * HOUR_MS);
  const opening = await openingOf(tx, ctx, { ...kept, assigneeId });
  const text = await noteOf(tx, ctx, kept);
  const message = {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'note' as const,
    channel: opening.channel,
    author: { kind: 'system' as const, name: asked.terms.name, address: '' },
    subject: '',
    text,
    visibleText: text,
  };
  const { id: ticketId, number } = await openLinkedTicket(tx, ctx, { opening, message });
  await tx.surveyFollowUp.create({ data: { workspaceId, inviteId, ticketId, assigneeId, dueAt } });
  if (asked.ticketId) {
    const event = { type: 'survey.followed_up', inviteId, ticketId, number } as const;
    await recordFactIn(tx, ctx, { ticketId: asked.ticketId, event });
  }
  await mailFollowUp(tx, ctx, {
    inviteId,
    number,
    subject: opening.subject,
    dueAt,
    to: [assigneeId],
    late: false,
  });
}

async function assigneeOf(tx: Tx, ctx: Context, { asked }: Kept): Promise<string | null> {
  const { followUp } = asked.terms;
  if (!followUp) return null;
  const candidates = await candidatesFor(tx, ctx, { teamId: asked.teamId, userId: followUp.userId });
  return whoFollowsUp(followUp, { candidates, ratedId: asked.agentId });
}

async function openingOf(
  tx: Tx,
  ctx: Context,
  { asked, assigneeId }: Kept & { assigneeId: string | null },
): Promise<Opening> {
  const { workspaceId } = ctx;
  const ticket = asked.ticketId
    ? await tx.ticket.findUnique({
        where: { workspaceId_id: { workspaceId, id: asked.ticketId } },
        select: { channel: true, channelAccountId: true, language: true },
      })
    : null;
  const isMail = ticket?.channel === 'email';
  return {
    id: ctx.newId(),
    number: await takeTicketNumber(tx, ctx),
    subject: await subjectOf(tx, ctx, asked.customerId),
    channel: isMail ? 'email' : 'web',
    channelAccountId: isMail ? ticket.channelAccountId : null,
    requesterId: asked.customerId ?? '',
    teamId: asked.teamId,
    assigneeId,
    language: ticket?.language ?? asked.locale,
    followUpOfId: asked.ticketId,
    spam: false,
    type: 'task',
    priority: 'high',
    status: assigneeId ? 'open' : 'new',
  };
}

async function subjectOf(tx: Tx, { workspaceId }: Context, customerId: string | null): Promise<string> {
  const t = await translator(await localeOf(tx, workspaceId), 'feedback');
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id: customerId ?? '' } },
    select: { displayName: true },
  });
  return t('followUp.subject', { customer: customer?.displayName ?? '' }).slice(0, 500);
}

/** It says neither score nor words: colleagues who may see the task may not see the feedback. */
async function noteOf(tx: Tx, { workspaceId }: Context, { asked, given }: Kept): Promise<string> {
  const t = await translator(await localeOf(tx, workspaceId), 'feedback');
  const note = t('followUp.note', { survey: asked.terms.name });
  return given.comment ? `${note} ${t('followUp.noteComment')}` : note;
}

async function localeOf(tx: Tx, workspaceId: string): Promise<string> {
  return (await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { locale: true } }))
    .locale;
}
