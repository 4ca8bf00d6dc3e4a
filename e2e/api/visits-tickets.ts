import type { Other } from './other-workspace';

/** How operations on tickets and on what was promised for them are called. */
export const TICKET_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  applyMacro: ({ macroId }) => ({ macroId }),
  mergeTicket: () => ({ into: 1 }),
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
