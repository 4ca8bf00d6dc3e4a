import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { TemplateInput } from '@/features/checklists/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

const MOST = 200;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'checklist.full' }>;

/** Adds or changes a template of checklists, of which there can be two hundred. Checklists made from it before stay as they are. */
export function saveTemplate(
  ctx: StaffContext,
  { templateId, ...fields }: TemplateInput,
): Promise<Result<Readonly<{ templateId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'macro.manage')) return fail({ code: 'forbidden' });
    const id = templateId ?? ctx.newId();
    const problem = await (templateId ? change : add)(tx, ctx, { ...fields, id });
    if (problem) return fail({ code: problem });
    const action = templateId ? 'checklist_template.changed' : 'checklist_template.created';
    await recordAudit(tx, ctx, { action, target: fields.name });
    return ok({ templateId: id });
  });
}

type Row = Omit<TemplateInput, 'templateId'> & Readonly<{ id: string }>;
type Problem = Refused['code'] | null;

async function change(tx: Tx, { workspaceId }: StaffContext, { id, ...data }: Row): Promise<Problem> {
  const { count } = await tx.checklistTemplate.updateMany({ where: { workspaceId, id }, data });
  return count === 0 ? 'not_found' : null;
}

async function add(tx: Tx, { workspaceId, now }: StaffContext, row: Row): Promise<Problem> {
  if ((await tx.checklistTemplate.count({ where: { workspaceId } })) >= MOST) return 'checklist.full';
  await tx.checklistTemplate.createMany({ data: [{ ...row, workspaceId, createdAt: now() }] });
  return null;
}
