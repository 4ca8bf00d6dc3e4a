import type { RoutingAsk } from '@/domain/routing/choose-agent';
import { isRelaxed, type QueueRules } from '@/domain/routing/queue';
import type { WaitingTicket } from './waiting';

/** What a waiting ticket asks for under the rules of its queue, before it is known who is asked first. */
export function askOf(
  ticket: WaitingTicket,
  rules: QueueRules,
  now: Date,
): Readonly<{ ask: RoutingAsk; relaxed: boolean }> {
  const relaxed = isRelaxed(rules, ticket.since, now);
  const { channel, priority, passedIds } = ticket;
  const language = rules.matchLanguage && !relaxed ? ticket.language : null;
  const skillIds = relaxed ? [] : ticket.skillIds;
  return { ask: { channel, priority, language, skillIds, firstId: null, passedIds }, relaxed };
}
