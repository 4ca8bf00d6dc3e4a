export const ROUTING_MODES = ['push', 'pull', 'off'] as const;
export type RoutingMode = (typeof ROUTING_MODES)[number];

export const ROUTING_ORDERS = ['longest_waiting', 'priority', 'due'] as const;
export type RoutingOrder = (typeof ROUTING_ORDERS)[number];

/** How a team's waiting tickets find somebody. */
export type QueueRules = Readonly<{
  mode: RoutingMode;
  order: RoutingOrder;
  matchLanguage: boolean;
  /** Days for which whoever served a customer is asked first; 0 never. */
  stickyDays: number;
  /** After so many seconds unanswered live work goes back; null never. */
  answerSeconds: number | null;
  /** After so many minutes languages and skills are asked for no more; null never. */
  relaxAfterMinutes: number | null;
}>;

const MINUTE = 60_000;

/** True when a ticket has waited so long that anybody may take it. */
export function isRelaxed({ relaxAfterMinutes }: QueueRules, ...[since, now]: [Date, Date]): boolean {
  return relaxAfterMinutes !== null && now.getTime() - since.getTime() >= relaxAfterMinutes * MINUTE;
}
