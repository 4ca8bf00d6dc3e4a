import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { importJob } from '@/features/imports/jobs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type Asked = Readonly<{ importId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'import.busy' }>;

/**
 * Stops a file that is at work, after the lines that are at work at this moment: what was taken in stays, and is told. A look
 * through begins anew; taking in can go on where it stood. Fails where nothing is at work any more.
 */
export function cancelImport(ctx: StaffContext, { importId: id }: Asked): Promise<Result<Asked, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.import')) return fail({ code: 'not_found' });
    const found = await tx.customerImport.findFirst({
      where: { workspaceId, id },
      select: { state: true, fileName: true },
    });
    if (!found) return fail({ code: 'not_found' });
    const where = { workspaceId, id, state: found.state };
    if (found.state === 'checking')
      await tx.customerImport.updateMany({ where, data: { state: 'uploaded' } });
    else if (found.state === 'running') {
      const data = { state: 'cancelled', finishedAt: ctx.now() } as const;
      await tx.customerImport.updateMany({ where, data });
      await recordAudit(tx, ctx, { action: 'customer.import_cancelled', target: found.fileName });
    } else return fail({ code: 'import.busy' });
    return ok({ importId: id });
  });
}

/** Goes on with a file that was stopped, behind the last line that was taken in. */
export function resumeImport(ctx: StaffContext, { importId }: Asked): Promise<Result<Asked, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.import')) return fail({ code: 'not_found' });
    const found = await tx.customerImport.findFirst({
      where: { workspaceId, id: importId },
      select: { fileName: true },
    });
    if (!found) return fail({ code: 'not_found' });
    const { count } = await tx.customerImport.updateMany({
      where: { workspaceId, id: importId, state: 'cancelled' },
      data: { state: 'running', finishedAt: null },
    });
    if (count === 0) return fail({ code: 'import.busy' });
    await recordAudit(tx, ctx, { action: 'customer.imported', target: found.fileName });
    await enqueue(tx, importJob, { workspaceId, importId });
    return ok({ importId });
  });
}
