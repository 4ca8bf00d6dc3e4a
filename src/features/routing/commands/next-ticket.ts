import { mayOnTicket } from '@/domain/permission/can';
import { chooseAgent, type RoutingAgent } from '@/domain/routing/choose-agent';
import type { QueueRules } from '@/domain/routing/queue';
import { fail, ok, type Result } from '@/domain/shared/result';
import { lockAgent } from '@/features/routing/agents';
import { askOf } from '@/features/routing/ask-of';
import { giveTicket } from '@/features/routing/give-ticket';
import type { NextTicketInput } from '@/features/routing/inputs';
import { ruleColumns } from '@/features/routing/queue-rules';
import { type RoutingSettings, routingSettings } from '@/features/routing/settings';
import { listWaiting, lockWaiting, type WaitingTicket } from '@/features/routing/waiting';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Taken = Readonly<{ ticketId: string; number: number }>;
type Refused = Readonly<{
  code: 'routing.nothing_waits' | 'routing.full' | 'routing.not_chosen' | 'forbidden' | 'not_found';
}>;

const LOOKED_AT = 100;

/**
 * Gives the person who asks, or another one, the next ticket of their teams' queues: the first that they have the languages, skills and room
 * for. Two people who ask at once get two tickets. Fails with `routing.full` when only their capacity stands in the way, and
 * with `routing.not_chosen` when what waits asks for languages or skills that they do not have.
 */
export function takeNextTicket(
  ctx: StaffContext,
  { userId = ctx.actor.id ?? undefined }: NextTicketInput = {},
): Promise<Result<Taken, Refused>> {
  if (userId === undefined) return Promise.resolve(fail({ code: 'forbidden' }));
  return transaction(ctx, async (tx) => {
    const settings = await routingSettings(tx, ctx.workspaceId);
    const agent = await lockAgent(tx, ctx, { userId, settings });
    if (!agent) return fail({ code: 'not_found' });
    const offers = await offersTo(tx, ctx, userId);
    const reasons = new Set<string>();
    for (const offer of offers) {
      const because = await tryToTake(tx, ctx, { ...offer, agent, settings });
      if (because === null) return ok(await taken(tx, ctx, offer.ticket.id));
      reasons.add(because);
    }
    return fail({ code: refusal(reasons) });
  });
}

function refusal(reasons: ReadonlySet<string>): Refused['code'] {
  if (reasons.has('full')) return 'routing.full';
  return reasons.has('language') || reasons.has('skill') ? 'routing.not_chosen' : 'routing.nothing_waits';
}

type Offer = Readonly<{ ticket: WaitingTicket; rules: QueueRules }>;

/** What waits in the queues of a person's teams: each queue in its own order, and of their heads the longest waiting first. */
async function offersTo(tx: Tx, ctx: StaffContext, userId: string): Promise<Offer[]> {
  const { workspaceId } = ctx;
  const queues = await tx.routingQueue.findMany({
    where: { workspaceId, mode: { not: 'off' }, team: { members: { some: { userId } } } },
    orderBy: { teamId: 'asc' },
    take: 20,
    select: { teamId: true, ...ruleColumns },
  });
  const lines: Offer[][] = [];
  for (const { teamId, ...rules } of queues) {
    const waiting = await listWaiting(tx, ctx, { teamId, rules, from: 0, limit: LOOKED_AT });
    lines.push(waiting.map((ticket) => ({ ticket, rules })));
  }
  return merged(lines);
}

function merged(lines: readonly Offer[][]): Offer[] {
  const rest = lines.map((line) => [...line]);
  const offers: Offer[] = [];
  for (;;) {
    const heads = rest.filter((line) => line.length > 0);
    if (heads.length === 0) return offers;
    heads.sort(([one], [other]) => sinceOf(one) - sinceOf(other));
    const next = heads[0]?.shift();
    if (next) offers.push(next);
  }
}

const sinceOf = (offer: Offer | undefined): number => offer?.ticket.since.getTime() ?? 0;

type Try = Offer & Readonly<{ agent: RoutingAgent; settings: RoutingSettings }>;

/** Null when it is theirs now; else why not. */
async function tryToTake(tx: Tx, ctx: StaffContext, { ticket, rules, agent, settings }: Try) {
  if (!mayOnTicket(ctx.actor, 'ticket.update', { ...ticket, assigneeId: agent.id })) {
    return 'hidden';
  }
  const { ask, relaxed } = askOf(ticket, rules, ctx.now());
  const choice = chooseAgent({ ...ask, passedIds: [] }, [agent], settings.weights);
  if (choice.agentId === null) return choice.because;
  if (!(await lockWaiting(tx, ctx, ticket.id))) return 'taken';
  const given = { ticket, rules, how: 'pull', first: null, relaxed } as const;
  const isGiven = await giveTicket(tx, ctx, { ...given, choice: { ...choice, chosenBy: 'asked' } });
  return isGiven ? null : 'taken';
}

async function taken(tx: Tx, { workspaceId }: StaffContext, id: string): Promise<Taken> {
  const { number } = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { number: true },
  });
  return { ticketId: id, number };
}
