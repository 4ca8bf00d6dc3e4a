import { fillTemplate } from '@/domain/template/fill-template';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { openLinkedTicket } from '@/features/tickets/commands/act-on-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import { type Acting, type Ended, type Step, ticketOf } from './acting';
import { systemMessage } from './system-message';

/** Opens a ticket for the same customer that hangs on this one, with a note that says why. */
export async function openLinked(acting: Acting, { action }: Step<'create_linked_ticket'>): Promise<Ended> {
  const { tx, ctx, ticketId } = acting;
  const from = await ticketOf(acting);
  const known = await templateFacts(tx, ctx, { ticketId });
  const fill = (text: string) => fillTemplate(text, known?.facts ?? {}, { unfilled: 'drop' }).text.trim();
  const number = await takeTicketNumber(tx, ctx);
  const { channel, channelAccountId, requesterId, language } = from;
  await openLinkedTicket(tx, ctx, {
    opening: {
      id: ctx.newId(),
      number,
      subject: fill(action.subject).replace(/\s+/g, ' ').slice(0, 500),
      channel,
      channelAccountId,
      requesterId,
      teamId: action.teamId,
      language,
      followUpOfId: from.id,
      spam: false,
    },
    message: systemMessage(ctx, { direction: 'note', channel, text: fill(action.text) }),
  });
  return { ok: true, detail: String(number) };
}
