import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import type { NewChecklist } from './write-checklist';

/** A new checklist from each of these templates, in their order; a template that is gone gives none. In one query. */
export async function fromTemplates(
  db: Db | Tx,
  ctx: Pick<Context, 'workspaceId' | 'newId'>,
  templateIds: readonly string[],
): Promise<NewChecklist[]> {
  if (templateIds.length === 0) return [];
  const rows = await db.checklistTemplate.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...templateIds] } },
    select: { id: true, name: true, required: true, items: true },
  });
  return templateIds.flatMap((templateId) => {
    const row = rows.find(({ id }) => id === templateId);
    return row ? [{ id: ctx.newId(), title: row.name, required: row.required, items: row.items }] : [];
  });
}
