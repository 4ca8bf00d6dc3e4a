import type { Channel, Priority } from '@/domain/ticket/ticket';

/** Kinds of work that take a person's time in different ways; each has a capacity of its own. */
export const WORK_KINDS = ['mail', 'chat', 'phone', 'social'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

const KINDS: Readonly<Partial<Record<string, WorkKind>>> = {
  email: 'mail',
  api: 'mail',
  web: 'mail',
  chat: 'chat',
  phone: 'phone',
};

/** What kind of work a ticket of this channel is. */
export const workKindOf = (channel: Channel): WorkKind => KINDS[channel] ?? 'social';

/** True where somebody sits at the other end and waits for an answer now. */
export const isLive = (channel: Channel): boolean => workKindOf(channel) === 'chat';

/** Points of work by kind: what a person can hold, or holds. */
export type Points = Readonly<Record<WorkKind, number>>;

/** How many points a ticket takes, by its priority. */
export type Weights = Readonly<Record<Priority, number>>;

/** How many tickets of one channel and priority somebody has whose clock runs. */
export type Held = Readonly<{ channel: Channel; priority: Priority; count: number }>;

type Limits = Readonly<{ capacities: Points; weights: Weights }>;

/** The points of one ticket: those of its priority, yet never more than the whole capacity of its kind. */
export function pointsOf(
  { channel, priority }: Pick<Held, 'channel' | 'priority'>,
  { capacities, weights }: Limits,
): number {
  return Math.min(weights[priority], capacities[workKindOf(channel)]);
}

/** The points that tickets take together, by kind. */
export function loadOf(held: readonly Held[], limits: Limits): Points {
  const load = { mail: 0, chat: 0, phone: 0, social: 0 };
  for (const each of held) load[workKindOf(each.channel)] += each.count * pointsOf(each, limits);
  return load;
}

/** True when one more ticket leaves the load of its kind within capacity. A capacity of 0 takes nothing. */
export function hasRoom(
  { capacities, load }: Readonly<{ capacities: Points; load: Points }>,
  ...[kind, points]: [WorkKind, number]
): boolean {
  return capacities[kind] > 0 && load[kind] + points <= capacities[kind];
}

/** How full a person is over all kinds: 1 for each kind that is full. So a chat of three weighs as seven mails of twenty. */
export function fullness({ capacities, load }: Readonly<{ capacities: Points; load: Points }>): number {
  return WORK_KINDS.reduce(
    (sum, kind) => sum + (capacities[kind] > 0 ? load[kind] / capacities[kind] : 0),
    0,
  );
}
