import 'server-only';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';

export type ShownChecklist = Readonly<{
  id: string;
  title: string;
  required: boolean;
  items: readonly Readonly<{
    id: string;
    text: string;
    /** ISO 8601; null while it is open. */
    doneAt: string | null;
    doneBy: string | null;
  }>[];
}>;

/** The checklists of a ticket, the oldest first, with their items in order. In one query; none where the reader may not see it. */
export function checklistsOnTicket(
  { db, workspaceId, actor }: StaffContext,
  ticketId: string,
): Promise<ShownChecklist[]> {
  return db.$queryRaw<ShownChecklist[]>`
    select l.id, l.title, l.required, coalesce((
      select jsonb_agg(jsonb_build_object('id', i.id, 'text', i.text, 'doneBy', u.name,
        'doneAt', to_char(i."doneAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by i.position, i.id)
      from "ChecklistItem" i left join "User" u on u.id = i."doneById"
      where i."workspaceId" = l."workspaceId" and i."checklistId" = l.id), '[]') as items
    from "Checklist" l join "Ticket" t on t."workspaceId" = l."workspaceId" and t.id = l."ticketId"
    where l."workspaceId" = ${workspaceId}::uuid and l."ticketId" = ${ticketId}::uuid and ${readableBy(actor)}
    order by l."createdAt", l.id`;
}

export type ChecklistTemplate = Readonly<{
  id: string;
  name: string;
  required: boolean;
  items: readonly string[];
}>;

/** The templates of the workspace, by name. */
export function listChecklistTemplates({ db, workspaceId }: StaffContext): Promise<ChecklistTemplate[]> {
  return db.checklistTemplate.findMany({
    where: { workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, name: true, required: true, items: true },
  });
}

export type TemplateChoice = Readonly<{ id: string; name: string }>;

/** The names of the templates, for choosing one. */
export function checklistTemplateChoices({ db, workspaceId }: StaffContext): Promise<TemplateChoice[]> {
  return db.checklistTemplate.findMany({
    where: { workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, name: true },
  });
}
