import type { Measure } from '@/domain/metrics/facts';

/** Minutes of open hours of the team, or of the wall clock. */
export const HOURS_MODES = ['business', 'calendar'] as const;
export type HoursMode = (typeof HOURS_MODES)[number];

export const FCR_VARIANTS = ['a', 'b', 'b_genuine', 'c', 'd', 'e'] as const;
export type FcrVariant = (typeof FCR_VARIANTS)[number];

/** What the number is: a share between 0 and 1, minutes, points between −100 and 100, a plain score, so many, or an amount. */
export type MetricUnit = 'share' | 'minutes' | 'points' | 'score' | 'count' | 'money';

/** The same of a value: an amount says its currency, such as `money:EUR`. */
export type ValueUnit = Exclude<MetricUnit, 'money'> | `money:${string}`;

/** What kind of unit it is, whatever the currency. */
export const kindOfUnit = (unit: MetricUnit | ValueUnit): MetricUnit =>
  unit.startsWith('money') ? 'money' : (unit as MetricUnit);

/** The currency of an amount; null of everything else. */
export const currencyOf = (unit: MetricUnit | ValueUnit): string | null =>
  unit.startsWith('money:') ? unit.slice('money:'.length) : null;

/**
 * How a number is made of its measures: the share of ones, the mean, the mean of {+1, 0, −1} in points, how many, the sum of one
 * over the sum of others, the sum of one over how many of others there are, what stands at the end of the period, or the mean age
 * of what stands then.
 */
type MetricShape = 'share' | 'mean' | 'net' | 'count' | 'ratio' | 'per' | 'level' | 'age';

type Given = Readonly<{
  shape: MetricShape;
  unit: MetricUnit;
  /** Its measure; of durations the one of the wall clock. */
  of: readonly Measure[];
  /** The same in open hours, where both are counted. */
  business?: Measure;
  /** Of ratios: over what. */
  over?: readonly Measure[];
  /** Of scores: who of those who were asked has answered. */
  response?: Measure;
  /** Which way is better; null where neither is. */
  better: 'higher' | 'lower' | null;
  area: 'satisfaction' | 'resolution' | 'speed' | 'promises' | 'work' | 'channels';
  /** The event at whose time it counts. */
  anchor:
    | 'created'
    | 'replied'
    | 'first_solved'
    | 'last_solved'
    | 'ended'
    | 'said'
    | 'asked'
    | 'answered'
    | 'visited'
    | 'moment';
  /** Counts only once the days in which a ticket may come back are over, or those of `matureDays`. */
  matures?: true;
  matureDays?: number;
  /** Known of the workspace as a whole only: it has no parts, and nothing is told of what is narrowed. */
  whole?: true;
  /** Rises when the definition changes. */
  version?: number;
}>;

const duration = (of: Measure, over: Pick<Given, 'area' | 'anchor'> & Partial<Given>): Given => ({
  shape: 'mean',
  unit: 'minutes',
  of: [of],
  better: 'lower',
  ...over,
});

const share = (of: Measure, over: Pick<Given, 'area' | 'anchor' | 'better'> & Partial<Given>): Given => ({
  shape: 'share',
  unit: 'share',
  of: [of],
  ...over,
});

const fcr = (of: Measure): Given =>
  share(of, { area: 'resolution', anchor: 'first_solved', better: 'higher', matures: true, version: 3 });

const promise = (of: Measure): Given => share(of, { area: 'promises', anchor: 'ended', better: 'higher' });

const number = (of: Measure, over: Pick<Given, 'area' | 'anchor'> & Partial<Given>): Given => ({
  shape: 'count',
  unit: 'count',
  of: [of],
  better: null,
  ...over,
});

const feedback = (of: Measure, over: Partial<Given> = {}): Given =>
  share(of, { area: 'satisfaction', anchor: 'answered', better: 'higher', ...over });

/** What support costs, for each of what it did; the day that is not over is left out. */
const cost = (over: Measure, anchor: Given['anchor']): Given => ({
  ...{ shape: 'per', unit: 'money', of: ['support_cost'], over: [over], better: 'lower', area: 'work' },
  ...{ anchor, matures: true, matureDays: 0, whole: true },
});

const speed = 'speed' as const;
/** Since version 2 by episode: a ticket that comes back late does not change what was counted. */
const byEpisode = { version: 2 } as const;
/** One version on since what was said on tickets that were merged counts on the one that remains. */
const withMerged = { version: 2 } as const;
const byEpisodeWithMerged = { version: 3 } as const;
const solved = { area: 'speed', anchor: 'last_solved', ...byEpisode } as const;
const calls = { area: 'channels', anchor: 'ended' } as const;

/** Every metric by its name (contracts G). Words for each stand in `metrics.json`. */
const DEFINITIONS = {
  csat: feedback('csat', { response: 'csat_response' }),
  nps: feedback('nps', { shape: 'net', unit: 'points', response: 'nps_response' }),
  ces: feedback('ces', { shape: 'mean', unit: 'score', response: 'ces_response' }),
  ces_easy: feedback('ces_easy', { response: 'ces_response' }),
  ces_index: feedback('ces_index', { shape: 'net', unit: 'points', response: 'ces_response' }),
  survey_response: feedback('survey_response', { anchor: 'asked' }),
  /** By the variant that the workspace has chosen: `withVariant`. */
  fcr: fcr('fcr_d'),
  fcr_a: fcr('fcr_a'),
  fcr_b: fcr('fcr_b'),
  fcr_b_genuine: fcr('fcr_b_genuine'),
  fcr_c: fcr('fcr_c'),
  fcr_d: fcr('fcr_d'),
  /** What customers said themselves; nobody waits for it. */
  fcr_e: share('fcr_e', {
    ...{ area: 'resolution', anchor: 'answered', better: 'higher', response: 'resolved_response' },
  }),
  reopen_rate: share('reopened', {
    area: 'resolution',
    anchor: 'first_solved',
    better: 'lower',
    matures: true,
    ...byEpisode,
  }),
  reopens_per_ticket: {
    shape: 'mean',
    unit: 'score',
    of: ['reopens'],
    better: 'lower',
    area: 'resolution',
    anchor: 'first_solved',
    matures: true,
    ...byEpisode,
  },
  one_touch: share('one_touch', {
    area: 'resolution',
    anchor: 'last_solved',
    better: 'higher',
    ...byEpisodeWithMerged,
  }),
  replies_per_resolution: {
    shape: 'mean',
    unit: 'score',
    of: ['replies'],
    better: 'lower',
    area: 'resolution',
    anchor: 'last_solved',
    ...byEpisodeWithMerged,
  },
  no_reply: share('no_reply', {
    area: 'resolution',
    anchor: 'last_solved',
    better: 'lower',
    ...byEpisodeWithMerged,
  }),
  transfer_rate: share('transferred', {
    area: 'resolution',
    anchor: 'last_solved',
    better: 'lower',
    ...byEpisode,
  }),
  first_response: duration('first_reply', {
    business: 'first_reply_business',
    area: speed,
    anchor: 'replied',
  }),
  average_response: duration('reply_wait', {
    business: 'reply_wait_business',
    area: speed,
    anchor: 'replied',
    ...withMerged,
  }),
  first_resolution: duration('first_solution', {
    business: 'first_solution_business',
    area: speed,
    anchor: 'first_solved',
    ...byEpisode,
  }),
  full_resolution: duration('full_solution', { business: 'full_solution_business', ...solved }),
  requester_wait: duration('requester_wait', { business: 'requester_wait_business', ...solved }),
  agent_wait: duration('agent_wait', { business: 'agent_wait_business', ...solved }),
  pending_time: duration('pending_time', { business: 'pending_time_business', ...solved }),
  on_hold_time: duration('on_hold_time', { business: 'on_hold_time_business', ...solved }),
  ticket_handle: duration('handle_time', { area: 'work', anchor: 'last_solved', ...byEpisode }),
  sla: promise('sla'),
  sla_first_reply: promise('sla_first_reply'),
  sla_next_reply: promise('sla_next_reply'),
  sla_periodic_update: promise('sla_periodic_update'),
  sla_requester_wait: promise('sla_requester_wait'),
  sla_agent_work: promise('sla_agent_work'),
  sla_resolution: promise('sla_resolution'),
  kept_promises: promise('kept_promises'),
  created: number('created', { area: 'work', anchor: 'created' }),
  solved: number('first_solution', { area: 'work', anchor: 'first_solved', ...byEpisode }),
  messages_in: number('message_in', { area: 'work', anchor: 'said', ...withMerged }),
  messages_out: number('message_out', { area: 'work', anchor: 'said', ...withMerged }),
  backlog: { ...number('backlog', { area: 'work', anchor: 'moment' }), shape: 'level', better: 'lower' },
  backlog_age: {
    ...duration('backlog_birth', { area: 'work', anchor: 'moment' }),
    of: ['backlog', 'backlog_birth'],
    shape: 'age',
  },
  call_handle: duration('call_handle', calls),
  call_talk: duration('call_talk', { ...calls, better: null }),
  call_hold: duration('call_hold', calls),
  call_wrap_up: duration('call_wrap_up', calls),
  call_abandonment: share('call_abandoned', { ...calls, better: 'lower' }),
  call_service_level: share('call_in_time', { ...calls, better: 'higher' }),
  call_wait: duration('call_wait', calls),
  chat_handle: duration('chat_handle', calls),
  chat_abandonment: share('chat_abandoned', { ...calls, better: 'lower' }),
  chat_service_level: share('chat_in_time', { ...calls, better: 'higher' }),
  chat_wait: duration('chat_wait', calls),
  deflection: share('deflection', {
    ...{ area: 'channels', anchor: 'visited', better: 'higher', matures: true, matureDays: 1 },
  }),
  self_service: {
    ...number('visits', { area: 'channels', anchor: 'visited' }),
    ...{ shape: 'ratio', unit: 'score', over: ['created'] },
  },
  occupancy: {
    ...share('busy_time', { area: 'work', anchor: 'moment', better: null, version: 2 }),
    shape: 'ratio',
    over: ['busy_time', 'idle_time'],
  },
  time_with_customers: {
    ...share('busy_time', { area: 'work', anchor: 'moment', better: 'higher', version: 2 }),
    shape: 'ratio',
    over: ['paid_time'],
  },
  cost_per_contact: cost('first_reply', 'replied'),
  cost_per_resolution: cost('first_solution', 'first_solved'),
} as const satisfies Record<string, Given>;

export type MetricName = keyof typeof DEFINITIONS;
export type MetricDefinition = Given & Readonly<{ name: MetricName; version: number }>;

/** All metrics in the order in which they are listed. */
export const METRIC_NAMES = Object.keys(DEFINITIONS) as [MetricName, ...MetricName[]];

/** How a metric is counted. */
export function definitionOf(name: MetricName): MetricDefinition {
  const given: Given = DEFINITIONS[name];
  return { version: 1, ...given, name };
}

/** First contact resolution by the way of counting that a workspace has chosen; every other metric as it is. */
export function withVariant(definition: MetricDefinition, variant: FcrVariant): MetricDefinition {
  return definition.name === 'fcr' ? { ...definitionOf(`fcr_${variant}`), name: 'fcr' } : definition;
}

/**
 * The measures that a metric needs, what it is made of first; of durations those of the hours that are asked for, of scores also
 * who answered.
 */
export function measuresOf(definition: MetricDefinition, hours: HoursMode): Measure[] {
  const { of, business, over = [], response } = definition;
  const made = business && hours === 'business' ? [business] : of;
  return [...new Set([...made, ...over, ...(response ? [response] : [])])];
}

/** True where the middle and the slowest are told beside the mean. */
export const isDuration = ({ shape, unit }: MetricDefinition): boolean =>
  shape === 'mean' && unit === 'minutes';
