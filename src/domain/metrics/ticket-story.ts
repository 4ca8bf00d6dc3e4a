import {
  firstStanding,
  type PastEvent,
  type PastMessage,
  type Standing,
  savesOf,
  standingAfter,
  type TicketHistory,
  type TicketPast,
} from '@/domain/metrics/ticket-past';

/** A stretch of a ticket's life in one status and one team. */
type Stretch = Readonly<{ status: string; teamId: string | null; from: Date; to: Date | null }>;

/**
 * A customer's words, or an answer of ours; `waitedSince` is the oldest question that it answers. What was said on another ticket and
 * stands on this one is not its `own`: it says how that other one stood, and what was answered there.
 */
export type Said = Readonly<{
  own: boolean;
  at: Date;
  standing: Standing;
  message: PastMessage | null;
  agentId: string | null;
  waitedSince: Date | null;
}>;

/** A time that the ticket was solved, with what had been done until then. */
export type Solved = Readonly<{ at: Date; standing: Standing; by: string | null; transfers: number }>;
type Reopened = Readonly<{ at: Date; genuine: boolean }>;

/** How the number of unsolved tickets moved, and as what the ticket counted. */
type BacklogStep = Readonly<{
  at: Date;
  standing: Standing;
  delta: 1 | -1;
  why: 'created' | 'reopened' | 'solved' | 'removed' | 'moved';
}>;

/** A ticket's history in the words of the metrics. */
export type TicketStory = Readonly<{
  first: Standing;
  last: Standing;
  /** False for what began as a part of another ticket, or with words of ours. */
  asked: boolean;
  inbound: readonly Said[];
  replies: readonly Said[];
  solved: readonly Solved[];
  reopened: readonly Reopened[];
  stretches: readonly Stretch[];
  backlog: readonly BacklogStep[];
}>;

type Telling = {
  standing: Standing;
  begunBy: 'customer' | 'us' | null;
  split: boolean;
  /** Since when its own customer waits, and those of the tickets that it took over, by their ids. */
  waitingSince: Date | null;
  taken: Map<string, Date>;
  transfers: number;
  inbound: Said[];
  replies: Said[];
  solved: Solved[];
  reopened: Reopened[];
  stretches: Stretch[];
  backlog: BacklogStep[];
};

const isUnsolved = (status: string) => status !== 'solved' && status !== 'closed';
const isAside = ({ spam, trashed }: Standing) => spam || trashed;
const counts = (standing: Standing) => isUnsolved(standing.status) && !isAside(standing);

/**
 * Tells a ticket's history anew, save by save, with the words that came with other tickets at their times. Messages that were taken
 * back were never there.
 */
export function tellStory(past: TicketPast): TicketStory {
  const { messages, calls } = past;
  const told = tellHistory(past, { messages, calls });
  const others = past.parts.map((part) => tellHistory(part, { messages, calls }));
  const words = (which: 'inbound' | 'replies') => [
    ...told[which],
    ...others.flatMap((other) => other[which].map((said) => ({ ...said, own: false }))),
  ];
  return { ...told, inbound: inOrder(words('inbound')), replies: inOrder(words('replies')) };
}

const inOrder = (words: readonly Said[]) => words.toSorted((a, b) => a.at.getTime() - b.at.getTime());

/** The words that are told of: those that stand on one ticket. */
type Words = Pick<TicketPast, 'messages' | 'calls'>;

function tellHistory(past: TicketHistory, words: Words): TicketStory {
  const first = firstStanding(past);
  const telling: Telling = {
    standing: first,
    begunBy: null,
    split: false,
    waitingSince: null,
    taken: new Map(),
    transfers: 0,
    inbound: [],
    replies: [],
    solved: [],
    reopened: [],
    stretches: [{ status: first.status, teamId: first.teamId, from: past.createdAt, to: null }],
    backlog: counts(first)
      ? [{ at: past.createdAt, standing: first, delta: 1 as const, why: 'created' as const }]
      : [],
  };
  for (const save of savesOf(past.events)) tellSave(telling, save, words);
  if (past.merged && counts(telling.standing)) {
    step(telling, { at: past.updatedAt, standing: telling.standing, delta: -1, why: 'removed' });
  }
  const { standing, begunBy, split, waitingSince: _, taken: __, transfers: ___, ...told } = telling;
  return { ...told, first, last: standing, asked: begunBy !== 'us' && !split };
}

/** A ticket that closes because it became a part of another one is not solved, and not reopened when they are parted. */
const JOINING = ['ticket.merged', 'ticket.unmerged'];

function tellSave(telling: Telling, save: readonly PastEvent[], words: Words): void {
  const before = telling.standing;
  const undone = save.some(({ type }) => type === 'message.cancelled');
  const joined = save.some(({ type }) => JOINING.includes(type));
  for (const event of save) {
    telling.standing = standingAfter(telling.standing, event);
    tellEvent(telling, event, words);
  }
  const at = save[0]?.at;
  if (!at) return;
  const after = telling.standing;
  if (before.status !== after.status || before.teamId !== after.teamId) nextStretch(telling, at);
  if (!joined) tellSolving(telling, { before, at, undone, by: personIn(save[0]) });
  tellBacklog(telling, { before, at, joined });
}

function tellEvent(telling: Telling, event: PastEvent, { messages, calls }: Words): void {
  const { type, data, at } = event;
  switch (type) {
    case 'message.added': {
      const message = messages.get(String(data['messageId']));
      if (message) said(telling, message, at);
      return;
    }
    case 'call.answered':
      if (calls.has(String(data['callId']))) {
        answered(telling, { at, message: null, agentId: personIn(event) });
      }
      return;
    case 'ticket.split_off':
    case 'ticket.took_over':
    case 'ticket.gave_back':
      tellOther(telling, event);
      return;
    default:
      telling.transfers += isTransfer(event) ? 1 : 0;
  }
}

/** The ticket began as a part of another one, took one over, or gave it back: with the wait of its customer, if they wait. */
function tellOther(telling: Telling, { type, data }: PastEvent): void {
  const other = String(data['ticketId']);
  const since = typeof data['unansweredSince'] === 'string' ? new Date(data['unansweredSince']) : null;
  if (type === 'ticket.split_off') {
    telling.split = true;
    telling.waitingSince = since;
  } else if (type === 'ticket.gave_back') telling.taken.delete(other);
  else if (since) telling.taken.set(other, since);
}

/** The person who did it; null where a machine did, whose name is no id. */
const personIn = (event: PastEvent | undefined): string | null =>
  event?.actorKind === 'user' ? event.actorId : null;

const isTransfer = ({ type, data, actorKind }: PastEvent): boolean =>
  type === 'ticket.team_changed' && actorKind === 'user' && Boolean(data['from']);

/** Since when somebody waits on the ticket: its own customer, or one whose question came with another ticket. */
function waitsSince({ waitingSince, taken }: Telling): Date | null {
  const [oldest = null] = [...(waitingSince ? [waitingSince] : []), ...taken.values()].sort(
    (a, b) => a.getTime() - b.getTime(),
  );
  return oldest;
}

function said(telling: Telling, message: PastMessage, at: Date): void {
  if (message.direction === 'note' || message.automated || message.author === 'system') return;
  if (message.direction === 'outbound') {
    answered(telling, { at: message.leftAt ?? at, message, agentId: message.authorUserId });
    return;
  }
  telling.begunBy ??= 'customer';
  const { standing } = telling;
  telling.inbound.push({ own: true, at, standing, message, agentId: standing.agentId, waitedSince: null });
  if (!message.thanks) telling.waitingSince ??= at;
  else if (!isUnsolved(standing.status)) telling.reopened.push({ at, genuine: false });
}

type Answer = Readonly<{ at: Date; message: PastMessage | null; agentId: string | null }>;

function answered(telling: Telling, answer: Answer): void {
  telling.begunBy ??= answer.message ? 'us' : 'customer';
  const { standing } = telling;
  telling.replies.push({ ...answer, own: true, standing, waitedSince: waitsSince(telling) });
  telling.waitingSince = null;
  telling.taken.clear();
}

function nextStretch(telling: Telling, at: Date): void {
  const last = telling.stretches.pop();
  if (last) telling.stretches.push({ ...last, to: at });
  const { status, teamId } = telling.standing;
  telling.stretches.push({ status, teamId, from: at, to: null });
}

type Turn = Readonly<{ before: Standing; at: Date; undone: boolean; by: string | null }>;

/** A solution that was taken back with its words was none. */
function tellSolving(telling: Telling, { before, at, undone, by }: Turn): void {
  const { standing, transfers } = telling;
  const [was, is] = [isUnsolved(before.status), isUnsolved(standing.status)];
  if (was && !is) telling.solved.push({ at, standing, by, transfers });
  if (was || !is) return;
  if (undone) telling.solved.pop();
  else telling.reopened.push({ at, genuine: true });
}

type Moved = Readonly<{ before: Standing; at: Date; joined: boolean }>;

function tellBacklog(telling: Telling, { before, at, joined }: Moved): void {
  const { standing } = telling;
  const judged = joined || isAside(before) !== isAside(standing);
  if (counts(before) && counts(standing)) tellMove(telling, before, at);
  else if (counts(before)) {
    step(telling, { at, standing: before, delta: -1, why: judged ? 'removed' : 'solved' });
  } else if (counts(standing)) {
    step(telling, { at, standing, delta: 1, why: judged ? 'removed' : 'reopened' });
  }
}

function tellMove(telling: Telling, before: Standing, at: Date): void {
  const { standing } = telling;
  if (!countsAsOther(before, standing)) return;
  step(telling, { at, standing: before, delta: -1, why: 'moved' });
  step(telling, { at, standing, delta: 1, why: 'moved' });
}

const step = (telling: Telling, made: BacklogStep) => telling.backlog.push(made);

const countsAsOther = (one: Standing, other: Standing) =>
  (['priority', 'type', 'agentId', 'teamId', 'language'] as const).some(
    (field) => one[field] !== other[field],
  );
