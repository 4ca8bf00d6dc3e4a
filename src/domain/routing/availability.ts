/** What a member says of themselves. Only `online` gets tickets from routing. */
export const AVAILABILITY_STATES = ['online', 'away', 'break', 'offline'] as const;
export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];

/** Work at the telephone that leaves no time for other work: a call, or what is to be done after it. */
export const PHONE_WORK = ['call', 'wrap_up'] as const;
export type PhoneWork = (typeof PHONE_WORK)[number];

/** True for whom routing may offer work: there, and not at the telephone (contracts C.5). */
export const isRoutable = ({
  state,
  onPhone,
}: Readonly<{ state: AvailabilityState; onPhone: PhoneWork | null }>): boolean =>
  state === 'online' && onPhone === null;

/** The state that counts: whoever's connection is gone is offline, whatever they chose. */
export function presentState(
  row: Readonly<{ state: AvailabilityState; absentSince: Date | null }> | null,
): AvailabilityState {
  return row === null || row.absentSince !== null ? 'offline' : row.state;
}
