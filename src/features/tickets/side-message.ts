import type { Address } from '@/domain/channel/message';
import { type Envelope, withoutOwn } from '@/domain/ticket/recipients';
import type { NewMessage, StoredFile } from '@/domain/ticket/ticket';
import type { SendingMailbox } from '@/features/delivery/commands/mailbox-of-ticket';
import { staffMessage } from '@/features/tickets/staff-message';
import type { StaffContext } from '@/server/context';
import { sideAddress } from '@/server/crypto/mail-tokens';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';

const REFERENCES_LIMIT = 20;

type Written = Readonly<{
  sideId: string;
  ticketNumber: number;
  mailbox: SendingMailbox;
  subject: string;
  html: string;
  /** What stands below the words: a mail that is passed on. */
  below?: string;
  to: readonly string[];
  cc: readonly string[];
  attachmentIds: readonly string[];
  files?: readonly StoredFile[];
}>;

/**
 * A mail of a conversation beside a ticket: with a reply address of its own, and threaded with that conversation alone.
 * It leaves after the undo time.
 */
export async function sideMessage(tx: Tx, ctx: StaffContext, written: Written): Promise<NewMessage> {
  const { sideId, ticketNumber, mailbox, subject, html, below = '', attachmentIds, files = [] } = written;
  const said = { direction: 'outbound', channel: 'email', attachmentIds } as const;
  const message = staffMessage(ctx, { ...said, html: `${html}${below}` });
  const own = below ? staffMessage(ctx, { ...said, html }).text : message.text;
  const host = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);
  const named = { to: written.to.map(plain), cc: written.cc.map(plain), bcc: [] };
  return {
    ...message,
    ...(await others(tx, ctx, named)),
    ...(await threadOf(tx, ctx, sideId)),
    visibleText: own,
    files,
    subject,
    channelAccountId: mailbox.id,
    messageId: `t${ticketNumber}.${message.id}@${host}`,
    from: [{ address: mailbox.address, name: mailbox.name }],
    replyTo: [{ address: sideAddress(mailbox.address, ctx.workspaceId, sideId), name: mailbox.name }],
    sendAt: new Date(ctx.now().getTime() + env().UNDO_SECONDS * 1000),
  };
}

const plain = (address: string): Address => ({ address: address.toLowerCase(), name: null });

async function others(tx: Tx, { workspaceId }: StaffContext, named: Envelope<Address>) {
  const where = { workspaceId, channel: 'email' as const };
  const mailboxes = await tx.channelAccount.findMany({ where, select: { address: true } });
  return withoutOwn(
    named,
    mailboxes.flatMap(({ address }) => address ?? []),
  );
}

async function threadOf(tx: Tx, { workspaceId }: StaffContext, sideConversationId: string) {
  const rows = await tx.message.findMany({
    where: { workspaceId, sideConversationId, messageId: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: REFERENCES_LIMIT,
    select: { messageId: true, direction: true, delivery: true },
  });
  const left = rows.filter(({ delivery }) => delivery !== 'cancelled').reverse();
  const ids = left.flatMap(({ messageId }) => messageId ?? []);
  const last = left.findLast(({ direction }) => direction === 'inbound')?.messageId ?? ids.at(-1);
  return { references: ids, inReplyTo: last ? [last] : [] };
}
