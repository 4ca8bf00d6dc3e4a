import { type Dimensions, FACT_KINDS, type Fact, type FactKind, valuesOf } from '@/domain/metrics/facts';
import { solutionValues } from '@/domain/metrics/solution-values';
import {
  belongingAt,
  type CountingRules,
  type Standing,
  type TicketPast,
} from '@/domain/metrics/ticket-past';
import { type Said, type TicketStory, tellStory } from '@/domain/metrics/ticket-story';

const MINUTE = 60_000;

const minutesBetween = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / MINUTE);

/** Everything that a ticket's history is counted as. The same history and rules always give the same facts. */
export function ticketFacts(past: TicketPast, rules: CountingRules): Fact[] {
  const told = { past, rules, story: tellStory(past) };
  return [
    ...createdFacts(told),
    ...inboundFacts(told),
    ...replyFacts(told),
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
    ...belongingAt(past, at),
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

function whyExcluded({ spam, trashed, merged }: TicketPast): string | null {
  if (merged) return 'merged';
  if (trashed) return 'trash';
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

/** The first answer is the ticket's own (contracts H.2, rule 6): one that came with another ticket did not answer what this one asked. */
function replyFacts(told: Told): Fact[] {
  const { past, rules, story } = told;
  const firstOwn = story.replies.find(({ own }) => own);
  return story.replies.map((said, sequence) => {
    const { at, standing, waitedSince } = said;
    const business = (from: Date) => rules.businessMinutes(standing.teamId, from, at);
    const isFirst = said === firstOwn && story.asked;
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

/** Two of each episode: of its first solution, which shows whether it held, and of its newest. Who solved it counts where nobody had it. */
const solutionFacts = (told: Told): Fact[] =>
  solutionValues(told).flatMap(({ first, newest, values }, sequence) =>
    (
      [
        ['first_solution', first, values.first],
        ['solution', newest, values.newest],
      ] as const
    ).map(([kind, { at, standing, by }, counted]) =>
      factOf(told, kind, {
        ...{ sequence, at, standing, values: counted },
        over: { agentId: standing.agentId ?? by },
      }),
    ),
  );

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
  const own = [...story.inbound, ...story.replies].filter((said) => said.own);
  const known = [...own, ...story.solved, ...story.backlog].filter((moment) => moment.at <= at);
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
