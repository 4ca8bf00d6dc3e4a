import { openHours } from '@/domain/sla/business-time';
import { type SlaClock, startClock } from '@/domain/sla/clock';

export const MINUTE = 60_000;
const OFFICE = [{ from: 540, to: 1020 }];

/** Monday to Friday, nine to five, in Budapest. */
export const office = openHours({
  timeZone: 'Europe/Budapest',
  week: [[], OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []],
  holidays: new Map(),
  extraDays: new Map(),
});

/** A moment of Monday, 16 November 2026, in Budapest. */
export const monday = (time: string) => new Date(`2026-11-16T${time}:00+01:00`);

/** A first reply within `minutes` open minutes, asked for on Monday at nine. */
export const aClock = (minutes: number, over: Partial<SlaClock> = {}): SlaClock => ({
  ...startClock(
    { metric: 'first_reply', sequence: 1, terms: { target: minutes * MINUTE, hours: office } },
    monday('09:00'),
  ),
  ...over,
});
