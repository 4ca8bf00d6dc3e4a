/**
 * All that a text can name as `{{ticket.number}}`. The group orders the menu that offers them; a `long` value may hold
 * several lines. `short` is the older spelling with single braces that acknowledgements knew: `{number}`.
 */
export const TEMPLATE_VARIABLES = {
  'customer.name': { group: 'customer' },
  'customer.given_name': { group: 'customer' },
  'customer.family_name': { group: 'customer' },
  'customer.email': { group: 'customer' },
  'customer.organization': { group: 'customer' },
  'ticket.number': { group: 'ticket', short: 'number' },
  'ticket.subject': { group: 'ticket', short: 'subject' },
  'ticket.status': { group: 'ticket' },
  'ticket.priority': { group: 'ticket' },
  'ticket.type': { group: 'ticket' },
  'ticket.created': { group: 'ticket' },
  'ticket.link': { group: 'ticket' },
  'agent.name': { group: 'agent' },
  'agent.email': { group: 'agent' },
  'agent.signature': { group: 'agent', long: true },
  'team.name': { group: 'team' },
  'workspace.name': { group: 'workspace', short: 'workspace' },
  'workspace.answer_hours': { group: 'workspace', short: 'hours' },
  'promise.first_reply': { group: 'promise' },
  'promise.next_reply': { group: 'promise' },
  'promise.resolution': { group: 'promise' },
  'promise.next': { group: 'promise' },
  'promise.answer_by': { group: 'promise' },
  'promise.solved_by': { group: 'promise' },
  /** Where the customer says how it was. */
  'survey.link': { group: 'survey' },
  'today.date': { group: 'today' },
} as const satisfies Record<string, Shape>;

type Shape = Readonly<{ group: string; short?: string; long?: true }>;

export type ListedVariable = keyof typeof TEMPLATE_VARIABLES;

/**
 * Those of the table, and the workspace's own fields by their short names: `field.order_number` of tickets,
 * `customer.field.contract` of customers.
 */
export type TemplateVariable = ListedVariable | `field.${string}` | `customer.field.${string}`;

/** Every variable, in the order in which people are offered them. */
export const TEMPLATE_VARIABLE_NAMES = Object.keys(TEMPLATE_VARIABLES) as readonly ListedVariable[];

/** What each variable stands for at this moment, written in one language; absent and empty are the same. */
export type TemplateFacts = Readonly<Partial<Record<TemplateVariable, string>>>;

const OWN_FIELD = /^(?:customer\.)?field\.[a-z][a-z0-9_]{0,39}$/;

/** True for the name of a variable that we know, or that an own field could have. */
export const isTemplateVariable = (name: string): name is TemplateVariable =>
  Object.hasOwn(TEMPLATE_VARIABLES, name) || OWN_FIELD.test(name);
