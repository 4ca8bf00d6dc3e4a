import type { Said, Solved, TicketStory } from '@/domain/metrics/ticket-story';

const DAY = 86_400_000;

/**
 * One time that a ticket came to be solved. It begins with the ticket, or with its coming back after the days in which that
 * counts as not having been solved; whatever comes back within those days belongs to it still.
 */
export type Episode = Readonly<{
  from: Date;
  /** When the ticket came back for this one; null of the first, to which everything before belongs as well. */
  since: Date | null;
  /** When the ticket came back for the next one; null of the newest. */
  until: Date | null;
  first: Solved;
  newest: Solved;
  /** False for what we began ourselves, and for a part of another ticket. */
  asked: boolean;
  /** Answers of the whole episode, also after its solution. */
  replies: readonly Said[];
  /** A person gave the ticket to another team until the newest solution. */
  transfers: number;
}>;

type Span = Pick<Episode, 'from' | 'since' | 'until'>;

/**
 * The episodes of a ticket that came to a solution, oldest first. A ticket that is reopened more than `days` after it was solved
 * begins another one, so that what was counted of the past stays as it was.
 */
export function episodesOf(story: TicketStory, createdAt: Date, days: number): Episode[] {
  let transfers = 0;
  return spansOf(story, createdAt, days).flatMap((span) => {
    const solved = story.solved.filter(({ at }) => isIn(span, at));
    const [first, newest] = [solved[0], solved.at(-1)];
    if (!first || !newest) return [];
    const before = transfers;
    transfers = newest.transfers;
    const replies = story.replies.filter(({ at }) => isIn(span, at));
    const asked = span.since === null ? story.asked : isAskedAgain(story, span, replies);
    return [{ ...span, first, newest, asked, replies, transfers: newest.transfers - before }];
  });
}

/** True for an instant that belongs to an episode: it begins with its first, and the next one takes its last. */
export const isIn = ({ since, until }: Pick<Episode, 'since' | 'until'>, at: Date): boolean =>
  (since === null || at >= since) && (until === null || at < until);

function spansOf(story: TicketStory, createdAt: Date, days: number): Span[] {
  const begins: Date[] = [];
  for (const { at, genuine } of story.reopened) {
    const solved = story.solved.findLast((each) => each.at < at);
    if (genuine && solved && at.getTime() - solved.at.getTime() > days * DAY) begins.push(at);
  }
  return [null, ...begins].map((since, index) => ({
    ...{ from: since ?? createdAt, since, until: begins[index] ?? null },
  }));
}

/** A customer came back with words, or by telephone. */
const isAskedAgain = (story: TicketStory, span: Span, replies: readonly Said[]): boolean =>
  story.inbound.some(({ at }) => isIn(span, at)) || replies.some(({ message }) => message === null);
