import type { Channel, Priority } from '@/domain/ticket/ticket';
import { fullness, hasRoom, type Points, pointsOf, type Weights, workKindOf } from './capacity';

/** Somebody of the team who is online and not on leave. */
export type RoutingAgent = Readonly<{
  id: string;
  /** Those that they speak; none: nothing is known, and they are asked for all. */
  languages: readonly string[];
  skillIds: readonly string[];
  capacities: Points;
  /** What they have now. */
  load: Points;
  lastRoutedAt: Date | null;
}>;

/** What a ticket asks of whoever takes it. */
export type RoutingAsk = Readonly<{
  channel: Channel;
  priority: Priority;
  /** Null where it does not matter or is not known. */
  language: string | null;
  skillIds: readonly string[];
  /** Who is asked before all others, such as the one who served the customer last. */
  firstId: string | null;
  /** Those who had it and did not answer. */
  passedIds: readonly string[];
}>;

/** What decided between those who could take it. */
export type ChosenBy = 'first' | 'only_free' | 'lowest_load' | 'longest_idle';

/** Why a ticket has to wait: the first question that nobody was left after. */
export type NobodyBecause = 'nobody_online' | 'language' | 'skill' | 'passed' | 'full';

export type RoutingChoice =
  | Readonly<{
      agentId: string;
      chosenBy: ChosenBy;
      /** The asked language, when they are known to speak it. */
      language: string | null;
      /** How full they were before, in percent of their capacities. */
      loadPercent: number;
    }>
  | Readonly<{ agentId: null; because: NobodyBecause }>;

/**
 * Who takes a ticket: of those who speak its language, have its skills, did not pass it by and have room, the one who is
 * asked first; else the one with the least load, and among equals the one who has waited longest for a ticket.
 */
export function chooseAgent(
  ask: RoutingAsk,
  agents: readonly RoutingAgent[],
  weights: Weights,
): RoutingChoice {
  if (agents.length === 0) return nobody('nobody_online');
  const speaking = agents.filter(({ languages }) => speaks(languages, ask.language));
  if (speaking.length === 0) return nobody('language');
  const skilled = speaking.filter(({ skillIds }) => ask.skillIds.every((id) => skillIds.includes(id)));
  if (skilled.length === 0) return nobody('skill');
  const willing = skilled.filter(({ id }) => !ask.passedIds.includes(id));
  if (willing.length === 0) return nobody('passed');
  const free = willing.filter((agent) => canHold(agent, ask, weights)).sort(byLoad);
  const first = free.find(({ id }) => id === ask.firstId);
  const chosen = first ?? free[0];
  if (!chosen) return nobody('full');
  return {
    agentId: chosen.id,
    chosenBy: first ? 'first' : decidedBy(free),
    language: ask.language !== null && chosen.languages.includes(ask.language) ? ask.language : null,
    loadPercent: Math.round(fullness(chosen) * 100),
  };
}

const nobody = (because: NobodyBecause): RoutingChoice => ({ agentId: null, because });

const speaks = (languages: readonly string[], asked: string | null): boolean =>
  asked === null || languages.length === 0 || languages.includes(asked);

/** True when this person has room for a ticket of this channel and priority. */
export function canHold(
  agent: Pick<RoutingAgent, 'capacities' | 'load'>,
  ticket: Pick<RoutingAsk, 'channel' | 'priority'>,
  weights: Weights,
): boolean {
  const points = pointsOf(ticket, { capacities: agent.capacities, weights });
  return hasRoom(agent, workKindOf(ticket.channel), points);
}

function byLoad(one: RoutingAgent, other: RoutingAgent): number {
  return fullness(one) - fullness(other) || idleSince(one) - idleSince(other) || (one.id < other.id ? -1 : 1);
}

const idleSince = ({ lastRoutedAt }: RoutingAgent): number => lastRoutedAt?.getTime() ?? 0;

function decidedBy([best, next]: readonly RoutingAgent[]): ChosenBy {
  if (!best || !next) return 'only_free';
  return fullness(best) < fullness(next) ? 'lowest_load' : 'longest_idle';
}
