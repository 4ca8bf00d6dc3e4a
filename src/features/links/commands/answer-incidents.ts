import type { Hindrance } from '@/domain/channel/reach';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Problem, type Result } from '@/domain/shared/result';
import { hasOpenPlaces } from '@/domain/template/fill-template';
import { isActive } from '@/domain/ticket/ticket';
import type { AnswerInput } from '@/features/links/inputs';
import { fillTexts } from '@/features/macros/commands/fill-texts';
import { replyOnce } from '@/features/tickets/commands/reply-once';
import type { StaffContext } from '@/server/context';
import { ConcurrentChange } from '@/server/db/transaction';

/** What became of one incident: the message that leaves at `sendAt`, or why there is none. */
export type AnswerOutcome = Readonly<{
  ticketId: string;
  problem: Problem['code'] | null;
  /** With `channel.closed`: what stands in the way. */
  why: Hindrance | null;
  messageId: string | null;
  sendAt: Date | null;
}>;

type Outcomes = Readonly<{ outcomes: readonly AnswerOutcome[] }>;

/**
 * Answers incidents of a problem, each in its customer's language, on its own channel and in a commit of its own: one that
 * cannot be answered holds up no other. What this answer was sent to before is not sent again, but told as sent. The outcomes
 * stand in the order of the tickets.
 */
export async function answerIncidents(
  ctx: StaffContext,
  input: AnswerInput,
): Promise<Result<Outcomes, Readonly<{ code: 'not_found' }>>> {
  const { db, workspaceId, actor } = ctx;
  const where = { workspaceId_id: { workspaceId, id: input.problemId } };
  const owner = { requesterId: true, assigneeId: true, teamId: true } as const;
  const problem = await db.ticket.findUnique({ where, select: owner });
  if (!problem || !mayOnTicket(actor, 'ticket.reply', problem)) return fail({ code: 'not_found' });
  const links = await db.ticketLink.findMany({
    where: { workspaceId, toId: input.problemId, kind: 'incident_of', fromId: { in: input.ticketIds } },
    select: { from: { select: { ...owner, id: true, status: true, mergedIntoId: true } } },
  });
  const incidents = new Map(links.map(({ from }) => [from.id, from]));
  const outcomes: AnswerOutcome[] = [];
  for (const ticketId of input.ticketIds) {
    const incident = incidents.get(ticketId);
    const isThere = incident && !incident.mergedIntoId && mayOnTicket(actor, 'ticket.reply', incident);
    const outcome = isThere
      ? await answer(ctx, { ticketId, input, isOpen: isActive(incident.status) })
      : notAnswered(ticketId, { code: 'not_found' });
    outcomes.push(outcome);
  }
  return ok({ outcomes });
}

type Answering = Readonly<{ ticketId: string; input: AnswerInput; isOpen: boolean }>;

async function answer(ctx: StaffContext, { ticketId, input, isOpen }: Answering): Promise<AnswerOutcome> {
  const { answerId, submitAs, texts } = input;
  const before = await sentBefore(ctx, { answerId, ticketId });
  if (before) return answered(ticketId, before);
  if (!isOpen) return notAnswered(ticketId, { code: 'link.not_open' });
  const text = await fillTexts(ctx.db, ctx, { texts, ticketId });
  if (!text) return notAnswered(ticketId, { code: 'not_found' });
  if (hasOpenPlaces(text.html)) return notAnswered(ticketId, { code: 'link.open_places' });
  const reply = { ticketId, html: text.html, submitAs };
  try {
    const sent = await replyOnce(ctx, reply, {
      sent: (tx) => sentBefore({ ...ctx, db: tx }, { answerId, ticketId }),
      keep: async (tx, { messageId }) => {
        const { workspaceId } = ctx;
        const row = { workspaceId, answerId, ticketId, messageId, createdAt: ctx.now() };
        await tx.incidentAnswer.create({ data: row, select: { ticketId: true } });
      },
    });
    return sent.ok ? answered(ticketId, sent.value) : notAnswered(ticketId, sent.error);
  } catch (error) {
    // Others write there without a pause; the rest need not wait for that.
    if (error instanceof ConcurrentChange) return notAnswered(ticketId, { code: 'changed.meanwhile' });
    throw error;
  }
}

type Sent = Readonly<{ messageId: string; sendAt: Date }>;
type Reader = Pick<StaffContext, 'workspaceId' | 'now'> &
  Readonly<{ db: Pick<StaffContext['db'], 'incidentAnswer'> }>;

async function sentBefore(
  { db, workspaceId, now }: Reader,
  { answerId, ticketId }: Readonly<{ answerId: string; ticketId: string }>,
): Promise<Sent | null> {
  const row = await db.incidentAnswer.findUnique({
    where: { workspaceId_answerId_ticketId: { workspaceId, answerId, ticketId } },
    select: { messageId: true, message: { select: { sendAt: true } } },
  });
  return row && { messageId: row.messageId, sendAt: row.message.sendAt ?? now() };
}

const answered = (ticketId: string, { messageId, sendAt }: Sent): AnswerOutcome => ({
  ...{ ticketId, messageId, sendAt, problem: null, why: null },
});

const notAnswered = (ticketId: string, error: Problem & Readonly<{ why?: Hindrance }>): AnswerOutcome => ({
  ...{ ticketId, problem: error.code, why: error.why ?? null, messageId: null, sendAt: null },
});
