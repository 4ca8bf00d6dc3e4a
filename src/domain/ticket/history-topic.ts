import type { TicketEvent } from './ticket';

/** What the history of a ticket can be narrowed to, each with the facts that tell of it. */
const TOPICS = {
  status: ['ticket.created', 'ticket.status_changed'],
  priority: ['ticket.priority_changed'],
  type: ['ticket.type_changed'],
  subject: ['ticket.subject_changed'],
  assignee: ['ticket.assigned', 'ticket.routed', 'ticket.returned'],
  team: ['ticket.team_changed'],
  requester: ['ticket.requester_changed'],
  language: ['ticket.language_changed'],
  tags: ['ticket.tagged', 'ticket.untagged'],
  fields: ['ticket.field_changed'],
  due: ['sla.promised', 'sla.warning', 'sla.target_missed', 'sla.escalated', 'sla.webhook_called'],
  promises: [
    'promise.made',
    'promise.at_risk',
    'promise.kept',
    'promise.broken',
    'promise.met_late',
    'promise.reopened',
    'promise.moved',
    'promise.replaced',
    'promise.withdrawn',
  ],
  snooze: ['ticket.snoozed', 'ticket.woken'],
  tickets: [
    'ticket.linked',
    'ticket.unlinked',
    'ticket.merged',
    'ticket.unmerged',
    'ticket.took_over',
    'ticket.gave_back',
    'ticket.split',
    'ticket.split_off',
  ],
  macros: ['macro.applied', 'macro.undone'],
  aside: ['ticket.spam_changed', 'ticket.trash_changed'],
  callbacks: ['callback.requested', 'callback.rescheduled', 'callback.attempted', 'callback.closed'],
  surveys: ['survey.asked', 'survey.answered', 'survey.followed_up'],
  sides: ['side.sent', 'side.taken_back', 'side.received', 'side.done', 'side.reopened'],
  checklists: [
    'checklist.added',
    'checklist.removed',
    'checklist.item_added',
    'checklist.item_changed',
    'checklist.item_moved',
    'checklist.item_removed',
    'checklist.item_done',
    'checklist.item_reopened',
  ],
  time: ['ticket.time_corrected'],
} as const satisfies Record<string, readonly ToldFact[]>;

/** Facts that the history tells; messages and calls stand in the conversation, and a recount changes nothing by itself. */
export type ToldFact = Exclude<
  TicketEvent['type'],
  `message.${string}` | `call.${string}` | 'sla.recalculated'
>;

export type HistoryTopic = keyof typeof TOPICS;

export const HISTORY_TOPICS = Object.keys(TOPICS) as HistoryTopic[];

/** The facts of a topic; of all topics without one. */
export const factsAbout = (topic: HistoryTopic | null): readonly ToldFact[] =>
  topic ? TOPICS[topic] : Object.values(TOPICS).flat();

type Forgotten = Exclude<ToldFact, (typeof TOPICS)[HistoryTopic][number]>;

/** Does not compile while a fact belongs to no topic, and nobody would find it. */
const NONE_FORGOTTEN: Record<Forgotten, never> = {};
void NONE_FORGOTTEN;
