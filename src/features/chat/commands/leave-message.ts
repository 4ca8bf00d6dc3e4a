import type { LeaveMessage, MessageLeft } from '@/domain/chat/protocol';
import type { CustomerActor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import { previewOf } from '@/domain/ticket/add-message';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage, StoredFile } from '@/domain/ticket/ticket';
import { holdVisitorBack } from '@/features/chat/hold-back';
import { verifiedIdentity } from '@/features/chat/identity-secrets';
import { type VisitorContext, visitorExpiry } from '@/features/chat/visitor';
import { newToken, tokenHashOf } from '@/features/chat/visitor-token';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { linkNamedVisit } from '@/features/knowledge/commands/link-visit';
import { openingWithout } from '@/features/promises/commands/opening-notice';
import { toldByWhen } from '@/features/promises/commands/told-by-when';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Left = LeaveMessage & Readonly<{ files: readonly StoredFile[]; userAgent: string }>;
type Kept = Result<MessageLeft, Readonly<{ code: 'token.invalid' | 'input.invalid' | 'chat.blocked' }>>;

/**
 * Words left while nobody is there open a ticket that is answered by mail, as if they had come by mail: the address is
 * where the answer goes, so that whoever gave a foreign one learns nothing. Once per `clientId`.
 */
export async function leaveMessage(ctx: VisitorContext, left: Left): Promise<Kept> {
  const proof = left.identity ? verifiedIdentity(ctx.account, left.identity, ctx.now()) : null;
  if (proof && !proof.ok) return proof;
  const { workspaceId, account } = ctx;
  return transaction(ctx, async (tx) => {
    const before = await tx.chatSession.findUnique({
      where: {
        workspaceId_channelAccountId_clientId: {
          workspaceId,
          channelAccountId: account.id,
          clientId: left.clientId,
        },
      },
      select: { ticket: { select: { id: true, number: true } } },
    });
    if (before?.ticket) return ok(await leftOn(tx, ctx, { left, ticket: before.ticket }));
    if (before) return fail({ code: 'input.invalid' });
    const email = proof?.value.email ?? left.email;
    if (await holdBack(tx, ctx, { left, email })) return fail({ code: 'chat.blocked' });
    const customer = await customerByEmail(tx, ctx, { email, name: left.name, locale: left.language });
    const { ticketId, number } = await openTicketFor(tx, ctx, {
      left,
      email,
      customer,
      proven: email === proof?.value.email,
    });
    await keepSession(tx, ctx, { left, ticketId, customerId: customer.id });
    await linkNamedVisit(tx, ctx, { visit: left.visit, ticketId, customerId: customer.id });
    return ok(await leftOn(tx, ctx, { left, ticket: { id: ticketId, number } }));
  });
}

type Standing = Readonly<{ left: Left; ticket: Readonly<{ id: string; number: number }> }>;

/** What the visitor is told: the number, and until when an answer was promised. */
async function leftOn(tx: Tx, ctx: VisitorContext, { left, ticket }: Standing): Promise<MessageLeft> {
  const answerBy = await toldByWhen(
    { ...ctx, db: tx },
    { ticketId: ticket.id, timeZone: ctx.account.workspaceTimeZone, locale: left.language },
  );
  return { ticketNumber: ticket.number, answerBy };
}

function holdBack(tx: Tx, ctx: VisitorContext, { left, email }: Readonly<{ left: Left; email: string }>) {
  const { clientId, name, phone = null, text, language, files } = left;
  return holdVisitorBack(tx, ctx, {
    visitor: { id: clientId, customerId: null, name, email, phone },
    key: `left:${ctx.account.id}/${clientId}`,
    thread: `left:${ctx.account.id}/${clientId}`,
    text,
    ticketId: null,
    language,
    files,
  });
}

type Words = Readonly<{
  left: Left;
  email: string;
  proven: boolean;
  customer: Readonly<{ id: string; displayName: string }>;
}>;

async function openTicketFor(tx: Tx, ctx: VisitorContext, words: Words) {
  const { left, customer } = words;
  const by: CustomerActor = { kind: 'customer', id: customer.id, name: left.name || customer.displayName };
  const number = await takeTicketNumber(tx, ctx);
  const opening = {
    id: ctx.newId(),
    number,
    subject: previewOf(left.text).slice(0, 100),
    channel: 'chat' as const,
    channelAccountId: ctx.account.id,
    requesterId: customer.id,
    teamId: ctx.account.teamId,
    language: left.language,
    followUpOfId: null,
    spam: false,
  };
  const promised = await openingWithout(tx, ctx, opening);
  const message = wordsOf(ctx, words);
  const ticket = await openReceivedTicket(tx, ctx, { opening, message, by, beside: [], promised });
  return { ticketId: ticket.id, number };
}

function wordsOf(ctx: VisitorContext, { left, email, proven, customer }: Words): NewMessage {
  const at = ctx.now();
  const name = left.name || customer.displayName;
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'inbound',
    channel: 'chat',
    channelAccountId: ctx.account.id,
    author: { kind: 'customer', id: customer.id, name, address: email },
    text: left.text,
    visibleText: left.text,
    from: [{ address: email, name }],
    threadedBy: 'new',
    language: left.language,
    unverified: !proven,
    sentAt: at,
    receivedAt: at,
    files: left.files,
  };
}

type Kind = Readonly<{ left: Left; ticketId: string; customerId: string }>;

/** A chat that never was one: it keeps what the page told, and the request's id. */
async function keepSession(tx: Tx, ctx: VisitorContext, { left, ticketId, customerId }: Kind): Promise<void> {
  const { workspaceId, account } = ctx;
  const at = ctx.now();
  const visitorId = ctx.newId();
  await tx.chatVisitor.create({
    data: {
      workspaceId,
      id: visitorId,
      channelAccountId: account.id,
      tokenHash: tokenHashOf(newToken()),
      customerId,
      name: left.name,
      email: left.email,
      phone: left.phone ?? null,
      locale: left.language,
      timeZone: left.timeZone,
      lastSeenAt: at,
      expiresAt: visitorExpiry(at),
      createdAt: at,
    },
  });
  await tx.chatSession.create({
    data: {
      workspaceId,
      id: ctx.newId(),
      channelAccountId: account.id,
      visitorId,
      clientId: left.clientId,
      offline: true,
      ticketId,
      state: 'ended',
      endedAt: at,
      locale: left.language,
      pageUrl: left.page.url,
      pageTitle: left.page.title,
      referrer: left.page.referrer,
      userAgent: left.userAgent.slice(0, 500),
      answers: { ...left.answers },
      createdAt: at,
      lastMessageAt: at,
      lastVisitorAt: at,
      visitorSeenAt: at,
    },
  });
}
