import type { StaffActor } from '@/domain/permission/actor';
import { addChecklist } from '@/features/checklists/commands/add-checklist';
import { changeItem } from '@/features/checklists/commands/change-item';
import { saveTemplate } from '@/features/checklists/commands/save-template';
import { addChecklistInput } from '@/features/checklists/inputs';
import { checklistsOnTicket } from '@/features/checklists/queries';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOURS_AGO = 26;

const REPAIR = {
  name: 'Repair of a machine',
  required: true,
  items: [
    'Ask for a photo and the serial number',
    'Check the warranty',
    'Order the part',
    'Tell the customer when the part arrives',
    'Ask whether the machine works again',
  ],
};
const RETURN = {
  name: 'Return of a delivery',
  required: false,
  items: ['Send the label', 'Check what came back', 'Refund the money', 'Confirm it to the customer'],
};

/** By the subjects of stories: what was put on each, and how many of its steps are done. */
const LISTS = [
  { subject: 'Water under my coffee machine', template: REPAIR, done: 3 },
  { subject: 'Szivárog a kávégép alja', template: REPAIR, done: 1 },
  { subject: 'Classic tek pie katla', template: RETURN, done: 2 },
];

/** Two templates of the demo, and tickets on which people are in the middle of one. */
export async function buildChecklists(db: Db, { workspaceId, users }: Cast, now: Date): Promise<void> {
  const user = users.get('peter');
  if (!user) throw new Error('nobody keeps checklists in the demo');
  const actor: StaffActor = { kind: 'user', ...user, role: 'manager', scope: 'all', teamIds: [] };
  const at = new Date(now.getTime() - HOURS_AGO * 3_600_000);
  const ctx = { workspaceId, db, newId, actor, now: () => at };
  const templates = new Map<string, string>();
  for (const fields of [REPAIR, RETURN]) {
    const made = await saveTemplate(ctx, { ...fields, templateId: null });
    if (!made.ok) throw new Error(made.error.code);
    templates.set(fields.name, made.value.templateId);
  }
  const tickets = await db.ticket.findMany({
    where: { workspaceId, subject: { in: LISTS.map(({ subject }) => subject) } },
    select: { id: true, subject: true },
  });
  for (const { subject, template, done } of LISTS) {
    const ticketId = tickets.find((ticket) => ticket.subject === subject)?.id;
    const asked = addChecklistInput.parse({ ticketId, templateId: templates.get(template.name) });
    const added = await addChecklist(ctx, asked);
    if (!added.ok) throw new Error(added.error.code);
    const lists = await checklistsOnTicket(ctx, asked.ticketId);
    const items = lists.flatMap((list) => list.items).slice(0, done);
    for (const { id: itemId } of items) await changeItem(ctx, { itemId, done: true });
  }
}
