import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { AnnotationFields } from './annotation-fields';

type Refused = Readonly<{ code: 'not_found' | 'insights.too_many' }>;
type Saved = Readonly<{ annotationId: string }>;

/** More days than anybody reads on a chart. */
const MOST_ANNOTATIONS = 2000;

/** Marks a day on all charts, or says otherwise what happened on it. */
export function saveAnnotation(
  ctx: StaffContext,
  { annotationId, day, text }: AnnotationFields & Readonly<{ annotationId: string | null }>,
): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'insights.manage')) return fail({ code: 'not_found' });
    const saved = annotationId
      ? await changeIt(tx, ctx, { annotationId, day, text })
      : await addIt(tx, ctx, { day, text });
    if (!saved.ok) return saved;
    await recordAudit(tx, ctx, { action: 'annotation.saved', target: text, data: { day } });
    return saved;
  });
}

async function changeIt(
  tx: Tx,
  { workspaceId }: StaffContext,
  { annotationId: id, day, text }: AnnotationFields & Saved,
): Promise<Result<Saved, Refused>> {
  const data = { day: new Date(day), text };
  const { count } = await tx.annotation.updateMany({ where: { workspaceId, id }, data });
  return count === 0 ? fail({ code: 'not_found' }) : ok({ annotationId: id });
}

async function addIt(
  tx: Tx,
  ctx: StaffContext,
  { day, text }: AnnotationFields,
): Promise<Result<Saved, Refused>> {
  const { workspaceId } = ctx;
  const there = await tx.annotation.count({ where: { workspaceId }, take: MOST_ANNOTATIONS });
  if (there >= MOST_ANNOTATIONS) return fail({ code: 'insights.too_many' });
  const id = ctx.newId();
  const by = { createdByName: ctx.actor.name, createdAt: ctx.now() };
  await tx.annotation.create({ data: { workspaceId, id, day: new Date(day), text, ...by } });
  return ok({ annotationId: id });
}
