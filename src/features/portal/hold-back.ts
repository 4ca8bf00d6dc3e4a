import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { blockOf } from '@/features/blocks/commands/block-of';
import { keepBlocked } from '@/features/blocks/commands/keep-blocked';
import type { Tx } from '@/server/db/client';
import type { CustomerContext } from '@/server/portal/portal-page';

type Written = Readonly<{ ticket: Ticket; message: NewMessage }>;

/** True when this customer is blocked: as with mail, they are not told, and what they wrote is kept where it can be let in. */
export async function holdCustomerBack(
  tx: Tx,
  ctx: CustomerContext,
  { ticket, message }: Written,
): Promise<boolean> {
  const { id, name } = ctx.actor;
  const { address } = message.author;
  const senders = address ? [{ kind: 'email', value: address } as const] : [];
  const reason = await blockOf(tx, ctx, { senders, customerId: id });
  if (reason === null) return false;
  await keepBlocked(tx, ctx, {
    channel: 'web',
    channelAccountId: message.channelAccountId,
    key: `portal:${message.id}`,
    thread: `portal:${ticket.id}`,
    sender: [name, address].filter(Boolean).join(', '),
    text: message.text,
    reason,
    payload: {
      kind: 'words',
      customerId: id,
      identity: { kind: 'email', value: address },
      name,
      address,
      ticketId: ticket.id,
      teamId: ticket.teamId,
      language: ticket.language,
      files: message.files,
      attachmentIds: [],
    },
  });
  return true;
}
