import { type Notice, noticesOf, type TicketFact } from '@/domain/notification/notices';
import { may } from '@/domain/permission/can';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { type Recipient, writeNotice } from '@/features/notifications/write-notice';
import type { SystemContext } from '@/server/context';
import { agentReplyAddress } from '@/server/crypto/mail-tokens';
import { transaction } from '@/server/db/transaction';

/** One save of a ticket; its events bear the instant `at`. */
export type Saved = Readonly<{ ticketId: string; at: Date }>;

/**
 * Tells the assignee by mail what happened to a ticket of theirs, as far as they want it. Running it again sends nothing
 * twice. The reply address of the mail is theirs alone: what they answer there goes to the customer in their name.
 */
export async function notifyByMail(ctx: SystemContext, { ticketId, at }: Saved): Promise<void> {
  const { workspaceId, db } = ctx;
  const [ticket, events] = await Promise.all([
    loadTicket(ctx, ticketId),
    db.ticketEvent.findMany({
      where: { workspaceId, ticketId, at },
      select: { position: true, type: true, data: true, actorId: true },
    }),
  ]);
  if (!ticket) return;
  for (const notice of noticesOf(events.map(factOf), ticket)) await send(ctx, ticket, notice);
}

type Stored = Omit<TicketFact, 'data'> & Readonly<{ data: unknown }>;

const factOf = ({ data, ...event }: Stored): TicketFact => ({
  ...event,
  data: typeof data === 'object' && data !== null ? { ...data } : {},
});

type NoticedTicket = NonNullable<Awaited<ReturnType<typeof loadTicket>>>;

function loadTicket(ctx: SystemContext, id: string) {
  return ctx.db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: {
      id: true,
      number: true,
      subject: true,
      assigneeId: true,
      spam: true,
      channelAccountId: true,
      requester: { select: { displayName: true } },
      workspace: { select: { slug: true } },
    },
  });
}

async function send(ctx: SystemContext, ticket: NoticedTicket, notice: Notice): Promise<void> {
  const recipient = await loadRecipient(ctx, notice);
  if (!recipient || !wants(recipient, notice)) return;
  const { workspaceId } = ctx;
  await transaction(ctx, async (tx) => {
    const mailbox = await mailboxOfTicket(tx, ctx, ticket);
    const mayAnswer = mailbox !== null && canReply(recipient);
    const letter = await writeNotice(ctx, { ticket, notice, recipient, mayAnswer });
    const { id: channelAccountId = '', name = '', address = '' } = mailbox ?? {};
    const own = agentReplyAddress(address, workspaceId, ticket.number, notice.userId);
    await queueSystemMail(tx, ctx, {
      kind: 'notification',
      to: { address: recipient.email, name: recipient.name },
      ...letter,
      uniqueKey: `notice:${notice.position}:${notice.userId}`,
      ...(mailbox && {
        mailbox: {
          channelAccountId,
          from: { address, name },
          replyTo: { address: mayAnswer ? own : address, name },
        },
      }),
    });
  });
}

async function loadRecipient(ctx: SystemContext, { userId }: Notice): Promise<Recipient | null> {
  const { workspaceId } = ctx;
  const member = await ctx.db.membership.findFirst({
    where: { workspaceId, userId, deactivatedAt: null, user: { disabledAt: null } },
    select: {
      role: true,
      mailOnAssign: true,
      mailOnMessage: true,
      user: { select: { name: true, email: true, locale: true } },
    },
  });
  return member && { ...member, ...member.user };
}

const wants = ({ mailOnAssign, mailOnMessage }: Recipient, { kind }: Notice) =>
  kind === 'assigned' ? mailOnAssign : mailOnMessage;

const canReply = ({ role, name }: Recipient) =>
  may({ kind: 'user', id: null, name, role, scope: 'all', teamIds: [] }, 'ticket.reply');
