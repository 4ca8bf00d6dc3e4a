import { email } from '@/channels/email/index';
import type { DeliveryResult, OutboundMessage } from '@/domain/channel/message';
import type { Outcome } from '@/domain/delivery/delivery';
import { nextTry } from '@/domain/delivery/retry';
import { composeMessage } from '@/features/delivery/compose-message';
import { composeSystemMail } from '@/features/delivery/compose-system-mail';
import { claimOutgoing, endTry, type OutgoingMail } from '@/features/delivery/outbox';
import { recordSent } from '@/features/delivery/record-sent';
import { isSecret } from '@/features/delivery/secret-kinds';
import { transportFor } from '@/features/delivery/transport-for';
import { reportMayGo } from '@/features/insights/commands/report-may-go';
import { noteUndelivered } from '@/features/surveys/commands/note-undelivered';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, mailTopic } from '@/server/live/announce';
import { deliverToConversation } from './deliver-to-conversation';
import { recordDelivery } from './record-delivery';
import { sendMail } from './send-mail-job';

/**
 * Sends one mail of the outbox and writes down what became of it, on its row and on its message. A mail that was taken
 * back, or is sent already, is left alone. After a crash in the middle it goes out once more under the same Message-ID:
 * between the other server's OK and our commit nobody can know (contracts A.6).
 */
export async function deliverMail(ctx: SystemContext, mailId: string): Promise<void> {
  const mail = await claimOutgoing(ctx, mailId);
  if (!mail) return;
  if (mail.conversationId)
    return deliverToConversation(ctx, { ...mail, conversationId: mail.conversationId });
  if (!(await mayLeave(ctx, mail))) return endWithout(ctx, mailId, 'stopped');
  const message = mail.messageId ? await composeMessage(ctx, mail) : composeSystemMail(ctx, mail);
  if (!message) return endWithout(ctx, mail.id, 'gone');
  const config = await transportFor(ctx, mail.channelAccountId);
  const result = await email.deliver(message, config);
  const via = config.kind === 'log' ? 'log' : 'smtp';
  if (result.status === 'sent' && result.refused.length === 0) {
    const { id: mailId, messageId, kind } = mail;
    const raw = isSecret({ kind, via }) ? null : Uint8Array.from(result.raw);
    return recordSent(ctx, {
      mailId,
      messageId,
      via,
      raw,
      recipients: message.envelope.to,
      detail: result.detail,
    });
  }
  await transaction(ctx, async (tx) => {
    await record(tx, ctx, { mail, message, result, via });
    await announce(tx, [mailTopic(ctx.workspaceId)]);
  });
}

/** Whether a mail may still leave: one with a board only to who may still see it. */
const mayLeave = async (ctx: SystemContext, { kind, uniqueKey }: OutgoingMail): Promise<boolean> =>
  kind !== 'report' || reportMayGo(ctx.db, { workspaceId: ctx.workspaceId, uniqueKey });

/** Ends a mail that is not to leave any more. */
const endWithout = (ctx: SystemContext, mailId: string, lastError: string): Promise<void> =>
  transaction(ctx, (tx) => endTry(tx, ctx, mailId, { state: 'failed', lastError }));

type Tried = Readonly<{
  mail: OutgoingMail;
  message: OutboundMessage;
  result: DeliveryResult;
  via: 'smtp' | 'log';
}>;

async function record(tx: Tx, ctx: SystemContext, tried: Tried): Promise<void> {
  const { result } = tried;
  if (result.status === 'sent') return recordPartly(tx, ctx, { ...tried, result });
  const { code, reason } = result;
  const again = result.status === 'deferred' ? nextTry(tried.mail.attempts, ctx.now()) : null;
  const everybody = tried.message.envelope.to;
  if (again) return tryLater(tx, ctx, { tried, again, recipients: everybody, code, reason });
  await endTry(tx, ctx, tried.mail.id, { state: 'failed', lastError: `${code} ${reason}`.trim() });
  await noteUndelivered(tx, ctx, tried.mail.id);
  const outcomes = everybody.map(
    (recipient) => ({ state: 'failed', recipient, code, detail: reason }) as const,
  );
  await recordOn(tx, ctx, { tried, outcomes });
}

type Sent = Tried & Readonly<{ result: Extract<DeliveryResult, { status: 'sent' }> }>;

/** Some recipients may have been refused while others were served: those for good fail, the others are tried again. */
async function recordPartly(tx: Tx, ctx: SystemContext, sent: Sent): Promise<void> {
  const { mail, message, result, via } = sent;
  const refused = new Map(result.refused.map((each) => [each.recipient, each]));
  const outcomes = message.envelope.to.map((recipient): Outcome => {
    const no = refused.get(recipient.toLowerCase());
    if (!no) return { state: 'sent', recipient, code: '250', detail: result.detail };
    return { state: no.permanent ? 'failed' : 'deferred', recipient, code: no.code, detail: no.reason };
  });
  const lastError =
    result.refused.map(({ recipient, reason }) => `${recipient}: ${reason}`).join('; ') || null;
  const later = outcomes.filter(({ state }) => state === 'deferred').map(({ recipient }) => recipient);
  const again = later.length > 0 ? nextTry(mail.attempts, ctx.now()) : null;
  if (again) await postpone(tx, ctx, { mail, again, lastError: lastError ?? '', rcptTo: later });
  else
    await endTry(tx, ctx, mail.id, {
      state: 'sent',
      via,
      raw: result.raw,
      secret: isSecret({ kind: mail.kind, via }),
      lastError,
    });
  await recordOn(tx, ctx, { tried: sent, outcomes, sentAt: ctx.now() });
}

type Later = Readonly<{
  tried: Tried;
  again: Date;
  recipients: readonly string[];
  code: string;
  reason: string;
}>;

async function tryLater(
  tx: Tx,
  ctx: SystemContext,
  { tried, again, recipients, code, reason }: Later,
): Promise<void> {
  await postpone(tx, ctx, { mail: tried.mail, again, lastError: `${code} ${reason}`.trim() });
  const outcomes = recipients.map(
    (recipient) => ({ state: 'deferred', recipient, code, detail: reason }) as const,
  );
  await recordOn(tx, ctx, { tried, outcomes });
}

type Postponed = Readonly<{ mail: OutgoingMail; again: Date; lastError: string; rcptTo?: readonly string[] }>;

async function postpone(
  tx: Tx,
  ctx: SystemContext,
  { mail, again, lastError, rcptTo }: Postponed,
): Promise<void> {
  await endTry(tx, ctx, mail.id, { state: 'deferred', lastError, runAt: again, ...(rcptTo && { rcptTo }) });
  await enqueue(tx, sendMail, { workspaceId: ctx.workspaceId, mailId: mail.id }, { runAt: again });
}

type OnMessage = Readonly<{ tried: Tried; outcomes: readonly Outcome[]; sentAt?: Date }>;

async function recordOn(tx: Tx, ctx: SystemContext, { tried, outcomes, sentAt }: OnMessage): Promise<void> {
  const { messageId } = tried.mail;
  if (messageId) await recordDelivery(tx, ctx, { messageId, outcomes, ...(sentAt && { sentAt }) });
}
