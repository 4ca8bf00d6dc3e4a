import { z } from 'zod';
import { addChecklistInput, addItemInput, changeItemInput } from '@/features/checklists/inputs';
import { id, instant, listOf } from './shared';

const item = z
  .object({
    id,
    text: z.string(),
    doneAt: instant.nullable().meta({ description: 'When it was ticked off; null while it is open.' }),
    doneBy: z.string().nullable().meta({ description: 'The name of who did; null for an API key.' }),
  })
  .meta({ id: 'ChecklistItem' });

export const checklist = z
  .object({
    id,
    title: z.string(),
    required: z.boolean().meta({ description: 'Whether the ticket is solved only once all is ticked off.' }),
    items: z.array(item),
  })
  .meta({ id: 'Checklist' });
export const checklistList = listOf(checklist).meta({ id: 'ChecklistList' });

export const createChecklistBody = z
  .strictObject(addChecklistInput.omit({ ticketId: true }).shape)
  .meta({ id: 'CreateChecklist' });
export const createItemBody = z
  .strictObject(addItemInput.omit({ checklistId: true }).shape)
  .meta({ id: 'CreateChecklistItem' });
export const updateItemBody = z
  .strictObject(changeItemInput.omit({ itemId: true }).shape)
  .meta({ id: 'UpdateChecklistItem' });
