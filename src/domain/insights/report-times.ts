import { daysFrom } from '@/domain/metrics/period';
import { instantOf, localTimeOf } from '@/domain/shared/local-time';
import type { Span } from './period';

/** How often a board comes by mail. */
export const REPORT_PACES = ['daily', 'weekly', 'monthly'] as const;
export type ReportPace = (typeof REPORT_PACES)[number];

/** When a board comes. */
export type ReportTime = Readonly<{
  pace: ReportPace;
  /** Of weekly ones: 1 is Monday, 7 Sunday. */
  weekday: number;
  /** Full hour of the reader's day. */
  hour: number;
}>;

/** The days that a mail tells of: those that are over. */
export const SPAN_OF_PACE: Readonly<Record<ReportPace, Span>> = {
  daily: 'yesterday',
  weekly: 'last_week',
  monthly: 'last_month',
};

/** The first time after `after` at which a board is due; an hour that summer time leaves out counts as the one after it. */
export function nextReportAt(time: ReportTime, timeZone: string, after: Date): Date {
  const today = localTimeOf(after, timeZone).slice(0, 10);
  const hour = String(time.hour).padStart(2, '0');
  for (let ahead = 0; ahead <= LONGEST; ahead += 1) {
    const day = daysFrom(today, ahead);
    const at = fits(time, day) ? instantOf(`${day}T${hour}:00`, timeZone) : null;
    if (at && at > after) return at;
  }
  throw new Error(`no ${time.pace} time after ${after.toISOString()}`);
}

/** Two months hold the first of one, whatever the hour. */
const LONGEST = 62;

function fits({ pace, weekday }: ReportTime, day: string): boolean {
  if (pace === 'daily') return true;
  if (pace === 'monthly') return day.endsWith('-01');
  return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === weekday;
}
