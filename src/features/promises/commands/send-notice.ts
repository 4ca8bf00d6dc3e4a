import { mayOnTicket } from '@/domain/permission/can';
import { fail, type Result } from '@/domain/shared/result';
import type { NoticeInput } from '@/features/promises/inputs';
import { ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import type { StaffContext } from '@/server/context';
import { paragraphs } from '@/server/mail/escape-html';

type Sent = Readonly<{ messageId: string; sendAt: Date }>;
type Failure = Extract<Awaited<ReturnType<typeof replyToTicket>>, { ok: false }>['error'];

/**
 * Tells the customer a time, as an answer on the channel on which they last wrote: the message and its promise are one save,
 * and taking the message back takes the promise back. The ticket keeps its status; a new one is open then.
 */
export async function sendNotice(ctx: StaffContext, input: NoticeInput): Promise<Result<Sent, Failure>> {
  const { ticketId, about, dueAt, text } = input;
  const ticket = await ticketForRule(ctx.db, ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
  const { status } = ticket;
  if (status === 'closed' || status === 'solved') return fail({ code: 'ticket.closed' });
  const html = paragraphs(text);
  const submitAs = status === 'new' ? 'open' : status;
  const nobodyElse = { cc: [], bcc: [], attachmentIds: [] };
  return replyToTicket(ctx, { ticketId, html, submitAs, promise: { about, dueAt }, ...nobodyElse });
}
