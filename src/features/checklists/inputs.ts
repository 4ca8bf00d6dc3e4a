import { z } from 'zod';
import {
  addChecklistFields,
  addItemFields,
  changeItemFields,
  templateFields,
} from './commands/checklist-fields';

export const addChecklistInput = addChecklistFields.extend({ ticketId: z.uuid() });
export type AddChecklistInput = z.output<typeof addChecklistInput>;

export const removeChecklistInput = z.object({ checklistId: z.uuid() });

export const addItemInput = addItemFields.extend({ checklistId: z.uuid() });
export type AddItemInput = z.output<typeof addItemInput>;

export const changeItemInput = changeItemFields.extend({ itemId: z.uuid() });
export type ChangeItemInput = z.output<typeof changeItemInput>;

export const removeItemInput = z.object({ itemId: z.uuid() });

export const templateInput = templateFields.extend({ templateId: z.uuid().nullable().default(null) });
export type TemplateInput = z.output<typeof templateInput>;

export const templateIdInput = z.object({ templateId: z.uuid() });
