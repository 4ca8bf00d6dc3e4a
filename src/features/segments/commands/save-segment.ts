import type { z } from 'zod';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { areOwnFieldsRight } from '../own-fields';
import type { segmentFields } from './segment-fields';

type Segment = z.output<typeof segmentFields> & Readonly<{ segmentId: string | null }>;
type Refused = Readonly<{ code: 'not_found' | 'name.taken' | 'segment.condition' }>;

/** Saves a condition over customers under a name, for everybody of the workspace. */
export function saveSegment(
  ctx: StaffContext,
  { segmentId, conditions, ...fields }: Segment,
): Promise<Result<Readonly<{ segmentId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const wrong = await wrongIn(tx, ctx, { segmentId, name: fields.name, conditions });
    if (wrong) return fail({ code: wrong });
    const id = segmentId ?? ctx.newId();
    const at = ctx.now();
    const data = { ...fields, conditions: JSON.parse(sqlJson(conditions)), updatedAt: at };
    if (!segmentId) {
      const made = { ...data, workspaceId, id, createdBy: ctx.actor.name, createdAt: at };
      await tx.customerSegment.createMany({ data: [made] });
      return ok({ segmentId: id });
    }
    const { count } = await tx.customerSegment.updateMany({ where: { workspaceId, id }, data });
    return count === 1 ? ok({ segmentId: id }) : fail({ code: 'not_found' });
  });
}

type Given = Pick<Segment, 'segmentId' | 'name' | 'conditions'>;

async function wrongIn(tx: Tx, ctx: StaffContext, { segmentId, name, conditions }: Given) {
  const { workspaceId } = ctx;
  const taken = await tx.customerSegment.findFirst({
    where: { workspaceId, name, ...(segmentId && { id: { not: segmentId } }) },
    select: { id: true },
  });
  if (taken) return 'name.taken';
  return conditions && !(await areOwnFieldsRight(tx, ctx, conditions)) ? 'segment.condition' : null;
}

/** Forgets a saved condition; the customers stay. */
export function deleteSegment(
  ctx: StaffContext,
  { segmentId: id }: Readonly<{ segmentId: string }>,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const { count } = await tx.customerSegment.deleteMany({ where: { workspaceId: ctx.workspaceId, id } });
    return count === 1 ? ok(null) : fail({ code: 'not_found' });
  });
}
