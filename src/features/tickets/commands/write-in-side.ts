import { fail, ok, type Result } from '@/domain/shared/result';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import type { WriteInSideInput } from '@/features/tickets/commands/side-fields';
import { sideMessage } from '@/features/tickets/side-message';
import { saveInSide, sideToWriteIn, tellSent } from '@/features/tickets/side-store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { Started } from './start-side';

type Refused = Readonly<{ code: 'not_found' | 'ticket.no_address' }>;

/** Goes on in a conversation beside a ticket: to whoever wrote last there, and to all that were in copy; opens it again. */
export function writeInSide(ctx: StaffContext, input: WriteInSideInput): Promise<Result<Started, Refused>> {
  return transaction(ctx, async (tx) => {
    const found = await sideToWriteIn(tx, ctx, input.sideId);
    if (!found) return fail({ code: 'not_found' });
    const { side, ticket } = found;
    const mailbox = await mailboxOfTicket(tx, ctx, side);
    if (!mailbox) return fail({ code: 'ticket.no_address' });
    const usual = await lastEnvelope(tx, ctx, side.id);
    const message = await sideMessage(tx, ctx, {
      ...{ sideId: side.id, mailbox, ticketNumber: ticket.number, subject: `Re: ${side.subject}` },
      html: input.html,
      attachmentIds: input.attachmentIds,
      to: input.to ?? usual.to,
      cc: input.to ? input.cc : usual.cc,
    });
    if (message.to.length === 0) return fail({ code: 'ticket.no_address' });
    await saveInSide(tx, ctx, { side, message });
    await queueMessage(tx, ctx, { message, kind: 'reply' });
    await tellSent(tx, ctx, { side, message });
    return ok({ sideId: side.id, messageId: message.id, sendAt: message.sendAt ?? ctx.now() });
  });
}

/** Whom the newest mail of it came from, or else went to, with everybody in copy. */
async function lastEnvelope(tx: Tx, { workspaceId }: StaffContext, sideConversationId: string) {
  const last = await tx.message.findMany({
    where: { workspaceId, sideConversationId, automated: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { direction: true, delivery: true, addresses: { orderBy: { position: 'asc' } } },
  });
  const told = last.filter(({ delivery }) => delivery !== 'cancelled');
  const newest = told.find(({ direction }) => direction === 'inbound') ?? told[0] ?? last[0];
  const of = (kind: string) =>
    (newest?.addresses ?? []).filter((each) => each.kind === kind).map(({ address }) => address);
  if (newest?.direction !== 'inbound') return { to: of('to'), cc: of('cc') };
  const writer = of('reply_to').length > 0 ? of('reply_to') : of('from');
  return { to: writer, cc: [...of('to'), ...of('cc')] };
}
