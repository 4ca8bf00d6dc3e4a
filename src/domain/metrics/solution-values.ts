import { type Episode, episodesOf, isIn } from '@/domain/metrics/episodes';
import { valuesOf } from '@/domain/metrics/facts';
import { firstContact } from '@/domain/metrics/fcr';
import { handleMinutes } from '@/domain/metrics/handle-time';
import type { CountingRules, TicketPast } from '@/domain/metrics/ticket-past';
import type { TicketStory } from '@/domain/metrics/ticket-story';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const minutesBetween = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / MINUTE);
const daysBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / DAY;

type Told = Readonly<{ past: TicketPast; rules: CountingRules; story: TicketStory }>;
type Values = readonly (number | null)[];

/** What each episode of a ticket counts as: the values of its first solution, and of its newest. */
export function solutionValues(
  told: Told,
): (Episode & Readonly<{ values: Readonly<{ first: Values; newest: Values }> }>)[] {
  const { past, rules, story } = told;
  return episodesOf(story, past.createdAt, rules.fcrDays).map((episode) => ({
    ...episode,
    values: { first: firstValues(told, episode), newest: newestValues(told, episode) },
  }));
}

function firstValues(told: Told, episode: Episode): Values {
  const { rules } = told;
  const { from, first } = episode;
  const reopened = reopenings(told, episode).filter(({ genuine }) => genuine || rules.thanksReopen);
  const within = reopened.filter(({ at }) => daysBetween(first.at, at) <= rules.fcrDays);
  return valuesOf('first_solution', {
    first_solution: minutesBetween(from, first.at),
    first_solution_business: rules.businessMinutes(first.standing.teamId, from, first.at),
    ...(episode.asked && contactOf(told, episode)),
    reopened: within.length > 0 ? 1 : 0,
    reopens: within.length,
  });
}

/** How often the ticket came back after the first solution of an episode; its own beginning is none of them. */
const reopenings = ({ story }: Told, { first }: Episode) => story.reopened.filter(({ at }) => at >= first.at);

function contactOf(told: Told, episode: Episode) {
  const { past, rules } = told;
  const { at } = episode.first;
  const after = (moments: readonly Readonly<{ at: Date }>[]) => {
    const [first] = moments;
    return first ? daysBetween(at, first.at) : null;
  };
  const reopened = reopenings(told, episode);
  const repeatedAt = past.repeats.get(at.getTime());
  const fcr = firstContact(
    {
      replies: episode.replies.filter((reply) => daysBetween(at, reply.at) <= rules.fcrDays).length,
      reopenedAfter: after(reopened),
      genuinelyReopenedAfter: after(reopened.filter(({ genuine }) => genuine)),
      repeatedAfter: repeatedAt ? daysBetween(at, repeatedAt) : null,
    },
    rules.fcrDays,
  );
  return { fcr_a: fcr.a, fcr_b: fcr.b, fcr_b_genuine: fcr.bGenuine, fcr_c: fcr.c, fcr_d: fcr.d };
}

const NEW_OPEN = ['new', 'open'];

function newestValues(told: Told, episode: Episode): Values {
  const { past, rules } = told;
  const { from, newest } = episode;
  const { at, standing } = newest;
  const replies = episode.replies.filter((reply) => reply.at <= at).length;
  const timed = (name: string, statuses: readonly string[]) => {
    const { calendar, business } = timeIn(told, episode, statuses);
    return { [name]: calendar, [`${name}_business`]: business };
  };
  return valuesOf('solution', {
    full_solution: minutesBetween(from, at),
    full_solution_business: rules.businessMinutes(standing.teamId, from, at),
    ...timed('requester_wait', [...NEW_OPEN, 'on_hold']),
    ...timed('agent_wait', NEW_OPEN),
    ...timed('pending_time', ['pending']),
    ...timed('on_hold_time', ['on_hold']),
    replies,
    one_touch: replies === 1 ? 1 : 0,
    transferred: episode.transfers > 0 ? 1 : 0,
    handle_time: handleMinutes(
      past.dimensions.channel,
      past.focus.filter((focus) => isIn(episode, focus.at)),
      at,
    ),
    no_reply: replies === 0 ? 1 : 0,
  });
}

/** Minutes of an episode in these statuses; each stretch counts by the hours of the team that had the ticket in it. */
function timeIn({ story, rules }: Told, { from: begin, newest }: Episode, statuses: readonly string[]) {
  const { at: until } = newest;
  const stretches = story.stretches.filter(
    ({ status, from }) => statuses.includes(status) && from >= begin && from < until,
  );
  const sum = (minutes: (teamId: string | null, from: Date, to: Date) => number) =>
    stretches.reduce(
      (total, { teamId, from, to }) => total + minutes(teamId, from, to && to < until ? to : until),
      0,
    );
  return {
    calendar: sum((_, from, to) => minutesBetween(from, to)),
    business: sum(rules.businessMinutes),
  };
}
