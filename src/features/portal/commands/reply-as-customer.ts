import { isOnlyThanks } from '@/domain/intake/thanks';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage, StoredFile, Ticket } from '@/domain/ticket/ticket';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { holdCustomerBack } from '@/features/portal/hold-back';
import type { ReplyInput } from '@/features/portal/inputs';
import { requestOf } from '@/features/portal/request-of';
import { requestPath } from '@/features/portal/request-path';
import { type FileRefused, storedFiles } from '@/features/portal/stored-files';
import { openingWithout } from '@/features/promises/commands/opening-notice';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { spend } from '@/server/auth/limits';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { CustomerContext } from '@/server/portal/portal-page';

type Refused = Readonly<{ code: 'not_found' | 'rate.limited' }> | FileRefused | TextMissing;
type TextMissing = Readonly<{ code: 'input.invalid'; fields: Readonly<{ text: readonly string[] }> }>;

/**
 * What a customer writes on their request, as a mail would: it opens a solved one again, and after the ticket is closed it
 * opens a follow-up. Leads to the request on which it stands.
 */
export async function replyAsCustomer(
  who: ActingCustomer,
  { number, text, cc, files }: ReplyInput,
): Promise<Result<Readonly<{ goTo: string }>, Refused>> {
  const { ctx } = who;
  if (text === '' && files.length === 0)
    return fail({ code: 'input.invalid', fields: { text: ['too_small'] } });
  if ((await spend('portal-reply', `${ctx.workspaceId} ${ctx.actor.id}`)) > 0)
    return fail({ code: 'rate.limited' });
  const stored = await storedFiles(ctx, files);
  if (!stored.ok) return stored;
  return transaction(ctx, async (tx) => {
    const found = await requestOf(tx, ctx, number);
    if (!found || !mayOnTicket(ctx.actor, 'ticket.reply', found.owned)) return fail({ code: 'not_found' });
    const { ticket } = found;
    const message = await messageOf(tx, ctx, { ticket, text, cc, files: stored.value });
    if (await holdCustomerBack(tx, ctx, { ticket, message }))
      return ok({ goTo: requestPath(who, number, 'sent') });
    const placed = await place(tx, ctx, { ticket, message });
    // A link is good for its own ticket; what follows it has come to us all the same.
    return ok({ goTo: requestPath(who, placed, 'sent') });
  });
}

type Written = Readonly<{
  ticket: Ticket;
  text: string;
  cc: readonly string[];
  files: readonly StoredFile[];
}>;

async function messageOf(
  tx: Tx,
  ctx: CustomerContext,
  { ticket, text, cc, files }: Written,
): Promise<NewMessage> {
  const { actor } = ctx;
  const at = ctx.now();
  const address = await addressOf(tx, ctx, actor.id);
  const requester = ticket.requesterId === actor.id ? '' : await addressOf(tx, ctx, ticket.requesterId);
  const mailbox = await mailboxOfTicket(tx, ctx, ticket);
  const others = await withoutMailboxes(
    tx,
    ctx,
    cc.filter((each) => each !== address),
  );
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'inbound',
    channel: 'web',
    channelAccountId: mailbox?.id ?? null,
    author: { kind: 'customer', id: actor.id, name: actor.name, address },
    text,
    visibleText: text,
    from: address ? [{ address, name: actor.name }] : [],
    // What somebody writes whom the customer let in is for the customer as well.
    to: requester ? [{ address: requester, name: null }] : [],
    cc: others.map((each) => ({ address: each, name: null })),
    threadedBy: 'conversation',
    language: ticket.language,
    thanks: files.length === 0 && isOnlyThanks(text, actor.name),
    sentAt: at,
    receivedAt: at,
    files,
  };
}

/** The mail address that a customer is written to at; empty for one without. */
async function addressOf(tx: Tx, { workspaceId }: CustomerContext, customerId: string): Promise<string> {
  const identity = await tx.customerIdentity.findFirst({
    where: { workspaceId, customerId, kind: 'email' },
    orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
    select: { value: true },
  });
  return identity?.value ?? '';
}

/** A copy to one of our own mailboxes would come back as a message. */
async function withoutMailboxes(tx: Tx, { workspaceId }: CustomerContext, addresses: readonly string[]) {
  if (addresses.length === 0) return [];
  const own = await tx.channelAccount.findMany({
    where: { workspaceId, address: { in: [...addresses] } },
    select: { address: true },
  });
  return addresses.filter((each) => !own.some(({ address }) => address === each));
}

type Placing = Readonly<{ ticket: Ticket; message: NewMessage }>;

/** Puts it on the ticket, or on a follow-up of one that is closed; gives the number under which it stands. */
async function place(tx: Tx, ctx: CustomerContext, { ticket, message }: Placing): Promise<number> {
  const { actor: by } = ctx;
  if (ticket.status !== 'closed' || message.thanks) {
    await receiveOnTicket(tx, ctx, { ticket, message, by });
    return ticket.number;
  }
  const { subject, teamId, language, channelAccountId } = ticket;
  const number = await takeTicketNumber(tx, ctx);
  const opening = {
    id: ctx.newId(),
    number,
    subject,
    channel: 'web' as const,
    channelAccountId,
    requesterId: by.id,
    teamId,
    language,
    followUpOfId: ticket.id,
    spam: false,
  };
  const followUp: NewMessage = { ...message, threadedBy: 'follow_up' };
  const promised = await openingWithout(tx, ctx, opening);
  await openReceivedTicket(tx, ctx, { opening, message: followUp, by, beside: [], promised });
  return number;
}
