import { definitionOf, METRIC_NAMES, type MetricName } from '@/domain/metrics/registry';

/** What a board splits its numbers by. */
type BoardSplit = 'channel' | 'team' | 'agent' | 'language' | 'tier' | 'tag';

type Given = Readonly<{
  /** The numbers at its head, and those of each line of its table. */
  head: readonly string[];
  split: BoardSplit;
  columns: readonly string[];
  /** The number whose course is drawn. */
  course: string;
}>;

/** What each board for managers shows (ux.md "Insights"). Numbers that a workspace cannot have are left out. */
const GIVEN = {
  overview: {
    head: [
      'created',
      'solved',
      'csat',
      'nps',
      'ces',
      'fcr',
      'first_response',
      'full_resolution',
      'ticket_handle',
      'sla',
      'backlog',
      'cost_per_contact',
    ],
    split: 'channel',
    columns: ['created', 'first_response', 'full_resolution', 'fcr', 'sla', 'csat'],
    course: 'created',
  },
  channels: {
    head: [
      'created',
      'messages_in',
      'messages_out',
      'chat_abandonment',
      'chat_service_level',
      'call_abandonment',
      'call_handle',
      'chat_handle',
    ],
    split: 'channel',
    columns: ['created', 'solved', 'first_response', 'average_response', 'full_resolution', 'csat'],
    course: 'created',
  },
  teams: {
    head: ['created', 'solved', 'backlog', 'transfer_rate', 'ticket_handle'],
    split: 'team',
    columns: [
      'created',
      'solved',
      'backlog',
      'first_response',
      'full_resolution',
      'ticket_handle',
      'sla',
      'transfer_rate',
      'csat',
    ],
    course: 'solved',
  },
  agents: {
    head: ['solved', 'replies_per_resolution', 'fcr', 'ticket_handle', 'time_with_customers'],
    split: 'agent',
    columns: [
      'solved',
      'messages_out',
      'first_response',
      'fcr',
      'reopen_rate',
      'csat',
      'ticket_handle',
      'time_with_customers',
    ],
    course: 'messages_out',
  },
  sla: {
    head: ['sla', 'sla_first_reply', 'sla_next_reply', 'sla_resolution', 'kept_promises', 'backlog_age'],
    split: 'team',
    columns: ['sla', 'sla_first_reply', 'sla_next_reply', 'sla_resolution', 'first_response'],
    course: 'sla',
  },
  satisfaction: {
    head: ['csat', 'nps', 'ces', 'survey_response', 'fcr', 'reopen_rate'],
    split: 'channel',
    columns: ['csat', 'ces', 'survey_response', 'fcr', 'reopen_rate'],
    course: 'csat',
  },
  knowledge: {
    head: ['deflection', 'self_service'],
    split: 'language',
    columns: ['deflection', 'created'],
    course: 'deflection',
  },
} as const satisfies Record<string, Given>;

export type BoardName = keyof typeof GIVEN;
export const BOARDS = Object.keys(GIVEN) as [BoardName, ...BoardName[]];

export type Board = Readonly<{
  name: BoardName;
  head: readonly MetricName[];
  split: BoardSplit;
  columns: readonly MetricName[];
  course: MetricName;
}>;

/** True for the name of a board. */
export const isBoard = (value: unknown): value is BoardName => BOARDS.includes(value as BoardName);

/** True for the name of a metric. */
export const isMetric = (value: unknown): value is MetricName => METRIC_NAMES.includes(value as MetricName);

/** A board with the metrics that there are. */
export function boardOf(name: BoardName): Board {
  const { head, split, columns, course } = GIVEN[name] as Given;
  return {
    name,
    split,
    head: head.filter(isMetric),
    columns: columns.filter(isMetric),
    course: isMetric(course) ? course : 'created',
  };
}

/** Each way to count first contact resolution is a number; the one that the workspace has chosen has the target. */
const VARIANT = /^fcr_/;

/** The numbers that can have a target: those of which one way is better. */
export const TARGET_METRICS: readonly MetricName[] = METRIC_NAMES.filter(
  (name) => definitionOf(name).better !== null && !VARIANT.test(name),
);

/** The numbers of a person's own page, as far as they are counted. */
export const OWN_NUMBERS: readonly MetricName[] = [
  'solved',
  'messages_out',
  'first_response',
  'average_response',
  'fcr',
  'reopen_rate',
  'csat',
  'sla',
  'replies_per_resolution',
  'time_with_customers',
].filter(isMetric);
