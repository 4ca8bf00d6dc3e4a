const HOUR = 3_600_000;
const FIRST_HOUR = 9;
const LAST_HOUR = 18;
const HOURS_LONG = 3;

/** A stretch of time in which a visitor can be called. `days` counts from today in the visitor's own time zone. */
export type CallWindow = Readonly<{ from: Date; to: Date; days: number }>;

/**
 * The next six stretches of three hours between nine and six on the visitor's clock, the first at least an hour ahead and
 * none before it opens.
 */
export function callWindows(now: Date, opensAt: Date | null): CallWindow[] {
  const soonest = Math.max(now.getTime() + HOUR, opensAt?.getTime() ?? 0);
  const windows: CallWindow[] = [];
  for (let days = 0; windows.length < 6 && days < 14; days += 1) {
    for (let hour = FIRST_HOUR; hour + HOURS_LONG <= LAST_HOUR; hour += HOURS_LONG) {
      const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
      const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour + HOURS_LONG);
      if (from.getTime() >= soonest && windows.length < 6) windows.push({ from, to, days });
    }
  }
  return windows;
}
