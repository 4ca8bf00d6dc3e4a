import { z } from 'zod';

const words = z.string().trim().min(1).max(200);

export const addChecklistInput = z.object({
  ticketId: z.uuid(),
  title: words,
  required: z.boolean().default(false),
  items: z.array(words).max(50).default([]),
});
export type AddChecklistInput = z.output<typeof addChecklistInput>;

export const removeChecklistInput = z.object({ checklistId: z.uuid() });

export const addItemInput = z.object({
  checklistId: z.uuid(),
  text: words,
  /** Its place, from 0; absent at the end. */
  position: z.int().min(0).max(100).optional(),
  done: z.boolean().default(false),
});
export type AddItemInput = z.output<typeof addItemInput>;

export const changeItemInput = z.object({
  itemId: z.uuid(),
  text: words.optional(),
  position: z.int().min(0).max(100).optional(),
  done: z.boolean().optional(),
});
export type ChangeItemInput = z.output<typeof changeItemInput>;

export const removeItemInput = z.object({ itemId: z.uuid() });
