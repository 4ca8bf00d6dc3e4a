import type { Other } from './other-workspace';

/** How operations on calls are called with the names of another workspace. */
export const PHONE_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  createCall: ({ ticketId }) => ({ direction: 'outbound', outcome: 'completed', ticketId }),
  updateCall: () => ({ note: 'x' }),
  createCallback: ({ ticketId }) => ({ ticketId, number: '+37120000000' }),
  updateCallback: () => ({ cancelled: true }),
  createPhoneAccount: ({ teamId }) => ({ provider: 'cti', name: 'x', teamId }),
  updatePhoneAccount: () => ({ name: 'x' }),
  createCallbackAttempt: () => ({ outcome: 'reached' }),
};
