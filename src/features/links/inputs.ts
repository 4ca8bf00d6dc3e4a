import { z } from 'zod';
import { LINKED_AS } from '@/domain/ticket/link-fact';
import { ANSWER_LIMIT, answerFields } from './commands/answer-fields';

export const linkInput = z.object({
  ticketId: z.uuid(),
  /** Of the other ticket. */
  number: z.int().positive().max(2_147_483_647),
  /** How the other ticket stands to this one. */
  as: z.enum(LINKED_AS),
});
export type LinkInput = z.output<typeof linkInput>;

export const unlinkInput = z.object({
  linkId: z.uuid(),
  /** Tickets that were given their type with the link, and go back to what they were. */
  untype: z.array(z.uuid()).max(2).default([]),
});
export type UnlinkInput = z.output<typeof unlinkInput>;

export const toAnswerInput = z.object({ problemId: z.uuid() });
export type ToAnswerInput = z.output<typeof toAnswerInput>;

const some = z.array(z.uuid()).min(1).max(ANSWER_LIMIT);

export const answerInput = answerFields.extend({ problemId: z.uuid(), ticketIds: some });
export type AnswerInput = z.output<typeof answerInput>;

export const undoAnswersInput = z.object({ answerId: z.uuid(), ticketIds: some });
export type UndoAnswersInput = z.output<typeof undoAnswersInput>;
