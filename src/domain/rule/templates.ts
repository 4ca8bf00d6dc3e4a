import type { RuleComparison, RuleCondition } from '@/domain/condition/explain';
import type { RuleTerms } from './rule';
import {
  ACKNOWLEDGED,
  CLOSED_AFTER_SILENCE,
  COMPLAINT_NOTICE,
  COMPLAINT_WORDS,
  MAIL_SUBJECT,
  NAMES,
  OUT_OF_HOURS,
  REOPENED_NOTICE,
  VIP_NOTICE,
} from './template-texts';

export const RULE_TEMPLATE_KEYS = [
  'auto_acknowledge',
  'close_after_silence',
  'out_of_hours',
  'complaint_escalation',
  'vip',
  'language_routing',
  'reopened_twice',
] as const;
export type RuleTemplateKey = (typeof RULE_TEMPLATE_KEYS)[number];

type Language = 'en' | 'hu' | 'lv';

/** What a template is filled with where the workspace decides. */
export type TemplateWorld = Readonly<{
  /** The workspace's language: of names, and of what colleagues are told. */
  locale: Language;
  /** The language that is routed, and the team that speaks it; null where there is no team. */
  routed: Language;
  teamId: string | null;
}>;

const WEEK = String(7 * 24 * 60);

const is = (field: RuleComparison['field'], ...values: string[]): RuleComparison => ({
  field,
  operator: 'is_any_of',
  values,
});
const spamIsNot: RuleComparison = { field: 'spam', operator: 'is_false' };

/** A customer wrote, and no machine of theirs. */
const aPersonWrote: readonly RuleComparison[] = [
  is('messageAuthor', 'customer'),
  { field: 'messageAutomated', operator: 'is_false' },
  spamIsNot,
];

type Body = Omit<RuleTerms, 'name' | 'calendarId' | 'hourlyLimit'>;

const TEMPLATES: Readonly<Record<RuleTemplateKey, (world: TemplateWorld) => Body>> = {
  auto_acknowledge: () => ({
    kind: 'trigger',
    events: ['ticket_created'],
    conditions: { all: [is('channel', 'email', 'web'), ...aPersonWrote] },
    actions: [{ kind: 'mail', subjects: MAIL_SUBJECT, texts: ACKNOWLEDGED }],
  }),
  close_after_silence: () => ({
    kind: 'automation',
    events: [],
    conditions: {
      all: [
        is('status', 'pending'),
        { field: 'sinceStatusChange', operator: 'elapsed_at_least', values: [WEEK] },
        is('lastDirection', 'outbound'),
        spamIsNot,
      ],
    },
    actions: [
      { kind: 'mail', subjects: MAIL_SUBJECT, texts: CLOSED_AFTER_SILENCE },
      { kind: 'set_status', status: 'solved' },
    ],
  }),
  out_of_hours: () => ({
    kind: 'trigger',
    events: ['ticket_created', 'customer_wrote'],
    conditions: { all: [{ field: 'openNow', operator: 'is_false' }, ...aPersonWrote] },
    actions: [{ kind: 'mail', subjects: MAIL_SUBJECT, texts: OUT_OF_HOURS }],
  }),
  complaint_escalation: ({ locale }) => ({
    kind: 'trigger',
    events: ['ticket_created', 'customer_wrote', 'ticket_updated'],
    conditions: { all: [spamIsNot, { any: [complains, becameComplaint] }] },
    actions: [
      { kind: 'set_type', type: 'complaint' },
      { kind: 'set_priority', priority: 'high' },
      { kind: 'notify', people: ['managers', 'team_leads'], userIds: [], text: COMPLAINT_NOTICE[locale] },
    ],
  }),
  vip: ({ locale }) => ({
    kind: 'trigger',
    events: ['ticket_created'],
    conditions: { all: [{ field: 'customerNote', operator: 'contains', values: ['VIP'] }, spamIsNot] },
    actions: [
      { kind: 'set_priority', priority: 'urgent' },
      { kind: 'add_tags', tags: ['vip'] },
      { kind: 'notify', people: ['team_leads'], userIds: [], text: VIP_NOTICE[locale] },
    ],
  }),
  language_routing: ({ routed, teamId }) => ({
    kind: 'trigger',
    events: ['ticket_created'],
    conditions: { all: [is('language', routed), { field: 'teamId', operator: 'is_empty' }] },
    actions: [
      teamId === null ? { kind: 'add_tags', tags: [`language-${routed}`] } : { kind: 'set_team', teamId },
    ],
  }),
  reopened_twice: ({ locale }) => ({
    kind: 'trigger',
    events: ['ticket_updated'],
    conditions: {
      all: [
        { field: 'status', operator: 'changed_from', values: ['solved'] },
        is('status', 'open'),
        { field: 'reopens', operator: 'at_least', values: ['2'] },
      ],
    },
    actions: [
      { kind: 'set_priority', priority: 'high' },
      { kind: 'add_tags', tags: ['reopened'] },
      { kind: 'notify', people: ['assignee', 'team_leads'], userIds: [], text: REOPENED_NOTICE[locale] },
    ],
  }),
};

/** In their own words, on a ticket that is no complaint yet. */
const complains: RuleCondition = {
  all: [
    ...aPersonWrote,
    { field: 'messageText', operator: 'contains', values: COMPLAINT_WORDS },
    { field: 'type', operator: 'is_none_of', values: ['complaint'] },
  ],
};
const becameComplaint: RuleComparison = { field: 'type', operator: 'changed_to', values: ['complaint'] };

const HOURLY_LIMIT = 1000;

/** A shipped rule in the words of this workspace; it is switched off until somebody wants it. */
export function templateTerms(key: RuleTemplateKey, world: TemplateWorld): RuleTerms {
  const name = NAMES[key][world.locale];
  return { ...TEMPLATES[key](world), name, calendarId: null, hourlyLimit: HOURLY_LIMIT };
}

/** The name of a shipped rule in one language. */
export const templateName = (key: RuleTemplateKey, locale: Language): string => NAMES[key][locale];
