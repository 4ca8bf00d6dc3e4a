import type { RoutingAgent, RoutingAsk } from '@/domain/routing/choose-agent';

export const CAPACITIES = { mail: 4, chat: 2, phone: 1, social: 3 };
export const WEIGHTS = { low: 1, normal: 1, high: 2, urgent: 3 };
export const NOTHING = { mail: 0, chat: 0, phone: 0, social: 0 };

/** Somebody who is there, has nothing to do, and of whom nothing else is known. */
export const agent = (id: string, over: Partial<RoutingAgent> = {}): RoutingAgent => ({
  id,
  languages: [],
  skillIds: [],
  capacities: CAPACITIES,
  load: NOTHING,
  lastRoutedAt: null,
  ...over,
});

/** A mail that anybody can answer. */
export const ask = (over: Partial<RoutingAsk> = {}): RoutingAsk => ({
  channel: 'email',
  priority: 'normal',
  language: null,
  skillIds: [],
  firstId: null,
  passedIds: [],
  ...over,
});
