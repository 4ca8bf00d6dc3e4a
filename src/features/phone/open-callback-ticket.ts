import { readablePhone } from '@/channels/lib/phone-number';
import type { Ticket } from '@/domain/ticket/ticket';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { callMessage } from './call-message';

type Asked = Readonly<{
  customerId: string;
  number: string;
  note?: string;
  language?: string | null;
  locale: string | null;
}>;

/** A ticket for a customer who asks for nothing but a call. */
export async function openCallbackTicket(
  tx: Tx,
  ctx: Context,
  { customerId, number, note = '', language = null, locale }: Asked,
): Promise<Ticket> {
  const { workspaceId } = ctx;
  const [customer, workspace, ticketNumber] = [
    await tx.customer.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: customerId } },
      select: { displayName: true },
    }),
    await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { locale: true } }),
    await takeTicketNumber(tx, ctx),
  ];
  const t = await translator(workspace.locale, 'phone');
  const message = await callMessage({
    id: ctx.newId(),
    direction: 'inbound',
    completion: 'callback',
    talkSeconds: 0,
    author: { kind: 'customer', id: customerId, name: customer.displayName, address: number },
    channelAccountId: null,
    attachmentIds: [],
    locale: workspace.locale,
    startedAt: ctx.now(),
  });
  const text = note.trim() || message.text;
  return openReceivedTicket(tx, ctx, {
    opening: {
      id: ctx.newId(),
      number: ticketNumber,
      subject: t('subject.callback', { who: customer.displayName || readablePhone(number) }),
      channel: 'phone',
      channelAccountId: null,
      requesterId: customerId,
      teamId: null,
      language: language ?? locale,
      followUpOfId: null,
      spam: false,
    },
    message: { ...message, text, visibleText: text },
    by: ctx.actor,
    beside: [],
  });
}
