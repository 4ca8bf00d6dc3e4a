import { canHold, chooseAgent, type RoutingAgent } from '@/domain/routing/choose-agent';
import type { QueueRules } from '@/domain/routing/queue';
import { lockAgents } from '@/features/routing/agents';
import { askOf } from '@/features/routing/ask-of';
import { giveTicket } from '@/features/routing/give-ticket';
import { firstAsked } from '@/features/routing/last-agent';
import { isWorthRouting, queueRules } from '@/features/routing/queue-rules';
import { type RoutingSettings, routingSettings } from '@/features/routing/settings';
import { listWaiting, lockWaiting, type WaitingTicket } from '@/features/routing/waiting';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

const MOST_IN_A_ROW = 500;
const PAGE = 50;
const MOST_LOOKED_AT = 500;

/**
 * Gives a team's waiting tickets to those who are there and have room, in the order of its queue, until nothing more fits;
 * each in a transaction of its own. Any number of processes may do so at once: none gives a ticket twice or fills anybody
 * beyond their capacity. Returns how many tickets were given; a queue that does not push gives none.
 */
export async function fillQueue(ctx: SystemContext, teamId: string): Promise<number> {
  const rules = await queueRules(ctx.db, ctx, teamId);
  if (rules.mode !== 'push') return 0;
  const settings = await routingSettings(ctx.db, ctx.workspaceId);
  let given = 0;
  while (given < MOST_IN_A_ROW && (await giveNext(ctx, { teamId, rules, settings }))) given++;
  return given;
}

type Queue = Readonly<{ teamId: string; rules: QueueRules; settings: RoutingSettings }>;

function giveNext(ctx: SystemContext, queue: Queue): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    if (!(await isWorthRouting(tx, ctx, queue.teamId))) return false;
    const agents = await lockAgents(tx, ctx, queue);
    if (!agents.some((agent) => canHoldAnything(agent, queue.settings))) return false;
    return giveFirst(tx, ctx, { ...queue, agents });
  });
}

type Team = Queue & Readonly<{ agents: readonly RoutingAgent[] }>;

/** Gives the first ticket in the queue's order that somebody can take. */
async function giveFirst(tx: Tx, ctx: SystemContext, team: Team): Promise<boolean> {
  for (let from = 0; from < MOST_LOOKED_AT; from += PAGE) {
    const waiting = await listWaiting(tx, ctx, { ...team, from, limit: PAGE });
    for (const ticket of waiting) if (await giveOne(tx, ctx, { ...team, ticket })) return true;
    if (waiting.length < PAGE) return false;
  }
  return false;
}

const CHANNELS = ['email', 'chat', 'phone', 'social'] as const;

const canHoldAnything = (agent: RoutingAgent, { weights }: RoutingSettings): boolean =>
  CHANNELS.some((channel) => canHold(agent, { channel, priority: 'low' }, { ...weights, low: 1 }));

type Offer = Team & Readonly<{ ticket: WaitingTicket }>;

async function giveOne(tx: Tx, ctx: SystemContext, { rules, settings, agents, ticket }: Offer) {
  const { ask, relaxed } = askOf(ticket, rules, ctx.now());
  if (chooseAgent(ask, agents, settings.weights).agentId === null) return false;
  if (!(await lockWaiting(tx, ctx, ticket.id))) return false;
  const first = await firstAsked(tx, ctx, { ...ticket, ticketId: ticket.id, days: rules.stickyDays });
  const choice = chooseAgent({ ...ask, firstId: first?.userId ?? null }, agents, settings.weights);
  if (choice.agentId === null) return false;
  return giveTicket(tx, ctx, { ticket, rules, how: 'push', choice, first, relaxed });
}
