import type { Other } from './other-workspace';
import { CHAT_OPEN } from './visits-chat';
import { KNOWLEDGE_NAMED, KNOWLEDGE_OPEN, KNOWLEDGE_PARAMETERS } from './visits-knowledge';
import { PHONE_BODIES } from './visits-phone';
import { SURVEY_BODIES, SURVEY_FILTERS, SURVEY_OPEN, SURVEY_PARAMETERS } from './visits-surveys';

/**
 * How each address of the product is tried with the names of another workspace. An address that stands in neither list fails
 * the test: whoever adds one says here what a stranger could name in it.
 */

/** Addresses that show nothing of a workspace, or only to who holds a secret; each with the reason. */
export const OPEN: Readonly<Record<string, string>> = {
  '/': 'leads on',
  '/desk': 'leads into a workspace of the reader',
  '/admin': 'leads into a workspace of the reader',
  '/sign-in': 'asks who is there',
  '/no-workspace': 'says that the reader has none',
  '/reset': 'asks for an address',
  '/reset/[token]': 'opens by a mailed secret',
  '/invitation/[token]': 'opens by a mailed secret',
  '/setup': 'is closed once there is a workspace',
  '/api/auth/[...nextauth]': 'the sign-in library',
  '/api/health': 'figures of the installation',
  '/api/inbound/[channel]/[key]': 'opens by a secret and a signature, and takes without showing',
  '/api/inbound/phone/[key]': 'opens by a secret, and answers a telephone exchange',
  '/api/inbound/email/[key]': 'opens by a secret, and takes without showing',
  '/help/[workspace]': 'open to everybody, and leads to a language',
  '/help/[workspace]/[locale]': 'open to everybody, and shows what the workspace says of itself',
  '/help/[workspace]/[locale]/sign-in': 'asks who is there',
  '/help/[workspace]/[locale]/sign-in/[signInId]': 'asks for a mailed code',
  '/help/[workspace]/[locale]/sign-in/link/[token]': 'opens by a mailed secret',
  '/help/[workspace]/[locale]/requests': 'asks a customer to sign in; e2e/portal tries it with other names',
  '/help/[workspace]/[locale]/requests/[number]':
    'asks a customer to sign in; e2e/portal tries it with other names',
  '/help/[workspace]/[locale]/requests/files/[id]':
    'opens for a signed-in customer; e2e/portal tries it with other names',
  '/help/[workspace]/[locale]/request/[token]': 'opens by a mailed secret',
  '/help/[workspace]/[locale]/request/[token]/files/[id]': 'opens by a mailed secret',
  '/api/portal/[workspace]/logo': 'the brand of a company, for everybody',
  '/api/portal/[workspace]/live': 'opens for a signed-in customer, or by a mailed secret',
  ...SURVEY_OPEN,
  '/demo-shop/[[...page]]': 'shows a made-up shop where there is a demo',
  '/api/chat/[key]/call-me':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/config':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/end':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/events':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/identify':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/mail':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/messages':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/offline':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/read':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/session':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/sessions':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/transcript':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/typing':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/uploads':
    'opens by the public key of a chat, and shows nothing without the visitor’s own token',
  '/api/chat/[key]/files/[id]': 'opens by a signed address',
  ...CHAT_OPEN,
  '/form/[key]': 'opens by the public key of a form, and shows words only',
  '/widget/[key]': 'opens by the public key of a chat, and shows words only',
  '/widget/words/[language]': 'words of the widget',
  '/api/outside/files/[workspaceId]/[id]': 'opens by a signed address that ends',
  ...KNOWLEDGE_OPEN,
  '/api/v1/docs': 'describes the API',
  '/api/v1/openapi.json': 'describes the API',
};

/** What each parameter of an address below `/[workspace]` names; the workspace itself is always tried. */
export const PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/admin': {},
  '/[workspace]/admin/api-keys': {},
  '/[workspace]/admin/audit': {},
  '/[workspace]/admin/calendars': {},
  '/[workspace]/admin/calendars/[calendarId]': { calendarId: 'calendarId' },
  '/[workspace]/admin/calendars/new': {},
  '/[workspace]/admin/channels': {},
  '/[workspace]/admin/channels/[channelId]': { channelId: 'channelAccountId' },
  '/[workspace]/admin/channels/new': {},
  '/[workspace]/admin/chat': {},
  '/[workspace]/admin/chat/[accountId]': { accountId: 'chatAccountId' },
  '/[workspace]/admin/chat/new': {},
  '/[workspace]/admin/fields': {},
  '/[workspace]/admin/fields/[fieldId]': { fieldId: 'fieldId' },
  '/[workspace]/admin/fields/new': {},
  '/[workspace]/admin/forms': {},
  '/[workspace]/admin/forms/[formId]': { formId: 'formId' },
  '/[workspace]/admin/forms/new': {},
  '/[workspace]/admin/health': {},
  '/[workspace]/admin/held': {},
  '/[workspace]/admin/held/[rawInboundId]': { rawInboundId: 'rawInboundId' },
  '/[workspace]/admin/mail': {},
  '/[workspace]/admin/mail/[mailId]': { mailId: 'mailId' },
  '/[workspace]/admin/people': {},
  '/[workspace]/admin/portal': {},
  '/[workspace]/admin/phone': {},
  '/[workspace]/admin/phone/[accountId]': { accountId: 'phoneAccountId' },
  '/[workspace]/admin/phone/new': {},
  '/[workspace]/callbacks': {},
  '/[workspace]/admin/routing': {},
  '/[workspace]/admin/social': {},
  '/[workspace]/admin/social/[accountId]': { accountId: 'socialAccountId' },
  '/[workspace]/admin/social/new/[kind]': { kind: 'socialKind' },
  '/[workspace]/admin/rules': {},
  '/[workspace]/admin/rules/[ruleId]': { ruleId: 'ruleId' },
  '/[workspace]/admin/rules/log': {},
  '/[workspace]/admin/rules/new': {},
  '/[workspace]/admin/sla': {},
  '/[workspace]/admin/sla/[policyId]': { policyId: 'policyId' },
  '/[workspace]/admin/sla/new': {},
  ...SURVEY_PARAMETERS,
  '/[workspace]/admin/tone': {},
  '/[workspace]/admin/promises': {},
  '/[workspace]/admin/teams': {},
  '/[workspace]/admin/teams/[teamId]': { teamId: 'teamId' },
  '/[workspace]/admin/workspace': {},
  '/[workspace]/admin/macros': {},
  '/[workspace]/admin/macros/[macroId]': { macroId: 'macroId' },
  '/[workspace]/admin/macros/new': {},
  '/[workspace]/admin/webhooks': {},
  '/[workspace]/admin/webhooks/[endpointId]': { endpointId: 'endpointId' },
  '/[workspace]/desk': {},
  '/[workspace]/desk/chats': {},
  '/[workspace]/desk/customers/[id]': { id: 'customerId' },
  '/[workspace]/desk/new': {},
  '/[workspace]/desk/tickets/[number]': { number: 'number' },
  '/[workspace]/insights': {},
  '/[workspace]/insights/[board]': {},
  '/[workspace]/insights/metrics/[metric]': {},
  ...KNOWLEDGE_PARAMETERS,
  '/[workspace]/workload': {},
  '/[workspace]/me': {},
  '/[workspace]/me/macros': {},
  '/[workspace]/me/macros/[macroId]': { macroId: 'macroId' },
  '/[workspace]/me/macros/new': {},
  '/api/desk/[workspace]/callers': {},
  '/api/desk/[workspace]/recordings/[id]': { id: 'callId' },
  '/api/desk/[workspace]/chats': {},
  '/api/desk/[workspace]/chats/[id]': { id: 'chatId' },
  '/api/desk/[workspace]/chats/[id]/messages': { id: 'chatId' },
  '/api/desk/[workspace]/chats/[id]/typing': { id: 'chatId' },
  '/api/desk/[workspace]/customers': {},
  '/api/desk/[workspace]/tickets': {},
  '/api/desk/[workspace]/drafts': {},
  '/api/desk/[workspace]/files/[id]': { id: 'attachmentId' },
  '/api/desk/[workspace]/incoming/[id]': { id: 'rawInboundId' },
  '/api/desk/[workspace]/macros': {},
  '/api/desk/[workspace]/macros/[id]': { id: 'macroId' },
  '/api/desk/[workspace]/macros/export': {},
  '/api/desk/[workspace]/messages/[id]': { id: 'messageId' },
  '/api/desk/[workspace]/messages/[id]/source': { id: 'messageId' },
  '/api/desk/[workspace]/templates/[id]': { id: 'conversationId' },
  '/api/desk/[workspace]/outgoing/[id]': { id: 'mailId' },
  '/api/desk/[workspace]/tone': {},
  '/api/desk/[workspace]/uploads': {},
};

/** Handlers of the desk that are asked for things in their body, and not only in their address. */
export const NAMED_INSIDE: Readonly<Record<string, (other: Other) => unknown>> = {
  '/api/desk/[workspace]/drafts': ({ ticketId }) => ({ ticketId, kind: 'note', html: '<p>x</p>' }),
  ...KNOWLEDGE_NAMED,
  '/api/desk/[workspace]/chats/[id]/messages': ({ ticketId }) => ({ clientId: ticketId, text: 'x' }),
};

/** How each operation of the API is called with the names of another workspace; those without a body need no entry. */
export const BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  createTicket: ({ teamId, userId }) => ({
    subject: 'x',
    text: 'x',
    requester: { email: 'x@example.com' },
    teamId,
    assigneeId: userId,
  }),
  updateTicket: () => ({ priority: 'high' }),
  applyMacro: ({ macroId }) => ({ macroId }),
  ...SURVEY_BODIES,
  updateMacro: () => ({ folder: 'x' }),
  createMacro: ({ teamId }) => ({ name: 'x', audience: 'team', teamId, texts: { en: '<p>x</p>' } }),
  createMessage: () => ({ kind: 'note', text: 'x' }),
  createPromise: () => ({ dueAt: new Date(Date.now() + 3_600_000).toISOString() }),
  createSlaPolicy: ({ calendarId }) => ({
    name: 'x',
    calendarId,
    targets: [{ metric: 'first_reply', priority: 'normal', minutes: 60 }],
  }),
  updateCalendar: () => ({ name: 'x' }),
  updateSlaPolicy: () => ({ warnMinutes: 5 }),
  restoreSlaPolicyVersion: () => ({ version: 1 }),
  orderSlaPolicies: ({ policyId }) => ({ policyIds: [policyId] }),
  createRule: ({ teamId }) => ({
    kind: 'trigger',
    name: 'x',
    events: ['ticket_created'],
    actions: [{ kind: 'set_team', teamId }],
  }),
  updateMetricSettings: ({ teamId, calendarId }) => ({ calendars: [{ teamId, calendarId }] }),
  updateRule: () => ({ name: 'x' }),
  restoreRuleVersion: () => ({ version: 1 }),
  orderRules: ({ ruleId }) => ({ ruleIds: [ruleId] }),
  updateWebhook: () => ({ name: 'x' }),
  createChannel: ({ teamId }) => ({
    kind: 'api',
    name: 'x',
    teamId,
    settings: { url: 'https://app.test/x' },
  }),
  updateChannel: () => ({ name: 'x' }),
  takeNextTicket: ({ userId }) => ({ userId }),
  updateAvailability: () => ({ state: 'online' }),
  createTimeOff: ({ userId }) => ({ userId, fromOn: '2026-01-01', untilOn: '2026-01-02' }),
  updateRoutingQueue: () => ({ mode: 'push' }),
  updateSkill: () => ({ name: 'x' }),
  updateWorkProfile: () => ({ languages: ['hu'] }),
  ...PHONE_BODIES,
  updateCustomer: () => ({ note: 'x' }),
  createPortalLink: () => ({ locale: 'en' }),
  addCustomerIdentity: () => ({ kind: 'phone', value: '+37120000000' }),
};

/** Operations that make something new out of nothing, so that there is nothing of another workspace to name. */
export const CREATES: readonly string[] = [
  'createCalendar',
  'updatePortal',
  'createCustomer',
  'createTag',
  // A file of rules names people and teams by their names, and knows no ids.
  'importRules',
  'createSkill',
  'dryRunRule',
  'createWebhook',
  'updateRoutingSettings',
  'saveTonePhrase',
  'removeTonePhrase',
  'restoreTonePhrase',
  'updateToneSettings',
  'checkTone',
  'uploadAttachment',
];

/** What each parameter in the path of an operation names. */
export const API_PARAMETERS: Readonly<Record<string, keyof Other>> = {
  '/tickets/{number}': 'number',
  '/macros/{id}': 'macroId',
  '/messages/{id}': 'messageId',
  '/promises/{id}': 'promiseId',
  '/attachments/{id}': 'attachmentId',
  '/calls/{id}': 'callId',
  '/callbacks/{id}': 'callbackId',
  '/callbacks/{id}/attempts': 'callbackId',
  '/customers/{id}': 'customerId',
  '/teams/{id}': 'teamId',
  '/users/{id}': 'userId',
  '/users/{id}/work-profile': 'userId',
  '/availability/{id}': 'userId',
  '/time-off/{id}': 'timeOffId',
  '/routing/queues/{id}': 'teamId',
  '/routing/skills/{id}': 'skillId',
  '/chats/{id}': 'chatId',
  '/chat-accounts/{id}': 'chatAccountId',
  '/channels/{id}': 'socialAccountId',
  '/channels/{id}/test': 'socialAccountId',
  '/rules/{id}': 'ruleId',
  '/webhooks/{id}': 'endpointId',
  '/webhook-deliveries/{id}': 'deliveryId',
  '/surveys/{id}': 'surveyId',
  '/tags/{id}': 'tagId',
  '/calendars/{id}': 'calendarId',
  '/sla-policies/{id}': 'policyId',
  // No name of a metric, so that none is found.
  '/metrics/{name}': 'tagId',
};

/** The filters of lists that name things. */
export const API_FILTERS: Readonly<Record<string, readonly ((other: Other) => string)[]>> = {
  '/tickets': [
    ({ userId }) => `assignee=${userId}`,
    ({ teamId }) => `team=${teamId}`,
    ({ customerId }) => `requester=${customerId}`,
    ({ slug }) => `requester=customer@${slug}.test`,
    ({ number }) => `q=%23${number}`,
    () => 'q=zeppelin',
  ],
  ...SURVEY_FILTERS,
  '/messages': [({ number }) => `ticket=${number}`],
  '/customers': [({ slug }) => `email=customer@${slug}.test`, () => 'q=zeppelin'],
};
