import { instantOf, localTimeOf } from '@/domain/shared/local-time';
import { RELATIONSHIP_DAYS, type SurveyTerms } from './survey';

const MINUTE = 60_000;
export const DAY_MS = 86_400_000;

/** What of a ticket decides whether its customer is asked about it. */
export type AskedAbout = Readonly<{
  status: string;
  spam: boolean;
  mergedIntoId: string | null;
  /** When a person of ours first answered; null for what was closed without a word. */
  firstRepliedAt: Date | null;
  /** Whether the customer ever wrote or called: an internal task has nobody to ask. */
  customerSpoke: boolean;
}>;

/** Why nobody is asked; it stands on the invite that was not sent. */
export type Skip =
  | 'reopened'
  | 'spam'
  | 'merged'
  | 'no_reply'
  | 'internal'
  | 'condition'
  | 'throttled'
  | 'opted_out'
  | 'blocked'
  | 'no_address'
  | 'switched_off';

/** Why the customer of this ticket is not asked about its solution; null when they are. */
export function skipOf(ticket: AskedAbout): Skip | null {
  if (ticket.status !== 'solved' && ticket.status !== 'closed') return 'reopened';
  if (ticket.mergedIntoId) return 'merged';
  if (ticket.spam) return 'spam';
  if (!ticket.customerSpoke) return 'internal';
  return ticket.firstRepliedAt ? null : 'no_reply';
}

/** The instant from which on a customer who was asked at `lastAskedAt` may be asked again. */
export function mayAskFrom(
  lastAskedAt: Date | null,
  { kind, throttleDays }: Pick<SurveyTerms, 'kind' | 'throttleDays'>,
): Date | null {
  if (!lastAskedAt) return null;
  const days = kind === 'nps' ? Math.max(RELATIONSHIP_DAYS, throttleDays) : throttleDays;
  return new Date(lastAskedAt.getTime() + days * DAY_MS);
}

/**
 * The first instant, from `at` on, that is outside of the quiet hours on the customer's own clock. Quiet hours may pass
 * midnight; on a day when the clock jumps they end when it shows the hour, however many hours that are.
 */
export function afterQuietHours(at: Date, quiet: SurveyTerms['quiet'], timeZone: string): Date {
  if (!quiet || quiet.from === quiet.until) return at;
  const local = localTimeOf(at, timeZone);
  const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  if (!isWithin(minute, quiet)) return at;
  const today = instantOf(`${local.slice(0, 10)}T${clockOf(quiet.until)}`, timeZone);
  if (today && today > at) return today;
  const next = localTimeOf(new Date(noonOf(local, timeZone).getTime() + DAY_MS), timeZone);
  return instantOf(`${next.slice(0, 10)}T${clockOf(quiet.until)}`, timeZone) ?? at;
}

const noonOf = (local: string, timeZone: string): Date =>
  instantOf(`${local.slice(0, 10)}T12:00`, timeZone) ?? new Date(`${local.slice(0, 10)}T12:00:00Z`);

function isWithin(minute: number, { from, until }: Readonly<{ from: number; until: number }>): boolean {
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** When to ask about what was solved at `solvedAt`: after the delay, and in no quiet hours. */
export function dueToAsk(
  solvedAt: Date,
  { delayMinutes, quiet }: Pick<SurveyTerms, 'delayMinutes' | 'quiet'>,
  timeZone: string,
): Date {
  return afterQuietHours(new Date(solvedAt.getTime() + delayMinutes * MINUTE), quiet, timeZone);
}

/** Until when an invite sent at `sentAt` takes answers, and when its one reminder is due; a late reminder is none. */
export function termsOfInvite(
  sentAt: Date,
  { expireDays, remindAfterDays }: Pick<SurveyTerms, 'expireDays' | 'remindAfterDays'>,
): Readonly<{ expiresAt: Date; remindAt: Date | null }> {
  const isInTime = remindAfterDays !== null && remindAfterDays < expireDays;
  return {
    expiresAt: new Date(sentAt.getTime() + expireDays * DAY_MS),
    remindAt: isInTime ? new Date(sentAt.getTime() + remindAfterDays * DAY_MS) : null,
  };
}

/** The longest silence that is made up for at once: a worker that slept does not flood anybody. */
const BURST_MS = 60 * MINUTE;

/**
 * How many may be asked now so that `perDay` are asked within a day, evenly, and from when the next counts: an even pace
 * by its theoretical arrival time. `pacedUntil` is what the last call gave.
 */
export function paceOf(
  pacedUntil: Date | null,
  { perDay, now }: Readonly<{ perDay: number; now: Date }>,
): Readonly<{ many: number; after: (sent: number) => Date }> {
  const step = DAY_MS / Math.max(1, perDay);
  const earliest = now.getTime() - BURST_MS;
  const from = Math.max(pacedUntil?.getTime() ?? now.getTime() - step, earliest);
  const many = Math.max(0, Math.floor((now.getTime() - from) / step));
  return { many, after: (sent) => new Date(from + sent * step) };
}
