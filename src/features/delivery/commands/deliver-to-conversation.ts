import { type AnswerWay, unfitFor } from '@/domain/channel/answer-limits';
import type { OutboundPart, PartResult, TriedBefore } from '@/domain/channel/conversation';
import { nextLiveTry } from '@/domain/delivery/retry';
import { noteHealth } from '@/features/channels/commands/note-health';
import { composeParts } from '@/features/delivery/compose-parts';
import {
  type Answer,
  type ConversationMail,
  conversationToAnswer,
} from '@/features/delivery/conversation-to-answer';
import { endTry } from '@/features/delivery/outbox';
import { keepPart, recordAllSent } from '@/features/delivery/record-parts';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { callOutside, OutsideError } from '@/server/http/call-outside';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, mailTopic } from '@/server/live/announce';
import { recordDelivery } from './record-delivery';
import { sendMail } from './send-mail-job';

/**
 * Hands an answer over in its conversation, part by part, and writes down after each that it has left: a try that is cut
 * short goes on where it ended. Answers of one conversation leave in the order in which they were written; a later one
 * waits for an earlier one.
 */
export async function deliverToConversation(ctx: SystemContext, mail: ConversationMail): Promise<void> {
  if (await waitsForEarlier(ctx, mail)) return;
  const answer = await conversationToAnswer(ctx, mail);
  if (!answer) {
    await transaction(ctx, (tx) => endTry(tx, ctx, mail.id, { state: 'failed', lastError: 'gone' }));
    return;
  }
  const result = await sendParts(ctx, answer);
  if (result === null) {
    await noteSuccess(ctx, answer);
    return recordAllSent(ctx, answer);
  }
  await noteFailure(ctx, answer, result);
  await transaction(ctx, async (tx) => {
    await recordFailure(tx, ctx, { answer, result });
    await announce(tx, [mailTopic(ctx.workspaceId)]);
  });
}

const LOOK_AGAIN_MS = 1_000;

/** Puts the answer back into the queue while an earlier one of its conversation is still on its way. */
async function waitsForEarlier(ctx: SystemContext, mail: ConversationMail): Promise<boolean> {
  const { workspaceId } = ctx;
  const { id, conversationId, createdAt } = mail;
  const earlier = await ctx.db.outgoingMail.findFirst({
    where: {
      workspaceId,
      conversationId,
      id: { not: id },
      OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
      AND: {
        OR: [{ state: { in: ['sending', 'deferred'] } }, { state: 'queued', runAt: { lte: ctx.now() } }],
      },
    },
    select: { runAt: true },
  });
  if (!earlier) return false;
  const runAt = new Date(Math.max(earlier.runAt.getTime(), ctx.now().getTime()) + LOOK_AGAIN_MS);
  await transaction(ctx, async (tx) => {
    await tx.outgoingMail.updateMany({
      where: { workspaceId, id },
      data: { state: 'queued', attempts: { decrement: 1 }, runAt },
    });
    await enqueue(tx, sendMail, { workspaceId, mailId: id }, { runAt });
  });
  return true;
}

type NotSent = Exclude<PartResult, { status: 'sent' }>;

/** Null when all parts have left; otherwise what the first that did not was told. */
async function sendParts(ctx: SystemContext, answer: Answer): Promise<NotSent | null> {
  const { opened, messageId, privately, answers, conversation } = answer;
  if (!opened) return refused('channel_off');
  const limits = opened.adapter.limits(wayOf(answer), opened.config);
  const parts = composeParts(answer, limits);
  if (parts.length === 0) return refused('empty');
  const unfit = answer.template ? null : unfitFor(sizesOf(answer), limits);
  if (unfit) return refused(unfit);
  const left = await partsThatLeft(ctx, messageId);
  for (const [position, part] of parts.entries()) {
    if (left.has(position)) continue;
    const id = `${messageId}/${position}`;
    const at = ctx.now();
    const triedBefore = await earlierTries(ctx, answer);
    const said = { ...part, id, privately, answers, conversation, at, triedBefore };
    const result = await deliverPart(answer, said);
    if (result.status !== 'sent') return result;
    await keepPart(ctx, { answer, position, result });
  }
  return null;
}

/** Up to here a vendor that promises to know a repetition does know it. */
const KNOWN_MS = 45 * 60_000;
const SKEW_MS = 5 * 60_000;
const MOST_OTHERS = 200;

/** What a channel needs to find a part whose earlier try was taken while its answer was lost; null on a first try. */
async function earlierTries(
  { db, workspaceId, now }: SystemContext,
  { mail, writtenAt: since }: Answer,
): Promise<TriedBefore | null> {
  // Whoever sends a failed one again makes a new row of the outbox, whose tries are counted anew.
  if (mail.attempts <= 1 && now().getTime() - since.getTime() < KNOWN_MS) return null;
  const rows = await db.channelReceipt.findMany({
    where: {
      workspaceId,
      conversationId: mail.conversationId,
      sentAt: { gte: new Date(since.getTime() - SKEW_MS) },
    },
    orderBy: { sentAt: 'desc' },
    take: MOST_OTHERS,
    select: { externalId: true },
  });
  return { since, others: rows.map(({ externalId }) => externalId) };
}

function wayOf({ privately, conversation }: Answer): AnswerWay {
  if (privately) return 'private_reply';
  return conversation.isPublic ? 'public' : 'private';
}

const sizesOf = ({ text, files }: Answer) => ({
  text,
  files: files.map(({ type, bytes }) => ({ type, size: bytes.byteLength })),
});

const refused = (code: string): NotSent => ({ status: 'rejected', code, reason: '', blocked: false });

async function partsThatLeft(
  { db, workspaceId }: SystemContext,
  messageId: string,
): Promise<ReadonlySet<number>> {
  const rows = await db.channelReceipt.findMany({
    where: { workspaceId, messageId },
    select: { position: true },
  });
  return new Set(rows.map(({ position }) => position));
}

/** A vendor that does not answer is asked again later; a bug in an adapter is not hidden as one. */
async function deliverPart({ opened }: Answer, part: OutboundPart): Promise<PartResult> {
  try {
    return opened ? await opened.adapter.deliver(part, opened.config, callOutside) : refused('channel_off');
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const { code, message: reason } = error;
    return code === 'forbidden_address'
      ? { status: 'rejected', code, reason, blocked: false }
      : { status: 'deferred', code, reason, retryAfterSeconds: null };
  }
}

/** The vendor takes what we send; whether its own calls are signed as we expect is another matter. */
function noteSuccess({ workspaceId, ...ctx }: SystemContext, { account }: Answer): Promise<void> {
  const mends = { not: 'wrong_signature' };
  return noteHealth(ctx, { workspaceId, id: account.id }, { health: 'healthy', detail: '', mends });
}

/** What says something of the account, and not only of this message, shows on its light. */
async function noteFailure(
  ctx: SystemContext,
  { account }: Answer,
  { code, reason }: NotSent,
): Promise<void> {
  if (!ACCOUNT_CODES.includes(code)) return;
  const { workspaceId } = ctx;
  await noteHealth(ctx, { workspaceId, id: account.id }, { health: 'failing', detail: reason });
}

const ACCOUNT_CODES = ['sign_in', 'unreachable', 'timeout', 'forbidden_address'];

type Failed = Readonly<{ answer: Answer; result: NotSent }>;

async function recordFailure(tx: Tx, ctx: SystemContext, { answer, result }: Failed): Promise<void> {
  const { workspaceId } = ctx;
  const { mail, messageId, conversation } = answer;
  const { code, reason } = result;
  const lastError = `${code}: ${reason}`.slice(0, 500);
  const recipient = conversation.handle;
  const again =
    result.status === 'deferred' ? nextLiveTry(mail.attempts, ctx.now(), result.retryAfterSeconds) : null;
  if (again) {
    await endTry(tx, ctx, mail.id, { state: 'deferred', lastError, runAt: again });
    await enqueue(tx, sendMail, { workspaceId, mailId: mail.id }, { runAt: again });
  } else {
    await endTry(tx, ctx, mail.id, { state: 'failed', lastError });
  }
  if (result.status === 'rejected' && result.blocked) {
    await tx.channelConversation.updateMany({
      where: { workspaceId, id: mail.conversationId },
      data: { blockedAt: ctx.now(), blockedWhy: code },
    });
  }
  const outcome = { state: again ? 'deferred' : 'failed', recipient, code, detail: reason } as const;
  await recordDelivery(tx, ctx, { messageId, outcomes: [outcome] });
}
