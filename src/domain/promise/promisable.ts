const YEAR = 366 * 86_400_000;

/** True for a time that can be promised at `now`: it is still to come, and not more than a year away. */
export const isPromisable = (dueAt: Date, now: Date): boolean =>
  dueAt > now && dueAt.getTime() <= now.getTime() + YEAR;
