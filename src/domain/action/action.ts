import { PROMISE_ABOUT, type PromiseAbout } from '@/domain/promise/promise';
import {
  PRIORITIES,
  type Priority,
  TICKET_TYPES,
  type TicketStatus,
  type TicketType,
} from '@/domain/ticket/ticket';

/** Text by language, such as `{ en: 'Hello', hu: 'Jó napot' }`. */
export type Translations = Readonly<Partial<Record<'en' | 'hu' | 'lv', string>>>;

/** Whom an action makes responsible: a member by id, whoever applies it, or nobody. */
type AssignTo = string;
export const ASSIGN_TO = { me: 'me', nobody: 'nobody' } as const;

/** Whom `notify` tells: people by id, or by what they are to the ticket. */
const NOTIFIED = ['assignee', 'team', 'team_leads', 'managers'] as const;
type Notified = (typeof NOTIFIED)[number];

/** By when a rule promises: as the estimates say, or within so many working hours. */
const PROMISE_WITHIN = ['estimate', '4', '8', '16', '24', '40'] as const;
type PromiseWithin = (typeof PROMISE_WITHIN)[number];

/** The statuses that an action may set; `new` and `closed` come by themselves. */
const SETTABLE_STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;

/** One thing to do to a ticket. Ids point into the workspace; tags are names. */
export type TicketAction =
  | Readonly<{ kind: 'set_status'; status: Exclude<TicketStatus, 'new' | 'closed'> }>
  | Readonly<{ kind: 'set_priority'; priority: Priority }>
  | Readonly<{ kind: 'set_type'; type: TicketType }>
  | Readonly<{ kind: 'set_language'; language: 'en' | 'hu' | 'lv' | null }>
  | Readonly<{ kind: 'set_subject'; subject: string }>
  | Readonly<{ kind: 'set_spam'; spam: boolean }>
  | Readonly<{ kind: 'set_team'; teamId: string | null }>
  | Readonly<{ kind: 'assign'; to: AssignTo }>
  | Readonly<{ kind: 'add_tags'; tags: readonly string[] }>
  | Readonly<{ kind: 'remove_tags'; tags: readonly string[] }>
  /** A field of the workspace's own; the value as it is typed, options by their keys with commas between, nothing to empty it. */
  | Readonly<{ kind: 'set_field'; fieldId: string; value: string }>
  | Readonly<{ kind: 'note'; text: string }>
  | Readonly<{ kind: 'mail'; subjects: Translations; texts: Translations }>
  | Readonly<{ kind: 'make_promise'; about: PromiseAbout; within: PromiseWithin }>
  | Readonly<{ kind: 'notify'; people: readonly Notified[]; userIds: readonly string[]; text: string }>
  | Readonly<{ kind: 'add_checklist'; templateId: string }>
  | Readonly<{ kind: 'apply_macro'; macroId: string }>
  | Readonly<{ kind: 'webhook'; endpointId: string }>
  | Readonly<{ kind: 'create_linked_ticket'; subject: string; text: string; teamId: string | null }>
  | Readonly<{ kind: 'stop' }>;

export type ActionKind = TicketAction['kind'];

/** What a field of an action holds; forms, validation and imports are made from it. */
export type ActionField =
  | Readonly<{ is: 'choice'; values: readonly string[]; nullable?: boolean }>
  | Readonly<{ is: 'choices'; values: readonly string[] }>
  /** The id of a row of the workspace. */
  | Readonly<{ is: 'reference'; to: 'team' | 'macro' | 'webhook' | 'checklist'; nullable?: boolean }>
  /** A member's id, `nobody`, or `me` where a person applies it. */
  | Readonly<{ is: 'assignee' }>
  | Readonly<{ is: 'members' }>
  | Readonly<{ is: 'tags' }>
  /** A field of the workspace's own, and a value of it. */
  | Readonly<{ is: 'own_field' }>
  | Readonly<{ is: 'own_value' }>
  | Readonly<{ is: 'flag' }>
  /** Text with places such as `{{ticket.number}}`; `long` has several lines. */
  | Readonly<{ is: 'template'; long: boolean; most: number }>
  | Readonly<{ is: 'translations'; long: boolean; most: number }>;

export type ActionUser = 'rule' | 'macro';

export type ActionSpec = Readonly<{
  /** Who may use it. */
  by: readonly ActionUser[];
  fields: Readonly<Record<string, ActionField>>;
}>;

const ANYBODY = ['rule', 'macro'] as const;
const RULES = ['rule'] as const;

/** All actions: one table for rules, macros, their forms and the API. Labels are `action.<kind>` in the messages. */
export const ACTIONS = {
  set_status: { by: ANYBODY, fields: { status: { is: 'choice', values: SETTABLE_STATUSES } } },
  set_priority: { by: ANYBODY, fields: { priority: { is: 'choice', values: PRIORITIES } } },
  set_type: { by: ANYBODY, fields: { type: { is: 'choice', values: TICKET_TYPES } } },
  set_team: { by: ANYBODY, fields: { teamId: { is: 'reference', to: 'team', nullable: true } } },
  assign: { by: ANYBODY, fields: { to: { is: 'assignee' } } },
  add_tags: { by: ANYBODY, fields: { tags: { is: 'tags' } } },
  remove_tags: { by: ANYBODY, fields: { tags: { is: 'tags' } } },
  set_field: { by: ANYBODY, fields: { fieldId: { is: 'own_field' }, value: { is: 'own_value' } } },
  set_language: {
    by: ANYBODY,
    fields: { language: { is: 'choice', values: ['en', 'hu', 'lv'], nullable: true } },
  },
  set_subject: { by: ANYBODY, fields: { subject: { is: 'template', long: false, most: 500 } } },
  set_spam: { by: RULES, fields: { spam: { is: 'flag' } } },
  note: { by: ANYBODY, fields: { text: { is: 'template', long: true, most: 20_000 } } },
  add_checklist: { by: ANYBODY, fields: { templateId: { is: 'reference', to: 'checklist' } } },
  mail: {
    by: RULES,
    fields: {
      subjects: { is: 'translations', long: false, most: 500 },
      texts: { is: 'translations', long: true, most: 20_000 },
    },
  },
  make_promise: {
    by: RULES,
    fields: {
      about: { is: 'choice', values: PROMISE_ABOUT },
      within: { is: 'choice', values: PROMISE_WITHIN },
    },
  },
  notify: {
    by: RULES,
    fields: {
      people: { is: 'choices', values: NOTIFIED },
      userIds: { is: 'members' },
      text: { is: 'template', long: true, most: 5000 },
    },
  },
  apply_macro: { by: RULES, fields: { macroId: { is: 'reference', to: 'macro' } } },
  webhook: { by: RULES, fields: { endpointId: { is: 'reference', to: 'webhook' } } },
  create_linked_ticket: {
    by: RULES,
    fields: {
      subject: { is: 'template', long: false, most: 500 },
      text: { is: 'template', long: true, most: 20_000 },
      teamId: { is: 'reference', to: 'team', nullable: true },
    },
  },
  stop: { by: RULES, fields: {} },
} as const satisfies Record<ActionKind, ActionSpec>;

/** The actions that this user may choose, in the order of the table. */
export const actionsFor = (user: ActionUser): readonly ActionKind[] =>
  (Object.keys(ACTIONS) as ActionKind[]).filter((kind) =>
    (ACTIONS[kind].by as readonly ActionUser[]).includes(user),
  );
