/** What a member says of themselves. Only `online` gets tickets from routing. */
export const AVAILABILITY_STATES = ['online', 'away', 'break', 'offline'] as const;
export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];

/** The state that counts: whoever's connection is gone is offline, whatever they chose. */
export function presentState(
  row: Readonly<{ state: AvailabilityState; absentSince: Date | null }> | null,
): AvailabilityState {
  return row === null || row.absentSince !== null ? 'offline' : row.state;
}
