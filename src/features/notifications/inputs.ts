import { z } from 'zod';
import { preferencesInput } from './commands/preference-fields';

export const preferencesFormInput = preferencesInput;

/** Notices of one ticket or article, or all. */
export const readInput = z.object({
  ticketId: z.uuid().nullable().default(null),
  articleId: z.uuid().nullable().default(null),
  /** What came later stays unread: the reader has not seen it. */
  until: z.coerce.date(),
});
export type ReadInput = z.output<typeof readInput>;

export const unreadInput = z.union([
  z.object({ ticketId: z.uuid(), articleId: z.undefined().optional() }),
  z.object({ articleId: z.uuid(), ticketId: z.undefined().optional() }),
]);
export type UnreadInput = z.output<typeof unreadInput>;

export const seenInput = z.object({ at: z.coerce.date() });

export const followerInput = z.object({ ticketId: z.uuid(), userId: z.uuid() });
