import type { Other } from './other-workspace';

/** How operations on tickets and on what was promised for them are called. */
export const TICKET_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  applyMacro: ({ macroId }) => ({ macroId }),
  readNotifications: () => ({}),
  followTicket: ({ userId }) => ({ userId }),
  updateNotificationSettings: () => ({ quietWeekends: true }),
  mergeTicket: () => ({ into: 1 }),
  createTicketLink: () => ({ ticket: 1, as: 'related' }),
  answerIncidents: () => ({
    id: '5f0f4a9e-4b57-4c0e-9d6a-3f4f5f1f7a11',
    texts: { en: '<p>x</p>' },
    status: 'solved',
  }),
  createSideConversation: () => ({ to: ['works@supplier.test'], subject: 'x', html: '<p>x</p>' }),
  updateSideConversation: () => ({ state: 'done' }),
  createTicketChecklist: () => ({ title: 'x' }),
  createChecklistItem: () => ({ text: 'x' }),
  updateChecklistTemplate: () => ({ name: 'x' }),
  updateChecklistItem: () => ({ done: true }),
  createSideMessage: () => ({ html: '<p>x</p>' }),
  correctTicketFocus: ({ userId }) => ({ userId, minutes: 5, reason: 'x' }),
  splitTicket: ({ messageId }) => ({ messageIds: [messageId], subject: 'x' }),
  createSlaPolicy: ({ calendarId }) => ({
    name: 'x',
    calendarId,
    targets: [{ metric: 'first_reply', priority: 'normal', minutes: 60 }],
  }),
  updateCalendar: () => ({ name: 'x' }),
  updateSlaPolicy: () => ({ warnMinutes: 5 }),
  restoreSlaPolicyVersion: () => ({ version: 1 }),
  orderSlaPolicies: ({ policyId }) => ({ policyIds: [policyId] }),
};

/** What operations must be asked with. */
export const TICKET_QUERIES: Readonly<Record<string, string>> = { find: 'q=kettle' };

/** Pages and handlers of tickets and of what people are told of them, and what each names. */
export const TICKET_PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/me/notifications': {},
  '/[workspace]/notifications': {},
  '/api/desk/[workspace]/drafts': {},
  '/api/desk/[workspace]/find': {},
  '/api/desk/[workspace]/palette': {},
  '/api/desk/[workspace]/tickets': {},
  '/api/desk/[workspace]/tickets/[id]/mentionable': { id: 'ticketId' },
  '/api/desk/[workspace]/tickets/[id]/preview': { id: 'ticketId' },
  '/api/desk/[workspace]/tickets/[id]/seen': { id: 'ticketId' },
  '/api/desk/[workspace]/tickets/[id]/similar': { id: 'ticketId' },
  '/api/desk/[workspace]/tickets/[id]/here': { id: 'ticketId' },
};

export const TICKET_NAMED: Readonly<Record<string, (other: Other) => unknown>> = {
  '/api/desk/[workspace]/drafts': ({ ticketId }) => ({ ticketId, kind: 'note', html: '<p>x</p>' }),
  '/api/desk/[workspace]/tickets/[id]/seen': () => ({ at: new Date().toISOString() }),
  '/api/desk/[workspace]/tickets/[id]/here': () => ({ doing: 'viewing' }),
};
