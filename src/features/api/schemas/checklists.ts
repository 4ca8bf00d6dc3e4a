import { z } from 'zod';
import {
  addChecklistFields,
  addItemFields,
  changeItemFields,
  templateFields,
} from '@/features/checklists/commands/checklist-fields';
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

export const createChecklistBody = z.strictObject(addChecklistFields.shape).meta({ id: 'CreateChecklist' });
export const createItemBody = z.strictObject(addItemFields.shape).meta({ id: 'CreateChecklistItem' });
export const updateItemBody = z.strictObject(changeItemFields.shape).meta({ id: 'UpdateChecklistItem' });

export const template = z
  .object({
    id,
    name: z.string(),
    required: z
      .boolean()
      .meta({ description: 'Whether tickets with it are solved only once all is ticked off.' }),
    items: z.array(z.string()),
  })
  .meta({ id: 'ChecklistTemplate' });
export const templateList = listOf(template).meta({ id: 'ChecklistTemplateList' });
export const createTemplateBody = z
  .strictObject(templateFields.shape)
  .meta({ id: 'CreateChecklistTemplate' });
export const updateTemplateBody = z
  .strictObject({ ...templateFields.shape, required: z.boolean() })
  .partial()
  .meta({ id: 'UpdateChecklistTemplate' });
