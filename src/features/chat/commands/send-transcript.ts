import { fail, ok, type Result } from '@/domain/shared/result';
import { isTimeZone } from '@/domain/shared/time-zone';
import { chatEntries } from '@/features/chat/entries';
import { type Chat, saveChat } from '@/features/chat/store';
import { transcriptOf } from '@/features/chat/transcript';
import { type ChatVisitor, chatOfVisitor, type VisitorContext } from '@/features/chat/visitor';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { replyAddress } from '@/server/crypto/mail-tokens';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Asked = Readonly<{ visitor: ChatVisitor; email: string }>;
type Refused = Readonly<{ code: 'not_found' | 'chat.not_reachable' }>;

const LONGEST = 2_000;

/**
 * Sends the visitor what was said, in their language and with the times of their clock. What they answer to that mail comes
 * back to the ticket. The same conversation goes to an address once.
 */
export function sendTranscript(
  ctx: VisitorContext,
  { visitor, email }: Asked,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const chat = await chatOfVisitor(tx, ctx, visitor);
    const ticket = chat && (await ticketOf(tx, ctx, chat));
    if (!chat || !ticket) return fail({ code: 'not_found' });
    const mailbox = await mailboxOfTicket(tx, ctx, ticket);
    if (!mailbox) return fail({ code: 'chat.not_reachable' });
    const { number } = ticket;
    const { id: channelAccountId, name, address } = mailbox;
    const replyTo = { address: replyAddress(address, ctx.workspaceId, number), name };
    const queued = await queueSystemMail(tx, ctx, {
      kind: 'notification',
      to: { address: email, name: visitor.name || null },
      ...(await letterOf(tx, ctx, { chat, number })),
      uniqueKey: `transcript:${chat.id}:${chat.lastMessageAt.getTime()}:${email}`,
      mailbox: { channelAccountId, from: { address, name: ctx.account.name }, replyTo },
    });
    const line = { kind: 'transcript_sent', personId: null, detail: email } as const;
    const entry = { type: 'line', line, personName: null } as const;
    if (queued) await saveChat(tx, ctx, { before: chat, after: chat, entries: [entry], watchedBy: [] });
    return ok(null);
  });
}

async function ticketOf(tx: Tx, { workspaceId }: VisitorContext, { ticketId }: Chat) {
  if (!ticketId) return null;
  return tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: { number: true, channelAccountId: true },
  });
}

type Conversation = Readonly<{ chat: Chat; number: number }>;

async function letterOf(tx: Tx, ctx: VisitorContext, { chat, number }: Conversation) {
  const { workspaceId, account } = ctx;
  const { timeZone } = await tx.chatVisitor.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: chat.visitorId } },
    select: { timeZone: true },
  });
  const wanted = { sessionId: chat.id, after: 0, limit: LONGEST };
  const entries = await chatEntries(tx, ctx, wanted, (id) => id);
  const zone = timeZone && isTimeZone(timeZone) ? timeZone : account.workspaceTimeZone;
  return transcriptOf(entries, { locale: chat.locale, timeZone: zone, workspace: account.name, number });
}
