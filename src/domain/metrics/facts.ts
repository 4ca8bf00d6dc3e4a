/**
 * What one fact of each kind says, in numbers: the measures of the kind in the order in which they lie in its row. Durations
 * are minutes, and those in `_business` count the open hours of the team that had the ticket; shares are 0 or 1.
 */
export const FACT_KINDS = {
  /** A ticket came into being. */
  created: ['created'],
  /** A customer wrote. */
  inbound: ['message_in'],
  /** A person of ours answered in public, or picked up the telephone. */
  reply: [
    'message_out',
    'reply_wait',
    'reply_wait_business',
    'first_reply',
    'first_reply_business',
    'first_reply_chat',
  ],
  /** A ticket was solved for the first time, and whether that held. */
  first_solution: [
    'first_solution',
    'first_solution_business',
    'fcr_a',
    'fcr_b',
    'fcr_b_genuine',
    'fcr_c',
    'fcr_d',
    'reopened',
    'reopens',
  ],
  /** The newest solution of a ticket that stands solved. */
  solution: [
    'full_solution',
    'full_solution_business',
    'requester_wait',
    'requester_wait_business',
    'agent_wait',
    'agent_wait_business',
    'pending_time',
    'pending_time_business',
    'on_hold_time',
    'on_hold_time_business',
    'replies',
    'one_touch',
    'transferred',
    'no_reply',
    'handle_time',
  ],
  /** A clock of a promise ended, or is late. */
  sla: [
    'sla',
    'sla_first_reply',
    'sla_next_reply',
    'sla_periodic_update',
    'sla_requester_wait',
    'sla_agent_work',
    'sla_resolution',
  ],
  /** The number of unsolved tickets rose or fell by one; `birth` is the creation in minutes since 1970, with the same sign. */
  backlog: [
    'backlog',
    'backlog_created',
    'backlog_reopened',
    'backlog_solved',
    'backlog_removed',
    'backlog_moved',
    'backlog_birth',
  ],
  /** A promised time was kept, or passed. */
  promise: ['kept_promises'],
  /** A customer was asked for feedback; by links that are passed on and by what bounced nobody was. */
  asked: ['survey_response', 'csat_response', 'nps_response', 'ces_response', 'resolved_response'],
  /** A customer gave feedback: the latest word, on the day of the first. */
  answer: ['csat', 'nps', 'ces', 'ces_easy', 'ces_index', 'fcr_e'],
  /** Somebody searched the help centre, or opened its form. */
  visit: ['visits', 'deflection'],
  /** A call ended. */
  call: [
    'call_handle',
    'call_abandoned',
    'call_in_time',
    'call_wait',
    'call_busy',
    'call_talk',
    'call_hold',
    'call_wrap_up',
  ],
  /** A chat was taken, or left. */
  chat: ['chat_handle', 'chat_abandoned', 'chat_in_time', 'chat_wait', 'chat_busy'],
  /** A member was there: minutes in which they took work, all that are paid, and those on calls and chats or waiting for some. */
  presence: ['available_time', 'paid_time', 'busy_time', 'idle_time'],
  /** A day of support was paid for: the part of what its month costs, in the currency of the workspace. */
  cost: ['support_cost'],
} as const;

export type FactKind = keyof typeof FACT_KINDS;
export type Measure = (typeof FACT_KINDS)[FactKind][number];

const PLACES = new Map<string, Readonly<{ kind: FactKind; index: number }>>(
  Object.entries(FACT_KINDS).flatMap(([kind, measures]) =>
    measures.map((measure, index) => [measure, { kind: kind as FactKind, index }] as const),
  ),
);

/** In which kind of fact a measure lies, and at which place, counted from 0. Throws for a name that is none. */
export function placeOf(measure: Measure): Readonly<{ kind: FactKind; index: number }> {
  const place = PLACES.get(measure);
  if (!place) throw new Error(`no measure ${measure}`);
  return place;
}

/** What was true of the ticket when it happened; tags are those that it bears now, since they tell of the whole case. */
export type Dimensions = Readonly<{
  channel: string | null;
  channelAccountId: string | null;
  teamId: string | null;
  agentId: string | null;
  language: string | null;
  priority: string | null;
  type: string | null;
  tier: string | null;
  organizationId: string | null;
  tagIds: readonly string[];
}>;

export const NO_DIMENSIONS: Dimensions = {
  channel: null,
  channelAccountId: null,
  teamId: null,
  agentId: null,
  language: null,
  priority: null,
  type: null,
  tier: null,
  organizationId: null,
  tagIds: [],
};

/** One thing that is counted. `values` lie in the order of `FACT_KINDS`; null where a measure does not apply. */
export type Fact = Dimensions &
  Readonly<{
    kind: FactKind;
    sequence: number;
    at: Date;
    ticketId: string | null;
    customerId: string | null;
    /** Why it counts nowhere: `spam`, `trash` or `merged`. */
    excluded: string | null;
    values: readonly (number | null)[];
  }>;

/** Puts numbers at the places of their measures. */
export function valuesOf<Kind extends FactKind>(
  kind: Kind,
  given: Partial<Record<(typeof FACT_KINDS)[Kind][number], number | null>>,
): (number | null)[] {
  const known: Partial<Record<string, number | null>> = given;
  return FACT_KINDS[kind].map((measure) => known[measure] ?? null);
}
