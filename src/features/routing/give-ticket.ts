import { isLive } from '@/domain/routing/capacity';
import type { ChosenBy } from '@/domain/routing/choose-agent';
import type { QueueRules } from '@/domain/routing/queue';
import type { Routed } from '@/domain/ticket/ticket';
import { assignTicket } from '@/features/tickets/commands/assign-ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { First } from './last-agent';
import type { WaitingTicket } from './waiting';

type Given = Readonly<{
  ticket: WaitingTicket;
  rules: QueueRules;
  how: 'push' | 'pull';
  choice: Readonly<{
    agentId: string;
    chosenBy: ChosenBy | 'asked';
    language: string | null;
    loadPercent: number;
  }>;
  first: First | null;
  relaxed: boolean;
}>;

const SECOND = 1000;

/**
 * Gives a waiting ticket to the chosen one, with the words why; what is live has to be answered in time. The caller holds
 * the locks of the person and of the ticket. False when the ticket does not wait any more.
 */
export async function giveTicket(tx: Tx, ctx: Context, given: Given): Promise<boolean> {
  const { ticket, rules, how, choice } = given;
  const { agentId } = choice;
  const because = await reasonOf(tx, ctx, given);
  if (!(await assignTicket(tx, ctx, { ticketId: ticket.id, from: null, to: agentId, because }))) return false;

  const { workspaceId } = ctx;
  const at = ctx.now();
  const returns = how === 'push' && isLive(ticket.channel) && rules.answerSeconds !== null;
  const answerBy = returns ? new Date(at.getTime() + (rules.answerSeconds ?? 0) * SECOND) : null;
  const routed = { routedToId: agentId, routedAt: at, answerBy };
  await tx.routedTicket.upsert({
    where: { workspaceId_ticketId: { workspaceId, ticketId: ticket.id } },
    create: { workspaceId, ticketId: ticket.id, ...routed },
    update: routed,
  });
  await tx.availability.updateMany({ where: { workspaceId, userId: agentId }, data: { lastRoutedAt: at } });
  return true;
}

async function reasonOf(
  tx: Tx,
  ctx: Context,
  { ticket, how, choice, first, relaxed }: Given,
): Promise<Routed> {
  const isFirst = first?.userId === choice.agentId;
  const insteadOf = isFirst ? first.insteadOf : null;
  return {
    type: 'ticket.routed',
    to: choice.agentId,
    from: insteadOf,
    how,
    chosenBy: choice.chosenBy === 'first' ? firstWhy(insteadOf) : choice.chosenBy,
    language: choice.language,
    skills: relaxed ? '' : await skillNames(tx, ctx, ticket.skillIds),
    customerId: isFirst && insteadOf === null ? ticket.requesterId : null,
    loadPercent: choice.loadPercent,
    relaxed,
  };
}

const firstWhy = (insteadOf: string | null) => (insteadOf === null ? 'last_agent' : 'substitute');

async function skillNames(tx: Tx, { workspaceId }: Context, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return '';
  const skills = await tx.skill.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  return skills.map(({ name }) => name).join(', ');
}
