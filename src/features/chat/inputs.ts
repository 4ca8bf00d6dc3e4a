import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';
import { LONGEST_MESSAGE, MOST_FILES } from '@/features/chat/protocol';

export const chatInput = z.object({ sessionId: z.uuid() });

export const handOverInput = z.object({ sessionId: z.uuid(), teamId: z.uuid() });

/** What a member says in a chat: words, files or both. */
export const agentWords = z
  .object({
    clientId: z.uuid(),
    text: z.string().trim().max(LONGEST_MESSAGE),
    attachmentIds: z.array(z.uuid()).max(MOST_FILES).default([]),
    /** What these words promise: until when there is an answer or a solution. */
    promise: z.object({ about: z.enum(PROMISE_ABOUT), dueAt: z.coerce.date() }).optional(),
  })
  .refine(({ text, attachmentIds }) => text !== '' || attachmentIds.length > 0);

/** How much of a chat a screen has, and whether somebody looks at it. */
export const newsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  seen: z.enum(['0', '1']).default('0'),
});
