import { z } from 'zod';

const words = z.string().trim().min(1).max(200);
const items = z.array(words).max(50);

/** A checklist as forms and programs give it: a template of the workspace, or what it says itself. */
export const addChecklistFields = z.object({
  templateId: z.uuid().optional(),
  title: words.optional(),
  required: z.boolean().default(false),
  items: items.default([]),
});

/** A template as forms and programs give it. */
export const templateFields = z.object({
  name: words,
  required: z.boolean().default(false),
  items: items.min(1),
});

/** An item of a checklist; its place counts from 0, and is the end where none is given. */
export const addItemFields = z.object({
  text: words,
  position: z.int().min(0).max(100).optional(),
  done: z.boolean().default(false),
});

/** What changes of an item. */
export const changeItemFields = z.object({
  text: words.optional(),
  position: z.int().min(0).max(100).optional(),
  done: z.boolean().optional(),
});
