/** What tells like tickets apart; null where it is not known. */
export type LikeTicket = Readonly<{
  type: string;
  priority: string;
  channel: string;
  language: string | null;
}>;

/** How a group of like tickets is named, from the narrowest to all of them. */
const GROUP_LEVELS = ['all_four', 'without_language', 'type_priority', 'priority', 'everything'] as const;
type GroupLevel = (typeof GROUP_LEVELS)[number];

/**
 * The keys of the groups that a ticket belongs to, the narrowest first: type, priority, channel and language; the same
 * without the language; type and priority; priority; everything.
 */
export function groupKeys({ type, priority, channel, language }: LikeTicket): readonly string[] {
  return [
    `${type}/${priority}/${channel}/${language ?? '-'}`,
    `${type}/${priority}/${channel}`,
    `${type}/${priority}`,
    priority,
    '*',
  ];
}

export type GroupStatistic = Readonly<{
  key: string;
  /** How many tickets it was counted from. */
  sample: number;
  /** The 80th percentile, in milliseconds of working time. */
  p80: number;
}>;

export type Chosen = GroupStatistic & Readonly<{ level: GroupLevel }>;

/** The narrowest group that holds at least `minimum` tickets; null when not even all of them do. */
export function chosenGroup(
  ticket: LikeTicket,
  statistics: readonly GroupStatistic[],
  minimum: number,
): Chosen | null {
  for (const [index, key] of groupKeys(ticket).entries()) {
    const found = statistics.find((each) => each.key === key);
    const level = GROUP_LEVELS[index];
    if (found && level && found.sample >= Math.max(1, minimum)) return { ...found, level };
  }
  return null;
}

/** A ticket of the past and how long it took, in milliseconds of working time. */
export type PastTicket = LikeTicket & Readonly<{ took: number }>;

const SHARE = 0.8;

/** The 80th percentile of every group of every width. */
export function statisticsOf(past: readonly PastTicket[]): GroupStatistic[] {
  const groups = new Map<string, number[]>();
  for (const ticket of past) {
    for (const key of groupKeys(ticket)) {
      const group = groups.get(key);
      if (group) group.push(ticket.took);
      else groups.set(key, [ticket.took]);
    }
  }
  return [...groups].map(([key, times]) => ({ key, sample: times.length, p80: percentile(times, SHARE) }));
}

/** As PostgreSQL's `percentile_cont`: linear between the two nearest. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

const MINUTE = 60_000;

/** The next full `minutes` of the hour; what falls on one stays. A time that people are told is a round one. */
export function roundedUp(at: Date, minutes: number): Date {
  const step = Math.max(1, minutes) * MINUTE;
  return new Date(Math.ceil(at.getTime() / step) * step);
}
