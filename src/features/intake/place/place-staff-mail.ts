import { type Thread, threadOf } from '@/domain/intake/thread';
import { mayOnTicket } from '@/domain/permission/can';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { inboundMessage } from '@/features/intake/inbound-message';
import type { Placed, Placing } from '@/features/intake/placing';
import { staffActorOf } from '@/features/intake/staff-actor';
import { addNoteFromMail } from '@/features/tickets/commands/add-note-from-mail';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { replyFromMail } from '@/features/tickets/commands/reply-from-mail';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/**
 * A colleague wrote from their own mail program. To the signed address of their notification it is a public answer in
 * their name; anywhere else on a ticket it is a note, since nobody asked for it to be sent on. Null when it is neither:
 * colleagues may be customers of their own helpdesk.
 */
export async function placeStaffMail(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed | null> {
  const { staff } = placing.facts;
  if (placing.verdict.as !== 'human') return null;
  if (placing.clues.agentTokens.length > 0) return answer(tx, ctx, placing);
  if (!staff) return null;
  const thread = threadOf(placing.clues, placing.facts.thread);
  const ticket = thread && (await findSurvivingTicket(tx, ctx, thread.ticketId));
  if (!ticket || ticket.requesterId === placing.facts.customer?.id) return null;
  if (!mayOnTicket(staffActorOf(staff), 'ticket.note', ticket)) return null;
  return note(tx, ctx, { placing, ticket, by: thread.by });
}

async function answer(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  const { facts, clues } = placing;
  const token = facts.staff && clues.agentTokens.find(({ isOf }) => isOf(facts.staff?.id ?? ''));
  const id = facts.thread.tickets.find(({ number }) => number === token?.ticketNumber)?.id;
  const ticket = id === undefined ? null : await findSurvivingTicket(tx, ctx, id);
  // Whoever else got hold of the address (a forwarded notification) does not speak for the agent.
  if (!facts.staff || !ticket) {
    return { ticketId: null, verdict: { outcome: 'hold', as: 'human', reason: 'not_the_agent' } };
  }
  const actor = staffActorOf(facts.staff);
  if (placing.unverified || ticket.status === 'closed' || !mayOnTicket(actor, 'ticket.reply', ticket)) {
    return note(tx, ctx, { placing, ticket, by: 'agent_mail' });
  }
  const message = staffMessage(ctx, placing, 'agent_mail');
  const sent = await replyFromMail(tx, { ...ctx, actor }, { ticket, message });
  return sent ? { ticketId: ticket.id } : note(tx, ctx, { placing, ticket, by: 'agent_mail' });
}

type Noting = Readonly<{ placing: Placing; ticket: Ticket; by: Thread['by'] | 'agent_mail' }>;

async function note(tx: Tx, ctx: SystemContext, { placing, ticket, by }: Noting): Promise<Placed> {
  const { staff } = placing.facts;
  if (!staff) throw new Error('a note needs its writer');
  const message: NewMessage = { ...staffMessage(ctx, placing, by), direction: 'note' };
  await addNoteFromMail(tx, { ...ctx, actor: staffActorOf(staff) }, { ticket, message });
  return { ticketId: ticket.id };
}

/** What the colleague wrote now, without the notification that they quoted. */
function staffMessage(
  ctx: SystemContext,
  placing: Placing,
  threadedBy: NewMessage['threadedBy'],
): NewMessage {
  const { staff } = placing.facts;
  const author = { kind: 'user', id: staff?.id ?? null, name: staff?.name ?? '', address: '' } as const;
  const message = inboundMessage(ctx, placing, { author, threadedBy });
  return { ...message, text: message.visibleText, html: null };
}
