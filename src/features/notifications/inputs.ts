import { z } from 'zod';
import { preferencesInput } from './commands/preference-fields';

export const preferencesFormInput = preferencesInput;

/** Notices of one ticket, or of all tickets. */
export const readInput = z.object({
  ticketId: z.uuid().nullable(),
  /** What came later stays unread: the reader has not seen it. */
  until: z.coerce.date(),
});
export type ReadInput = z.output<typeof readInput>;

export const unreadInput = z.object({ ticketId: z.uuid() });
export type UnreadInput = z.output<typeof unreadInput>;

export const seenInput = z.object({ at: z.coerce.date() });

export const followerInput = z.object({ ticketId: z.uuid(), userId: z.uuid() });
