import { addChecklist } from '@/features/checklists/commands/add-checklist';
import { addItem } from '@/features/checklists/commands/add-item';
import { changeItem } from '@/features/checklists/commands/change-item';
import { deleteTemplate } from '@/features/checklists/commands/delete-template';
import { removeChecklist } from '@/features/checklists/commands/remove-checklist';
import { removeItem } from '@/features/checklists/commands/remove-item';
import { saveTemplate } from '@/features/checklists/commands/save-template';
import type { StaffContext } from '@/server/context';

type Rows = Awaited<ReturnType<typeof checklistRows>>;
type Other = Rows & Readonly<{ ticketId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** A template, and a checklist with an item on a ticket of another workspace. */
export async function checklistRows(owner: StaffContext, ticketId: string, title = 'Theirs') {
  const list = await addChecklist(owner, { ticketId, title, required: false, items: [] });
  if (!list.ok) throw new Error(list.error.code);
  const { checklistId } = list.value;
  const item = await addItem(owner, { checklistId, text: title, done: false });
  if (!item.ok) throw new Error(item.error.code);
  const template = await saveTemplate(owner, {
    templateId: null,
    name: title,
    required: false,
    items: [title],
  });
  if (!template.ok) throw new Error(template.error.code);
  return { checklistId, itemId: item.value.itemId, templateId: template.value.templateId };
}

/** Each action on checklists, with the ids of another workspace. */
export const CHECKLIST_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  addChecklist: [
    (ctx, { ticketId }) => addChecklist(ctx, { ticketId, title: 'Mine', required: false, items: [] }),
  ],
  removeChecklist: [(ctx, { checklistId }) => removeChecklist(ctx, { checklistId })],
  addItem: [(ctx, { checklistId }) => addItem(ctx, { checklistId, text: 'Mine', done: true })],
  changeItem: [(ctx, { itemId }) => changeItem(ctx, { itemId, done: true })],
  saveTemplate: [
    (ctx, { templateId }) =>
      saveTemplate(ctx, { templateId, name: 'Mine', required: false, items: ['Mine'] }),
  ],
  deleteTemplate: [(ctx, { templateId }) => deleteTemplate(ctx, { templateId })],
  removeItem: [(ctx, { itemId }) => removeItem(ctx, { itemId })],
};
