import { type Dimensions, FACT_KINDS, type Fact, type FactKind, valuesOf } from '@/domain/metrics/facts';
import { firstContact } from '@/domain/metrics/fcr';
import { handleMinutes } from '@/domain/metrics/handle-time';
import type { CountingRules, Standing, TicketPast } from '@/domain/metrics/ticket-past';
import { type Said, type Solved, type TicketStory, tellStory } from '@/domain/metrics/ticket-story';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const minutesBetween = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / MINUTE);
const daysBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / DAY;

/** Everything that a ticket's history is counted as. The same history and rules always give the same facts. */
export function ticketFacts(past: TicketPast, rules: CountingRules): Fact[] {
  const told = { past, rules, story: tellStory(past) };
  return [
    ...createdFacts(told),
    ...inboundFacts(told),
    ...replyFacts(told),
    ...firstSolutionFacts(told),
    ...solutionFacts(told),
    ...slaFacts(told),
    ...promiseFacts(told),
    ...backlogFacts(told),
  ];
}

type Told = Readonly<{ past: TicketPast; rules: CountingRules; story: TicketStory }>;
type Made = Readonly<{
  sequence?: number;
  at: Date;
  standing: Standing;
  over?: Partial<Dimensions>;
  values: readonly (number | null)[];
}>;

function factOf({ past }: Told, kind: FactKind, made: Made): Fact {
  const { sequence = 0, at, standing, over, values } = made;
  const { priority, type, agentId, teamId, language } = standing;
  return {
    ...past.dimensions,
    priority,
    type,
    agentId,
    teamId,
    language,
    ...over,
    kind,
    sequence,
    at,
    ticketId: past.id,
    customerId: past.requesterId,
    excluded: kind === 'backlog' ? null : whyExcluded(past),
    values,
  };
}

function whyExcluded({ spam, merged }: TicketPast): string | null {
  if (merged) return 'merged';
  return spam ? 'spam' : null;
}

/** A ticket that nobody had yet counts for the first team, person and language that it was found to belong to. */
function createdFacts(told: Told): Fact[] {
  const { past, story } = told;
  const over = firstKnown(told);
  return [factOf(told, 'created', { at: past.createdAt, standing: story.first, over, values: [1] })];
}

function firstKnown({ past, story }: Told): Partial<Dimensions> {
  const fields = [
    ['ticket.team_changed', 'teamId'],
    ['ticket.assigned', 'agentId'],
    ['ticket.language_changed', 'language'],
  ] as const;
  return Object.fromEntries(
    fields.map(([type, field]) => {
      const later = past.events.find((event) => event.type === type && event.data['to']);
      return [field, story.first[field] ?? (later ? String(later.data['to']) : null)];
    }),
  );
}

const spoken = ({ message }: Said): Partial<Dimensions> =>
  message ? { channel: message.channel, channelAccountId: message.channelAccountId } : {};

const inboundFacts = (told: Told): Fact[] =>
  told.story.inbound.map((said, sequence) =>
    factOf(told, 'inbound', {
      ...{ sequence, at: said.at, standing: said.standing, over: spoken(said) },
      values: [1],
    }),
  );

function replyFacts(told: Told): Fact[] {
  const { past, rules, story } = told;
  return story.replies.map((said, sequence) => {
    const { at, standing, waitedSince } = said;
    const business = (from: Date) => rules.businessMinutes(standing.teamId, from, at);
    const isFirst = sequence === 0 && story.asked;
    const first = isFirst ? minutesBetween(past.createdAt, at) : null;
    const values = valuesOf('reply', {
      message_out: 1,
      reply_wait: waitedSince && minutesBetween(waitedSince, at),
      reply_wait_business: waitedSince && business(waitedSince),
      first_reply: first,
      first_reply_business: isFirst ? business(past.createdAt) : null,
      first_reply_chat: said.message?.channel === 'chat' ? first : null,
    });
    const over = { ...spoken(said), agentId: said.agentId ?? standing.agentId };
    return factOf(told, 'reply', { sequence, at, standing, over, values });
  });
}

/** Who solved it counts where nobody had it. */
const solver = ({ standing, by }: Solved): Partial<Dimensions> => ({ agentId: standing.agentId ?? by });

function firstSolutionFacts(told: Told): Fact[] {
  const { past, rules, story } = told;
  const [solved] = story.solved;
  if (!solved) return [];
  const { at, standing } = solved;
  const genuine = story.reopened.filter((reopening) => reopening.genuine || rules.thanksReopen);
  const within = genuine.filter((reopening) => daysBetween(at, reopening.at) <= rules.fcrDays);
  const values = valuesOf('first_solution', {
    first_solution: minutesBetween(past.createdAt, at),
    first_solution_business: rules.businessMinutes(standing.teamId, past.createdAt, at),
    ...(story.asked && contactOf(told, at)),
    reopened: within.length > 0 ? 1 : 0,
    reopens: within.length,
  });
  return [factOf(told, 'first_solution', { at, standing, over: solver(solved), values })];
}

function contactOf({ past, rules, story }: Told, at: Date) {
  const after = (moments: readonly Readonly<{ at: Date }>[]) => {
    const [first] = moments;
    return first ? daysBetween(at, first.at) : null;
  };
  const fcr = firstContact(
    {
      replies: story.replies.filter((reply) => daysBetween(at, reply.at) <= rules.fcrDays).length,
      reopenedAfter: after(story.reopened),
      genuinelyReopenedAfter: after(story.reopened.filter(({ genuine }) => genuine)),
      repeatedAfter: past.repeatedAt && daysBetween(at, past.repeatedAt),
    },
    rules.fcrDays,
  );
  return { fcr_a: fcr.a, fcr_b: fcr.b, fcr_b_genuine: fcr.bGenuine, fcr_c: fcr.c, fcr_d: fcr.d };
}

const NEW_OPEN = ['new', 'open'];

function solutionFacts(told: Told): Fact[] {
  const { past, rules, story } = told;
  const solved = story.solved.at(-1);
  if (!solved || (story.last.status !== 'solved' && story.last.status !== 'closed')) return [];
  const { at, standing } = solved;
  const replies = story.replies.filter((reply) => reply.at <= at).length;
  const timed = (name: string, statuses: readonly string[]) => ({
    [name]: timeIn(told, statuses, at).calendar,
    [`${name}_business`]: timeIn(told, statuses, at).business,
  });
  const values = valuesOf('solution', {
    full_solution: minutesBetween(past.createdAt, at),
    full_solution_business: rules.businessMinutes(standing.teamId, past.createdAt, at),
    ...timed('requester_wait', [...NEW_OPEN, 'on_hold']),
    ...timed('agent_wait', NEW_OPEN),
    ...timed('pending_time', ['pending']),
    ...timed('on_hold_time', ['on_hold']),
    replies,
    one_touch: replies === 1 ? 1 : 0,
    transferred: solved.transfers > 0 ? 1 : 0,
    handle_time: handleMinutes(past.dimensions.channel, past.focus, at),
    no_reply: replies === 0 ? 1 : 0,
  });
  return [factOf(told, 'solution', { at, standing, over: solver(solved), values })];
}

/** Minutes in these statuses up to `until`; each stretch counts by the hours of the team that had the ticket in it. */
function timeIn({ story, rules }: Told, statuses: readonly string[], until: Date) {
  const stretches = story.stretches.filter(({ status, from }) => statuses.includes(status) && from < until);
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

function slaFacts(told: Told): Fact[] {
  return told.past.clocks.map(({ metric, met, at }, sequence) => {
    const name = `sla_${metric}`;
    const values = FACT_KINDS.sla.map((measure) => (measure === 'sla' || measure === name ? met : null));
    return factOf(told, 'sla', { sequence, at, standing: standingAt(told, at), values });
  });
}

const promiseFacts = (told: Told): Fact[] =>
  told.past.promises.map(({ kept, at }, sequence) =>
    factOf(told, 'promise', { sequence, at, standing: standingAt(told, at), values: [kept] }),
  );

/** The team and person whom the ticket stood with at an instant. */
function standingAt({ story }: Told, at: Date): Standing {
  const known = [...story.inbound, ...story.replies, ...story.solved, ...story.backlog].filter(
    (moment) => moment.at <= at,
  );
  const newest = known.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  return newest?.standing ?? story.first;
}

function backlogFacts(told: Told): Fact[] {
  const birth = told.past.createdAt.getTime() / MINUTE;
  return told.story.backlog.map(({ at, standing, delta, why }, sequence) => {
    const name = `backlog_${why}`;
    const values = FACT_KINDS.backlog.map((measure) => {
      if (measure === 'backlog_birth') return delta * birth;
      return measure === 'backlog' || measure === name ? delta : null;
    });
    return factOf(told, 'backlog', { sequence, at, standing, values });
  });
}
