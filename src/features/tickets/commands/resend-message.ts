import { fail, ok, type Result } from '@/domain/shared/result';
import type { Ticket } from '@/domain/ticket/ticket';
import { keepIdentity } from '@/features/customers/commands/add-identity';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import type { ResendInput } from '@/features/tickets/inputs';
import { saveTicket } from '@/features/tickets/store';
import { type WrittenMessage, writtenMessage } from '@/features/tickets/written-message';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Resent = Readonly<{ messageId: string; to: readonly string[] }>;
type Refused = Readonly<{ code: 'not_found' | 'message.not_failed' | 'address.taken' }>;

/**
 * Sends a message that failed or bounced once more, with the same words and Message-ID: to the addresses that did not get
 * it, or to another in their place. Those who got it the first time get nothing. Leaves at once.
 */
export function resendMessage(ctx: StaffContext, input: ResendInput): Promise<Result<Resent, Refused>> {
  return transaction(ctx, async (tx) => {
    const written = await takeUp(tx, ctx, input);
    if (!written.ok) return written;
    const { message, ticket } = written.value;
    const { messageId } = input;
    const recipients = await newRecipients(tx, ctx, { messageId, message, to: input.to?.toLowerCase() });
    await queueMessage(tx, ctx, { kind: 'reply', message: mailTo(recipients, { ctx, messageId, message }) });
    const detail = recipients.join(', ');
    const event = { type: 'message.delivery_changed', messageId, to: 'queued', detail } as const;
    const change = { before: ticket, after: ticket, events: [event] };
    await saveTicket(tx, ctx, { ...change, by: ctx.actor, at: ctx.now() });
    return ok({ messageId, to: recipients });
  });
}

/** The message, now marked as queued, with its ticket; a failure has changed nothing. */
async function takeUp(
  tx: Tx,
  ctx: StaffContext,
  { messageId, to, keepAddress }: ResendInput,
): Promise<Result<Readonly<{ message: WrittenMessage; ticket: Ticket }>, Refused>> {
  const written = await writtenMessage(tx, ctx, messageId);
  if (!written) return fail({ code: 'not_found' });
  if (!hasFailed(written.message)) return fail({ code: 'message.not_failed' });
  if (to && keepAddress) {
    const kept = await keepIdentity(tx, ctx, identityOf(written.ticket, to));
    if (!kept.ok) return fail({ code: 'address.taken' });
  }
  await forgetFailedParts(tx, ctx, messageId);
  const marked = await markQueued(tx, ctx, messageId);
  return marked ? ok(written) : fail({ code: 'message.not_failed' });
}

type Renewal = Readonly<{ messageId: string; message: WrittenMessage; to: string | undefined }>;

async function newRecipients(tx: Tx, ctx: StaffContext, { messageId, message, to }: Renewal) {
  const missed = await addressesMissed(tx, ctx, { messageId, message });
  if (!to) return missed;
  await replaceAddresses(tx, ctx, { messageId, missed, to });
  return [to];
}

const hasFailed = ({ delivery }: WrittenMessage) => delivery === 'failed' || delivery === 'bounced';

type Again = Readonly<{ ctx: StaffContext; messageId: string; message: WrittenMessage }>;

const mailTo = (recipients: readonly string[], { ctx, messageId, message }: Again) => ({
  ...message,
  id: messageId,
  messageId: message.mailMessageId,
  sendAt: ctx.now(),
  from: message.from.map(plain),
  to: recipients.map(plain),
  cc: [],
  bcc: [],
});

const plain = (address: string) => ({ address, name: null });

const identityOf = (ticket: Ticket, value: string) =>
  ({ customerId: ticket.requesterId, kind: 'email', value, preferred: true }) as const;

/** Of an answer in a conversation: what failed after it had left is to leave once more, what arrived is not. */
async function forgetFailedParts(tx: Tx, { workspaceId }: StaffContext, messageId: string): Promise<void> {
  await tx.channelReceipt.updateMany({
    where: { workspaceId, messageId, state: 'failed' },
    data: { messageId: null },
  });
}

/** True for one caller only, however many press at once. */
async function markQueued(tx: Tx, ctx: StaffContext, messageId: string): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { workspaceId: ctx.workspaceId, id: messageId, delivery: { in: ['failed', 'bounced'] } },
    data: { delivery: 'queued', deliveryDetail: null, sendAt: ctx.now(), scheduled: false },
  });
  return count === 1;
}

type Missed = Readonly<{ messageId: string; message: WrittenMessage }>;

/** Those of its recipients for whom a failure was reported; all of To when nobody was named. */
async function addressesMissed(
  tx: Tx,
  ctx: StaffContext,
  { messageId, message }: Missed,
): Promise<readonly string[]> {
  const attempts = await tx.deliveryAttempt.findMany({
    where: { workspaceId: ctx.workspaceId, messageId, state: { in: ['failed', 'bounced'] } },
    select: { recipient: true },
  });
  const failed = new Set(attempts.map(({ recipient }) => recipient.toLowerCase()));
  const { to, cc, bcc } = message;
  const missed = [...to, ...cc, ...bcc].filter((address) => failed.has(address.toLowerCase()));
  return missed.length > 0 ? missed : to;
}

type Replacing = Readonly<{ messageId: string; missed: readonly string[]; to: string }>;

/** The new address stands in the mail's head where the missed ones stood. */
async function replaceAddresses(tx: Tx, ctx: StaffContext, { messageId, missed, to }: Replacing) {
  const { workspaceId } = ctx;
  const rows = await tx.messageAddress.findMany({
    where: { workspaceId, messageId, kind: 'to' },
    orderBy: { position: 'asc' },
  });
  const left = rows.filter(({ address }) => !missed.includes(address.toLowerCase()) && address !== to);
  await tx.messageAddress.deleteMany({
    where: {
      workspaceId,
      messageId,
      OR: [{ kind: 'to' }, { kind: { in: ['cc', 'bcc'] }, address: { in: [...missed, to] } }],
    },
  });
  const first = { workspaceId, messageId, kind: 'to' as const, position: 0, name: null, address: to };
  await tx.messageAddress.createMany({
    data: [first, ...left.map((row, index) => ({ ...row, position: index + 1 }))],
  });
}
