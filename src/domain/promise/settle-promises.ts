import type { Actor } from '@/domain/permission/actor';
import type { PromiseFact } from '@/domain/promise/event';
import type { NewMessage, Ticket, TicketEvent, TicketStatus } from '@/domain/ticket/ticket';
import {
  armed,
  isOpenPromise,
  judgedPromise,
  type PromiseAbout,
  type PromiseEnd,
  type PromiseTerms,
  pausedPromise,
  resumedPromise,
  type TicketPromise,
} from './promise';

type Changed = Readonly<{
  before: Pick<Ticket, 'status' | 'mergedIntoId'>;
  after: Pick<Ticket, 'status' | 'mergedIntoId'>;
  events: readonly TicketEvent[];
  by: Pick<Actor, 'kind'>;
  at: Date;
}>;

type Stand = readonly TicketPromise[];
type Moment = Readonly<{ change: Changed; terms: PromiseTerms }>;

/** True for a change that could touch promises; others need not ask for them. */
export function touchesPromises({ before, after, events }: Omit<Changed, 'by' | 'at'>): boolean {
  return before.mergedIntoId !== after.mergedIntoId || events.some(isOfInterest);
}

const OF_INTEREST: readonly TicketEvent['type'][] = [
  'message.cancelled',
  'ticket.status_changed',
  'ticket.spam_changed',
  'ticket.trash_changed',
  'ticket.took_over',
  'ticket.gave_back',
  'call.answered',
  'promise.made',
  'promise.withdrawn',
];

const isOfInterest = (event: TicketEvent) =>
  OF_INTEREST.includes(event.type) || (event.type === 'message.added' && isAnswer(event.message));

/** Only people keep a promise: a public message that a machine wrote is no answer. */
const isAnswer = ({ direction, author, automated }: NewMessage) =>
  direction === 'outbound' && author.kind === 'user' && !automated;

/** How a change of a ticket moves its promises. */
export function settlePromises(stand: Stand, change: Changed, terms: PromiseTerms): Stand {
  const { before, after, events, at } = change;
  const moment = { change, terms };
  let now = stand.map((promise) => judgedPromise(promise, at));
  // Before all else: what closes a merged ticket keeps no promise.
  if (before.mergedIntoId === null && after.mergedIntoId !== null) now = [...ended(now, 'merged', at)];
  for (const event of events) now = [...happened(now, event, moment)];
  if (before.mergedIntoId !== null && after.mergedIntoId === null) {
    now = [...taken(now, moment, ({ reason }) => reason === 'merged')];
  }
  return now;
}

function happened(stand: Stand, event: TicketEvent, moment: Moment): Stand {
  const { at } = moment.change;
  switch (event.type) {
    case 'message.added':
      return isAnswer(event.message) ? answered(stand, event.message, moment) : stand;
    case 'call.answered':
      return answered(stand, null, moment);
    case 'message.cancelled':
      return unsaid(stand, event.messageId, moment);
    case 'ticket.status_changed':
      return moved(stand, event, moment);
    case 'ticket.spam_changed':
    case 'ticket.trash_changed': {
      const place = event.type === 'ticket.spam_changed' ? 'spam' : 'trash';
      return event.to
        ? ended(stand, place, at)
        : taken(stand, moment, ({ reason, dueAt }) => reason === place && dueAt > at);
    }
    case 'promise.made':
      return made(stand, event, moment);
    case 'promise.withdrawn':
      return stand.map((each) => (each.id === event.promiseId ? endedAs(each, 'withdrawn', at) : each));
    default:
      return stand;
  }
}

/**
 * A person answered. That keeps a promised answer, unless the same message promises another time; a mail that leaves only
 * after the promised time keeps nothing. For a promised solution it is progress.
 */
function answered(stand: Stand, message: NewMessage | null, { change, terms }: Moment): Stand {
  const { at, events } = change;
  const leaves = (message?.scheduled && message.sendAt) || at;
  const isMoved = events.some((event) => event.type === 'promise.made' && event.about === 'answer');
  return stand.map((promise) => {
    if (!isOpenPromise(promise)) return promise;
    if (promise.about === 'resolution') return armed(promise, at, terms);
    if (isMoved || (leaves > promise.dueAt && leaves > at)) return promise;
    return kept(promise, { at, keptAt: leaves, keptById: message?.id ?? null });
  });
}

type Keeping = Readonly<{ at: Date; keptAt: Date; keptById: string | null }>;

/** Kept, or answered too late: that ends it and leaves it broken. */
const kept = (promise: TicketPromise, { at, keptAt, keptById }: Keeping): TicketPromise =>
  promise.brokenAt
    ? { ...promise, endedAt: at, reason: 'late', keptById, riskAt: null }
    : { ...promise, keptAt, endedAt: at, keptById, riskAt: null, pausedAt: null };

function moved(
  stand: Stand,
  { from, to }: Readonly<{ from: TicketStatus; to: TicketStatus }>,
  moment: Moment,
): Stand {
  const { change, terms } = moment;
  const { at, by } = change;
  const isDone = (status: TicketStatus) => status === 'solved' || status === 'closed';
  if (isDone(to)) {
    const byPerson = by.kind === 'user';
    const solved = stand.map((promise) =>
      isOpenPromise(promise) && promise.about === 'resolution' && byPerson
        ? kept(promise, { at, keptAt: at, keptById: null })
        : promise,
    );
    return ended(solved, 'solved', at);
  }
  const back = isDone(from) ? taken(stand, moment, cameBack(at)) : stand;
  return back.map((promise) => {
    if (promise.about !== 'resolution' || !isOpenPromise(promise)) return promise;
    return to === 'pending' ? pausedPromise(promise, at) : resumedPromise(promise, at, terms);
  });
}

/** What was solved and comes back before the promised time was not solved. */
const cameBack = (at: Date) => (promise: TicketPromise) =>
  promise.about === 'resolution' && promise.keptAt !== null && promise.dueAt > at;

/** A message was taken back: what it promised was never said, and what it kept is owed again. */
function unsaid(stand: Stand, messageId: string, moment: Moment): Stand {
  const { at } = moment.change;
  const gone = new Set(stand.filter(({ toldById }) => toldById === messageId).map(({ id }) => id));
  const without = stand.map((promise) =>
    gone.has(promise.id) && isOpenPromise(promise) ? endedAs(promise, 'unsaid', at) : promise,
  );
  return taken(
    without,
    moment,
    ({ keptById, replacedById }) =>
      keptById === messageId || (replacedById !== null && gone.has(replacedById)),
  );
}

/** Owed again, where nothing of its kind is owed by now: the latest of those that `which` names. */
function taken(stand: Stand, { change, terms }: Moment, which: (promise: TicketPromise) => boolean): Stand {
  const { at } = change;
  const again = new Set<string>();
  for (const about of ['answer', 'resolution'] as const) {
    const last = stand.filter((each) => each.about === about && !isOpenPromise(each) && which(each)).at(-1);
    if (last && !openOf(stand, about)) again.add(last.id);
  }
  return stand.map((promise) => {
    if (!again.has(promise.id)) return promise;
    const nothing = { keptAt: null, endedAt: null, reason: null, keptById: null, replacedById: null };
    return armed(judgedPromise({ ...promise, ...nothing }, at), at, terms);
  });
}

type Made = Extract<TicketEvent, { type: 'promise.made' }>;

/** A new promise takes the place of the one of its kind. */
function made(stand: Stand, event: Made, { change, terms }: Moment): Stand {
  const { at, after } = change;
  const { promiseId, about, source, messageId } = event;
  const others = stand.map((promise) =>
    promise.about === about && isOpenPromise(promise)
      ? { ...endedAs(promise, 'replaced', at), replacedById: promiseId }
      : promise,
  );
  const fresh: TicketPromise = armed(
    {
      id: promiseId,
      about,
      source,
      promisedAt: at,
      dueAt: new Date(event.dueAt),
      riskAt: null,
      warnedAt: null,
      pausedAt: null,
      keptAt: null,
      brokenAt: null,
      endedAt: null,
      reason: null,
      toldById: messageId,
      keptById: null,
      replacedById: null,
    },
    at,
    terms,
  );
  const waits = about === 'resolution' && after.status === 'pending';
  return [...others, waits ? pausedPromise(fresh, at) : fresh];
}

const openOf = (stand: Stand, about: PromiseAbout) =>
  stand.find((each) => each.about === about && isOpenPromise(each));

const ended = (stand: Stand, reason: PromiseEnd, at: Date): Stand =>
  stand.map((promise) => endedAs(promise, reason, at));

const endedAs = (promise: TicketPromise, reason: PromiseEnd, at: Date): TicketPromise =>
  isOpenPromise(promise) ? { ...promise, endedAt: at, reason, riskAt: null, pausedAt: null } : promise;

/** What the history tells of the way from one stand to the next; that something was promised stands there already. */
export function promiseFacts(before: Stand, after: Stand, told: readonly TicketEvent[] = []): PromiseFact[] {
  return after.flatMap((promise) => {
    const was = before.find(({ id }) => id === promise.id);
    return was ? factsOfOne(was, promise, told) : [];
  });
}

function factsOfOne(was: TicketPromise, is: TicketPromise, told: readonly TicketEvent[]): PromiseFact[] {
  const { id: promiseId, about } = is;
  const named = { promiseId, about, dueAt: is.dueAt.toISOString() } as const;
  const facts: PromiseFact[] = [];
  if (!was.brokenAt && is.brokenAt) facts.push({ type: 'promise.broken', ...named });
  if (was.endedAt && !is.endedAt) facts.push({ type: 'promise.reopened', ...named });
  if (!was.keptAt && is.keptAt) facts.push({ type: 'promise.kept', ...named });
  if (was.dueAt.getTime() !== is.dueAt.getTime()) {
    facts.push({ type: 'promise.moved', ...named, from: was.dueAt.toISOString() });
  }
  const isTold = told.some((event) => event.type === 'promise.withdrawn' && event.promiseId === promiseId);
  if (!was.endedAt && is.endedAt && is.reason && !isTold) facts.push(endFact(is, named));
  return facts;
}

function endFact(
  { reason, replacedById }: TicketPromise,
  named: Readonly<{ promiseId: string; about: PromiseAbout; dueAt: string }>,
): PromiseFact {
  if (reason === 'late') return { type: 'promise.met_late', ...named };
  if (reason === 'replaced') return { type: 'promise.replaced', ...named, by: replacedById ?? '' };
  return { type: 'promise.withdrawn', ...named, reason: reason ?? 'withdrawn' };
}

/**
 * What was promised on tickets that were merged into this one: the same word, given here now. Where this ticket owes the
 * like, the earlier word is the one that stands.
 */
export function takenOver(
  stand: Stand,
  coming: Stand,
  { at, newId }: Readonly<{ at: Date; newId: () => string }>,
): Stand {
  let now = stand;
  for (const promise of coming) {
    const own = openOf(now, promise.about);
    if (own && own.dueAt <= promise.dueAt) continue;
    const here = { ...promise, id: newId(), endedAt: null, reason: null };
    now = [
      ...now.map((each) =>
        each === own ? { ...endedAs(each, 'replaced', at), replacedById: here.id } : each,
      ),
      here,
    ];
  }
  return now;
}

/**
 * A merge was undone: what the other ticket had promised is its own word again, and what that had replaced here stands
 * again. `theirs` are the promises of the ticket that went back.
 */
export function givenBack(stand: Stand, theirs: Stand, at: Date): Stand {
  const isTheirs = (promise: TicketPromise) =>
    theirs.some(
      ({ about, promisedAt, id }) =>
        id !== promise.id && about === promise.about && +promisedAt === +promise.promisedAt,
    );
  const back = new Set(stand.filter((each) => isOpenPromise(each) && isTheirs(each)).map(({ id }) => id));
  return stand.map((promise) => {
    if (back.has(promise.id)) return endedAs(promise, 'merged', at);
    if (promise.replacedById === null || !back.has(promise.replacedById)) return promise;
    return judgedPromise({ ...promise, endedAt: null, reason: null, replacedById: null }, at);
  });
}
