type Sleeper = Readonly<{ status: string; snoozedUntil: Date | null }>;

/** Sleep, and its end. */
export type SnoozeFact =
  /** Until an instant, ISO 8601. */
  | Readonly<{ type: 'ticket.snoozed'; until: string }>
  /** That instant has come; `snoozedBy` is whoever had chosen it. */
  | Readonly<{ type: 'ticket.woken'; snoozedBy: string | null }>;

/** While a ticket waits for somebody it may sleep until an instant (domain.md "Ticket life"). */
export const maySleep = (status: string): boolean => status === 'pending' || status === 'on_hold';

/** Until when a ticket sleeps in this state; null for one that is awake. */
export const sleepsUntil = ({ status, snoozedUntil }: Sleeper): Date | null =>
  maySleep(status) ? snoozedUntil : null;

/** The status that goes with a snooze: who sends a ticket to sleep waits, and who wakes it wants it open. */
export function snoozedStatus<Status extends string>(
  { status, snoozedUntil }: Readonly<{ status: Status; snoozedUntil: Date | null }>,
  until: Date | null | undefined,
): Status | 'open' | 'pending' {
  if (until === undefined) return status;
  if (until === null) return snoozedUntil && maySleep(status) ? 'open' : status;
  return maySleep(status) ? status : 'pending';
}

/** A ticket was sent to sleep, given another time to wake up, or only kept waiting without one. */
export function snoozeFacts(before: Sleeper, after: Sleeper): SnoozeFact[] {
  const until = sleepsUntil(after);
  const was = sleepsUntil(before);
  if (!until) return was && before.status === after.status ? [{ type: 'ticket.woken', snoozedBy: null }] : [];
  if (until.getTime() === was?.getTime()) return [];
  return [{ type: 'ticket.snoozed', until: until.toISOString() }];
}
