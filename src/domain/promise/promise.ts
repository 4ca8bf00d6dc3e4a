import { type OpenHours, openTimeBetween } from '@/domain/sla/business-time';
import { instantAfter } from '@/domain/sla/clock';
import { CHANNELS } from '@/domain/ticket/ticket';

/** What a customer was promised: the next answer, or that it is done. */
export const PROMISE_ABOUT = ['answer', 'resolution'] as const;
export type PromiseAbout = (typeof PROMISE_ABOUT)[number];

/** Where a customer can be told by itself: not by phone, and not where everybody would read it. */
export const TOLD_CHANNELS = CHANNELS.filter((channel) => channel !== 'phone' && channel !== 'facebook');

/**
 * On what ground: a person's word, a service level target, how long like tickets took, or the workspace's general time for
 * answers.
 */
export type PromiseSource = 'manual' | 'sla' | 'statistical' | 'general';

/** How the promise of a ticket stands that presses most. */
export type PromiseState = 'open' | 'at_risk' | 'broken';

/** Why one ended that was not kept in time. */
export type PromiseEnd =
  | 'late'
  | 'replaced'
  | 'withdrawn'
  | 'solved'
  | 'spam'
  | 'trash'
  | 'merged'
  | 'unsaid';

/** What a customer was told about when. Instants are the true ones, never a sweep's. */
export type TicketPromise = Readonly<{
  id: string;
  about: PromiseAbout;
  source: PromiseSource;
  promisedAt: Date;
  dueAt: Date;
  /** When it comes to be at risk; null while it stands still. */
  riskAt: Date | null;
  /** When it came to be at risk. */
  warnedAt: Date | null;
  /** Since when it stands still, because we wait for the customer. */
  pausedAt: Date | null;
  keptAt: Date | null;
  brokenAt: Date | null;
  /** Null while something is still owed, also when it is late. */
  endedAt: Date | null;
  reason: PromiseEnd | null;
  /** The message that told it, and the one that kept it. */
  toldById: string | null;
  keptById: string | null;
  replacedById: string | null;
}>;

/** What decides on when it is at risk: the share of its working time from 0 to 1, and the hours; null is all time. */
export type PromiseTerms = Readonly<{ hours: OpenHours | null; riskShare: number }>;

export const isOpenPromise = ({ endedAt }: Pick<TicketPromise, 'endedAt'>): boolean => endedAt === null;

/** Broken at its due time, however much later that is noticed; exactly then it is not broken yet. */
export function judgedPromise(promise: TicketPromise, at: Date): TicketPromise {
  const { endedAt, brokenAt, pausedAt, dueAt } = promise;
  return endedAt || brokenAt || pausedAt || at <= dueAt ? promise : { ...promise, brokenAt: dueAt };
}

/** The instant at which `share` of the working time between two instants is used up; of all time where there is none. */
function shareOf(from: Date, until: Date, { hours, riskShare }: PromiseTerms): Date {
  const open = hours ? openTimeBetween(hours, from, until) : 0;
  const found = open > 0 ? instantAfter(hours, from, open * riskShare) : null;
  const plain = from.getTime() + Math.max(0, until.getTime() - from.getTime()) * riskShare;
  return new Date(Math.min((found ?? new Date(Math.round(plain))).getTime(), until.getTime()));
}

/** Stands still from now on: the customer owes us something. What is broken stays broken. */
export function pausedPromise(promise: TicketPromise, at: Date): TicketPromise {
  const { endedAt, brokenAt, pausedAt } = promise;
  return endedAt || brokenAt || pausedAt ? promise : { ...promise, pausedAt: at, riskAt: null };
}

/** Goes on, due later by the working time for which it stood still, and never earlier than before. */
export function resumedPromise(promise: TicketPromise, at: Date, terms: PromiseTerms): TicketPromise {
  const { pausedAt, dueAt } = promise;
  if (!pausedAt) return promise;
  const open = terms.hours ? openTimeBetween(terms.hours, pausedAt, dueAt) : 0;
  const moved = open > 0 ? instantAfter(terms.hours, at, open) : null;
  const plain = new Date(dueAt.getTime() + at.getTime() - pausedAt.getTime());
  const due = new Date(Math.max((moved ?? plain).getTime(), dueAt.getTime()));
  return armed({ ...promise, pausedAt: null, dueAt: due }, at, terms);
}

/** Watched anew from `at`: there was progress, or another due time. A warning holds where its time has passed by then. */
export function armed(promise: TicketPromise, at: Date, terms: PromiseTerms): TicketPromise {
  if (promise.endedAt || promise.pausedAt || promise.brokenAt) return promise;
  const riskAt = shareOf(at, promise.dueAt, terms);
  return { ...promise, riskAt, warnedAt: riskAt > at ? null : promise.warnedAt };
}

/** When a sweep has to look at it next: at risk, or broken the moment after its due time; null for never. */
export function promiseSweepAt(promise: TicketPromise): Date | null {
  const { endedAt, pausedAt, brokenAt, warnedAt, riskAt, dueAt } = promise;
  if (endedAt || pausedAt || brokenAt) return null;
  return warnedAt || !riskAt ? new Date(dueAt.getTime() + 1) : riskAt;
}

/** What the list shows of a ticket's promises: the one that presses most. Null where nothing is promised. */
export function pressing(
  promises: readonly TicketPromise[],
): Readonly<{ promiseState: PromiseState | null; promiseDueAt: Date | null }> {
  const open = promises.filter(isOpenPromise).toSorted((one, other) => +one.dueAt - +other.dueAt);
  const broken = open.find(({ brokenAt }) => brokenAt);
  if (broken) return { promiseState: 'broken', promiseDueAt: broken.dueAt };
  const atRisk = open.find(({ warnedAt, pausedAt }) => warnedAt && !pausedAt);
  if (atRisk) return { promiseState: 'at_risk', promiseDueAt: atRisk.dueAt };
  const running = open.find(({ pausedAt }) => !pausedAt) ?? open[0];
  return running
    ? { promiseState: 'open', promiseDueAt: running.dueAt }
    : { promiseState: null, promiseDueAt: null };
}
